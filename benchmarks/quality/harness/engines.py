# SPDX-License-Identifier: Apache-2.0
"""Who is measured, and how each is fetched and asked. Everything lands in one ignored folder."""
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
ROOT = HERE.parent.parent
ADAPTERS = HERE / "adapters"


class LeftOut(Exception):
    """An engine that cannot be had here; the message is the line that says why."""


@dataclass(frozen=True)
class Engine:
    """One row of the tables. `family` says how it is fetched; the setting is what the row's label does not say."""
    id: str
    label: str
    family: str
    package: str = ""
    version: str = ""
    setting: str = "as it comes, English"

    def prepare(self, cache: Path, block_list: Path) -> list[str]:
        """Fetches what is missing and gives the adapter's command line. Throws LeftOut."""
        return FAMILIES[self.family](self, cache, block_list)


ENGINES = [
    Engine("usher", "**Usher**", "usher", setting="blocked-words, list en, as shipped"),
    Engine("rustrict", "rustrict (Rust)", "cargo", "rustrict", "0.7.39", "is_inappropriate()"),
    Engine("glin-profanity-max", "glin-profanity (max)", "npm", "glin-profanity", "3.3.0",
           "leet aggressive, Unicode, obfuscated match"),
    Engine("bad-words-next", "bad-words-next", "npm", "bad-words-next", "3.2.0"),
    Engine("obscenity", "obscenity", "npm", "obscenity", "0.4.6", "English preset"),
    Engine("allprofanity", "allprofanity", "npm", "allprofanity", "2.4.0", "as it comes: English and Hindi"),
    Engine("deep-profanity-filter", "deep-profanity-filter", "npm", "deep-profanity-filter", "2.6.0", "LDNOOBW English"),
    Engine("glin-profanity", "glin-profanity", "npm", "glin-profanity", "3.3.0"),
    Engine("better-profanity", "better-profanity (Python)", "pip", "better-profanity", "0.7.0"),
    Engine("sensitive-word", "sensitive-word (own list)", "maven", "com.github.houbb:sensitive-word", "0.25.0",
           "as it comes: Chinese, 11 English terms"),
    Engine("sensitive-word-en", "sensitive-word (EN list)", "maven", "com.github.houbb:sensitive-word", "0.25.0",
           "LDNOOBW English, whole words, repeats ignored"),
    Engine("2toad-profanity", "@2toad/profanity", "npm", "@2toad/profanity", "3.3.0"),
    Engine("bad-words", "bad-words", "npm", "bad-words", "4.1.5"),
    Engine("leo-profanity", "leo-profanity", "npm", "leo-profanity", "1.9.0"),
]


def npm(engine: Engine, cache: Path, block_list: Path) -> list[str]:
    node, client = tool("node"), tool("npm")
    folder = cache / "npm" / f"{engine.package.replace('/', '-')}-{engine.version}"
    installed = folder / "node_modules" / engine.package / "package.json"
    if not installed.exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n')
        fetch([client, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent",
               f"{engine.package}@{engine.version}"], folder)
    adapter_name = engine.id if engine.id == "glin-profanity-max" else engine.package
    return [node, str(ADAPTERS / "node/adapter.mjs"), adapter_name, str(folder), str(block_list)]


