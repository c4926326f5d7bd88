# SPDX-License-Identifier: Apache-2.0
"""Who is measured, and how each is started. What is fetched or compiled lands in one ignored folder."""
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OUT = HERE / "target"
ARTIFACT = ROOT / "handler/target/lambda"
CLIENT = ROOT / "local-lambda/target/runtime"
OWN = ROOT / "runtime/target/lambda/lib"
JACKSON = "2.23.0"
OBSCENITY = "0.4.6"
ALLOW = ROOT / "events/allow.event.json"
DENY = HERE / "peers/deny.event.json"
AWS_CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
OURS = "dev.usher.handler.MessageReviewHandler"
# Of Lambda's managed Java command line, as public listings show it, for 512 MB.
FLAGS = ["-XX:MaxHeapSize=445645k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.net.preferIPv4Stack=true"]


class LeftOut(Exception):
    """What cannot be had here; the message is the line that says why."""


@dataclass
class Variant:
    """One row. `archive` is trained once, by real events, where it is set."""
    id: str
    label: str
    mode: str
    command: list
    folder: Path = ARTIFACT
    env: dict = field(default_factory=dict)
    java: bool = True
    archive: str = ""
    train_with: list = field(default_factory=list)

    def environment(self) -> dict:
        # Nothing of ours but where programs and libraries are.
        kept = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH") if key in os.environ}
        return kept | {
            "LANG": "en_US.UTF-8", "TZ": ":UTC", "AWS_REGION": "us-west-2", "LAMBDA_TASK_ROOT": str(self.folder),
            "AWS_LAMBDA_FUNCTION_NAME": "local", "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512", "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/local",
            "AWS_LAMBDA_LOG_STREAM_NAME": "local", "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
        } | self.env


def jdks() -> dict[int, Path]:
    """The JDKs found, by version."""
    found = {}
    places = [Path(os.environ["JAVA_HOME"])] if "JAVA_HOME" in os.environ else []
    places += sorted(Path("/usr/lib/jvm").glob("*")) + sorted(Path("/opt").glob("*jdk*"))
    for home in places:
        release = home / "release"
        if release.exists() and (home / "bin/javac").exists() and not home.is_symlink():
            version = re.search(r'JAVA_VERSION="(\d+)', release.read_text())
            if version:
                found.setdefault(int(version.group(1)), home)
    return found


def run(command: list, folder: Path = ROOT) -> str:
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise LeftOut(f"`{Path(str(command[0])).name}` failed: {(done.stderr or done.stdout).strip()[-300:]}")
    return done.stdout


def tool(name: str) -> str:
    found = shutil.which(name)
    if not found:
        raise LeftOut(f"{name} is not installed")
    return found


def build() -> Path:
    """Our artifacts, where they are missing, and the stub."""
    OUT.mkdir(exist_ok=True)
    if not (ARTIFACT / "lib").exists() or not CLIENT.exists() or not OWN.exists():
        run([tool("mvn"), "-B", "-ntp", "-q", "-DskipTests", "-Djacoco.skip", "-Dspotless.check.skip=true", "package",
             "-pl", "handler,local-lambda,runtime", "-am"])
    stub = OUT / "stub"
    if not stub.exists() or stub.stat().st_mtime < (HERE / "stub.c").stat().st_mtime:
        run([tool("cc"), "-O2", "-pthread", "-o", stub, HERE / "stub.c"])
    return stub


def joined(*folders: Path) -> str:
    return ":".join(str(jar) for folder in folders for jar in sorted(folder.glob("*.jar")))


def client(home: Path, class_path: str, handler: str, flags: list) -> list:
    """A function under AWS's runtime client."""
    machine = {"x86_64": "x86_64", "aarch64": "aarch_64"}[os.uname().machine]
    native = next(CLIENT.glob(f"jni/*linux-{machine}.so"))
    return [str(home / "bin/java"), *FLAGS, "--add-opens=java.base/java.io=ALL-UNNAMED", *flags,
            f"-D{AWS_CLIENT.rsplit('.', 1)[0]}.runtimeapi.NativeClient.JNI={native}", "-cp", class_path, AWS_CLIENT,
            handler]


def modern(version: int) -> list:
    return ["--enable-native-access=ALL-UNNAMED"] if version >= 22 else []


def archived(variant: Variant, version: int, train_with: list | None = None) -> Variant:
    """The same started from an archive that real events have trained."""
    aot = version >= 25
    file = OUT / "archives" / f"{variant.id}.{'aot' if aot else 'jsa'}"
    file.parent.mkdir(parents=True, exist_ok=True)
    use = f"-XX:AOTCache={file}" if aot else f"-XX:SharedArchiveFile={file}"
    make = f"-XX:AOTCacheOutput={file}" if aot else f"-XX:ArchiveClassesAtExit={file}"
    base = train_with or variant.command
    variant.train_with = [base[0], make, *base[1:]]
    variant.command = [variant.command[0], use, *variant.command[1:]]
    variant.archive = str(file)
    return variant


