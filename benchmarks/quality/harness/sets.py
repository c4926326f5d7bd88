# SPDX-License-Identifier: Apache-2.0
"""The labelled messages that every engine is asked about, and the rules that screen them."""
import csv
import json
import re
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path

# Mild and disguised words that occur in the ham and that no list names. Policies differ on them, so their messages
# are neither clean nor profane. Written by reading what the engines flagged; whatever is not here counts as clean.
MILD_OR_DISGUISED = re.compile(r"""
    \b(?: piss(?:ed|es|ing)? | pist | damn\w* | dammit | crap\w* | hell | hella | wtf | lmf?ao | bs | poop | balls | butts?
      | screw | bloody | idiot\w* | stupid\w* | gays? | jerk
      | f+u+c+k\w* | f+u{3,} | fu\ cking | bo{2,}bs | shit(?:storm|load|innit) | 2012bitches | faglord | byatch | nigro | childporn )\b
    """, re.VERBOSE | re.IGNORECASE)


@dataclass(frozen=True)
class Message:
    """A text, whether it should be flagged, the disguise it wears and the word under it (both may be empty)."""
    text: str
    profane: bool
    cls: str = ""
    word: str = ""


class Sets:
    """The sets found in a folder, by name; `notes` says what was left out and why."""

    def __init__(self, data: Path, cache: Path):
        self.data = data
        self.cache = cache
        self.block_list = data / "ldnoobw" / "en.txt"
        self.notes: list[str] = [
            "CONDA (Dota 2 chat) is left out: it has no licence, so it is not stored.",
            "HateCheck is left out: it is not stored.",
        ]
        self.by_name: dict[str, list[Message]] = {}
        readers = {
            "evasion": lambda: self.json_lines("evasion.jsonl"),
            "control": lambda: self.json_lines("evasion-control.jsonl"),
            "scunthorpe": lambda: self.json_lines("scunthorpe.jsonl"),
            "crossword": lambda: self.json_lines("crossword.jsonl"),
            "chat": self.clean_chat,
            "davidson": self.davidson,
            "dictionary": self.dictionary,
        }
        for name, read in readers.items():
            try:
                self.by_name[name] = read()
            except OSError as missing:
                self.notes.append(f"The {name} set is left out: {missing.strerror}: {Path(str(missing.filename)).name}.")

    def json_lines(self, name: str) -> list[Message]:
        with open(self.data / name, encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        return [Message(r["text"], r["label"] == 1, r["cls"], r.get("word", "")) for r in rows]

    def clean_chat(self) -> list[Message]:
        """SMS ham and YouTube ham, each text once, screened.

        Left out is what holds a term of surge or LDNOOBW as whole words, or a mild or disguised word.
        """
        with open(self.data / "sms_spam_collection.tsv", encoding="utf-8") as lines:
            texts = [text for kind, text in (line.rstrip("\n").split("\t", 1) for line in lines) if kind == "ham"]
        with open(self.data / "youtube_spam_collection.csv", encoding="utf-8", newline="") as lines:
            texts += [row["content"] for row in csv.DictReader(lines) if row["class"] == "0"]
        terms = sorted(self.profane_terms(), key=len, reverse=True)
        listed = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, terms)) + r")(?!\w)", re.IGNORECASE)
        return [Message(text, False) for text in dict.fromkeys(texts)
                if not listed.search(text) and not MILD_OR_DISGUISED.search(unicodedata.normalize("NFKC", text))]

    def davidson(self) -> list[Message]:
        """Tweets labelled by people: 0 hate and 1 offensive are positive, 2 neither is negative."""
        with open(self.data / "davidson_tweets_half.csv", encoding="utf-8", newline="") as lines:
            return [Message(row["tweet"], row["class"] in ("0", "1")) for row in csv.DictReader(lines)]

    def dictionary(self) -> list[Message]:
        """Debian's wamerican list less its profane words.

        A word is profane when, lower-cased and without 's, it is a term of surge or LDNOOBW, or an inflection of
        one in -s, -es, -d, -ed, -ing, -ier or -iest; the words of dictionary_traps.txt never are.
        """
        terms = self.profane_terms()
        traps = {word.lower() for word in self.words(self.data / "dictionary_traps.txt")}
        return [Message(word, False) for word in self.words(self.american_english())
                if not profane(word.lower().removesuffix("'s"), terms, traps)]

    def american_english(self) -> Path:
        """The system's list, else the same package unpacked beside the peers (nothing is installed)."""
        for path in ("american-english", "words"):
            if Path("/usr/share/dict", path).exists():
                return Path("/usr/share/dict", path)
        unpacked = self.cache / "wamerican"
        found = unpacked / "usr/share/dict/american-english"
        if not found.exists():
            unpacked.mkdir(parents=True, exist_ok=True)
            try:
                subprocess.run("apt-get -qq download wamerican && dpkg-deb -x wamerican_*.deb .", shell=True, check=True,
                               cwd=unpacked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            except subprocess.CalledProcessError:
                raise FileNotFoundError(2, "install Debian's package wamerican", "american-english") from None
        return found

    def profane_terms(self) -> set[str]:
        with open(self.data / "surge_profanity_en.csv", encoding="utf-8", newline="") as lines:
            surge = {row["text"].lower() for row in csv.DictReader(lines)}
        return surge | {word.lower() for word in self.words(self.block_list)}

    @staticmethod
    def words(path: Path) -> list[str]:
        return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def profane(word: str, terms: set[str], traps: set[str]) -> bool:
    if word in traps:
        return False
    stems = {word}
    for ending in ("s", "es", "ed", "ing", "ier", "iest"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3 or (ending == "s" and stem.endswith("s")):
            continue
        if ending in ("ier", "iest"):
            stems.add(stem + "y")
            continue
        stems |= {stem, stem + "e"} if ending in ("ed", "ing") else {stem}
        if len(stem) > 3 and stem[-1] == stem[-2]:
            stems.add(stem[:-1])
    return not stems.isdisjoint(terms)


# Shapes of 500 characters, the most that IVS Chat takes, that make matchers slow. Twenty of each, told apart by a
# number in front, and one of each before the next: so that no engine answers from a cache of its last results.
HOSTILE = [(str(copy) + unit * 500)[:500] for copy in range(20) for unit in (
    "*", "a\u200b", "5h1+4$$", "a", "\U0001f600", "f u c k ", "s.h.i.t.", "e\u0301\u0323\u0308", "fuc", "@$$h0l3s1", "f**k",
    "\uff46\uff55",
)]