def pip(engine: Engine, cache: Path, block_list: Path) -> list[str]:
    folder = cache / "pip" / f"{engine.package}-{engine.version}"
    python = folder / "bin/python"
    if not (folder / "fetched").exists():
        fetch([sys.executable, "-m", "venv", "--clear", str(folder)], cache)
        fetch([str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", f"{engine.package}=={engine.version}"],
              cache)
        (folder / "fetched").touch()
    return [str(python), str(ADAPTERS / "python/adapter.py")]


def cargo(engine: Engine, cache: Path, block_list: Path) -> list[str]:
    folder = cache / "cargo"
    fetch([tool("cargo"), "build", "--release", "--quiet", "--target-dir", str(folder)], ADAPTERS / "rust")
    return [str(folder / "release/quality-rust-peers")]


def maven(engine: Engine, cache: Path, block_list: Path) -> list[str]:
    home = os.environ.get("JAVA_HOME")
    java, javac = (str(Path(home, "bin", name)) if home else tool(name) for name in ("java", "javac"))
    folder = cache / "maven"
    if not (folder / f"sensitive-word-{engine.version}.jar").exists():
        fetch([tool("mvn"), "-B", "-ntp", "-q", "dependency:copy-dependencies", f"-DoutputDirectory={folder}"],
              ADAPTERS / "java")
    fetch([javac, "-cp", f"{folder}/*", "-d", str(folder / "classes"), str(ADAPTERS / "java/Times.java"), str(ADAPTERS / "java/Adapter.java")], folder)
    return [java, "-cp", f"{folder}/classes{os.pathsep}{folder}/*", "Adapter", engine.id, str(block_list)]


def usher(engine: Engine, cache: Path, block_list: Path) -> list[str]:
    command = Path(os.environ.get("USHER", ROOT / "usher"))
    if not command.exists():
        raise LeftOut("the command ./usher is not there")
    fetch([str(command), "--version"], cache)
    jdk, jars = newest_jdk(), str(ROOT / "cli/target/app/lib/*")
    classes = cache / "usher"
    fetch([str(jdk / "bin/javac"), "-cp", jars, "-d", str(classes), str(ADAPTERS / "java/Times.java"),
           str(ADAPTERS / "java/UsherTimes.java")], cache)
    times = [str(jdk / "bin/java"), "-cp", f"{classes}{os.pathsep}{jars}", "UsherTimes"]
    return [sys.executable, str(ADAPTERS / "usher.py"), str(command), str(HERE / "blocked-words.json"), *times]


def newest_jdk() -> Path:
    """The JDK that the build would choose: the newest of the usual folders, 21 at least. Throws LeftOut."""
    found = []
    for home in [os.environ.get("JAVA_HOME", ""), *Path("/usr/lib/jvm").glob("*")]:
        release = Path(home or "-", "release")
        if Path(home or "-", "bin/javac").exists() and release.exists():
            version = next((line for line in release.read_text().splitlines() if line.startswith("JAVA_VERSION=")), "")
            found.append((int(version.split('"')[1].split(".")[0]), Path(home)))
    if not found or max(found)[0] < 21:
        raise LeftOut("no JDK of 21 or newer in JAVA_HOME or /usr/lib/jvm")
    return max(found)[1]


FAMILIES = {"npm": npm, "pip": pip, "cargo": cargo, "maven": maven, "usher": usher}


def tool(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise LeftOut(f"no {name} on this machine")
    return path


def fetch(command: list[str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        last = (done.stdout.strip().splitlines() or ["no output"])[-1]
        raise LeftOut(f"{Path(command[0]).name} failed: {last[:160]}")


def ask(command: list[str], texts: list[str], limit: float) -> list[bool]:
    """One answer for each text. Throws TimeoutExpired past the limit, RuntimeError for anything but 0 or 1 a line."""
    answers = talk(command, texts, limit).splitlines()
    if len(answers) != len(texts) or not set(answers) <= {"0", "1"}:
        raise RuntimeError(f"{len(answers)} answers for {len(texts)} texts, or other lines than 0 and 1")
    return [answer == "1" for answer in answers]


def time(command: list[str], texts: list[str], seconds: float) -> dict:
    """The adapter's own clock over warm calls, in microseconds a message."""
    return json.loads(talk([*command, "--time", str(seconds)], texts, seconds * 10 + 60))


def talk(command: list[str], texts: list[str], limit: float) -> str:
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, encoding="utf-8", timeout=limit)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no output"])[-1]
        raise RuntimeError(f"ended with {done.returncode}: {last[:200]}")
    return done.stdout
