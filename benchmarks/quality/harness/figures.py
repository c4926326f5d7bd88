# SPDX-License-Identifier: Apache-2.0
"""From answers to figures. Every rate is a fraction; None where nothing could be counted."""
from collections import defaultdict

from harness.sets import Message

PLAIN = "plain"


def rate(hits: int, total: int):
    return hits / total if total else None


def by_class(messages: list[Message], flags: list[bool]) -> dict:
    """The share flagged in each class, in the order in which the classes come."""
    seen = defaultdict(lambda: [0, 0])
    for message, flag in zip(messages, flags):
        seen[message.cls][0] += flag
        seen[message.cls][1] += 1
    return {cls: rate(*counts) for cls, counts in seen.items()}


def evasion(messages: list[Message], flags: list[bool]) -> dict:
    """Recall over the words that the engine knows: those it flags undisguised in at least one sentence.

    The total leaves the undisguised class out, so that it says how disguises fare.
    """
    known = {m.word for m, flag in zip(messages, flags) if flag and m.cls == PLAIN}
    kept = [(m, flag) for m, flag in zip(messages, flags) if m.word in known]
    disguised = [flag for m, flag in kept if m.cls != PLAIN]
    return {
        "known": len(known),
        "words": len({m.word for m in messages}),
        "recall": rate(sum(disguised), len(disguised)),
        "classes": by_class([m for m, _ in kept], [flag for _, flag in kept]),
    }


def alarms(messages: list[Message], flags: list[bool]) -> dict:
    return {"flagged": sum(flags), "messages": len(flags), "rate": rate(sum(flags), len(flags))}


def control(messages: list[Message], flags: list[bool]) -> dict:
    return {**alarms(messages, flags), "classes": by_class(messages, flags)}


def labelled(messages: list[Message], flags: list[bool]) -> dict:
    hits = sum(flag and m.profane for m, flag in zip(messages, flags))
    precision, recall = rate(hits, sum(flags)), rate(hits, sum(m.profane for m in messages))
    f1 = 2 * precision * recall / (precision + recall) if precision and recall else None
    return {"precision": precision, "recall": recall, "f1": f1}


FIGURES = {
    "evasion": evasion, "control": control, "davidson": labelled,
    "chat": alarms, "dictionary": alarms, "scunthorpe": alarms, "crossword": alarms,
}