def peers_of(home: Path, oldest: int) -> Path:
    """The Java peers compiled, and what they need, in folders as a function's artifact has them."""
    folder = OUT / "peers"
    pojo, jackson = folder / "pojo", folder / "jackson"
    if not (jackson / "built").exists():
        (pojo / "lib").mkdir(parents=True, exist_ok=True)
        (jackson / "lib").mkdir(parents=True, exist_ok=True)
        for artifact in (f"jackson-databind:{JACKSON}", f"jackson-core:{JACKSON}", f"jackson-annotations:{JACKSON[:4]}"):
            run([tool("mvn"), "-B", "-ntp", "-q", "dependency:copy", f"-Dartifact=com.fasterxml.jackson.core:{artifact}",
                 f"-DoutputDirectory={jackson / 'lib'}"])
        for name, where in (("PojoHandler", pojo), ("JacksonHandler", jackson)):
            classes = folder / f"{name}-classes"
            run([home / "bin/javac", "--release", oldest, "-d", classes, "-cp",
                 joined(CLIENT, jackson / "lib"), HERE / f"peers/{name}.java"])
            run([home / "bin/jar", "--create", "--file", where / "lib" / f"{name}.jar", "-C", classes, "."])
        (jackson / "built").touch()
    return folder


def java(notes: list) -> list[Variant]:
    homes = jdks()
    if not homes:
        raise LeftOut("no JDK found")
    rows = []
    oldest, newest = min(homes), max(homes)
    peers = peers_of(homes[newest], min(oldest, 21))
    for version in (17, 21, 25):
        if version not in homes:
            notes.append(f"JDK {version} is not installed here, so its rows are left out.")
    for name, label, folder in (("pojo", "RequestHandler, typed", "pojo"), ("jackson", "stream, jackson-databind", "jackson")):
        handler = {"pojo": "PojoHandler", "jackson": "JacksonHandler"}[name]
        for version, home in sorted(homes.items()):
            plain = client(home, joined(CLIENT), handler, modern(version))
            where = peers / folder
            rows.append(Variant(f"{name}-{version}", label, f"{version} plain", plain, where))
            flat = client(home, joined(CLIENT, where / "lib"), handler, modern(version))
            rows.append(archived(Variant(f"{name}-{version}-archive", label, f"{version} {kind(version)}", flat, where), version))
    for version, home in sorted(homes.items()):
        if version < 21:
            continue
        plain = client(home, joined(CLIENT), OURS, modern(version))
        rows.append(Variant(f"usher-{version}", "**Usher**, zip", f"{version} plain", plain))
        rows.append(archived(Variant(f"usher-{version}-client", "**Usher**, zip",
                                     f"{version} {kind(version)} of the client alone", list(plain)), version,
                             client(home, joined(CLIENT), OURS, modern(version))))
        flat = client(home, joined(CLIENT, ARTIFACT / "lib"), OURS, modern(version))
        rows.append(archived(Variant(f"usher-{version}-archive", "**Usher**, jars on the class path",
                                     f"{version} {kind(version)}", flat), version))
        if OWN.exists():
            own = [str(home / "bin/java"), *FLAGS, "-Djdk.reflect.useNativeAccessorOnly=true", "-XX:-UsePerfData", "-cp",
                   joined(OWN, ARTIFACT / "lib"), "dev.usher.runtime.FunctionRuntime", OURS]
            rows.append(Variant(f"own-{version}", "**Usher**, own runtime", f"{version} plain", own))
            rows.append(archived(Variant(f"own-{version}-archive", "**Usher**, own runtime", f"{version} {kind(version)}",
                                         list(own)), version))
    return rows


def kind(version: int) -> str:
    return "AOT" if version >= 25 else "AppCDS"


def node(notes: list) -> list[Variant]:
    program, version = tool("node"), run([tool("node"), "--version"]).strip().lstrip("v").split(".")[0]
    folder = OUT / "peers/node"
    if not (folder / "node_modules/obscenity/package.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n')
        run([tool("npm"), "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", f"obscenity@{OBSCENITY}"], folder)
    loop = str(HERE / "peers/runtime.mjs")
    return [Variant("node", "Node, one trivial test", version, [program, loop], HERE, java=False),
            Variant("node-obscenity", f"Node, obscenity {OBSCENITY}", version, [program, loop, str(folder)], HERE, java=False)]


def go(notes: list) -> list[Variant]:
    binary = OUT / "peers/go"
    if not binary.exists():
        run([tool("go"), "build", "-o", binary, HERE / "peers/main.go"])
    version = run([tool("go"), "version"]).split()[2].removeprefix("go")
    return [Variant("go", "Go, one trivial test", version, [str(binary)], HERE, java=False)]


FAMILIES = {"java": java, "node": node, "go": go}
