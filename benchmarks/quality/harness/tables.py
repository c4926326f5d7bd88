# SPDX-License-Identifier: Apache-2.0
"""The figures as Markdown, and their place in a page between two marker comments."""
from pathlib import Path

BEGIN = "<!-- quality:begin (written by benchmarks/quality/run) -->"
END = "<!-- quality:end -->"
NONE = "–"


def markdown(results: dict) -> str:
    rows = results["engines"]
    parts = [
        f"Measured {results['date']} on {results['machine']}, with `{results['command']}`.",
        "Sets: " + ", ".join(f"{name} {count:,}" for name, count in results["sets"].items()) + " messages.",
        *([bullets(results["notes"])] if results["notes"] else []),
        "### Summary",
        summary(rows),
        "### Recall by class",
        "Recall in % of the words that the engine knows undisguised; in brackets the control alarms in % where above 2.",
        classes(rows),
    ]
    if any("time" in row for row in rows.values()):
        parts += ["### Speed", speed(rows)]
    parts += ["### Versions and settings", bullets([f"{plain(r['label'])}: {r['about']}" for r in rows.values()]
                                                   + results["toolchains"])]
    return "\n\n".join(parts) + "\n"


def summary(rows: dict) -> str:
    def line(row):
        davidson, evasion = row.get("davidson"), row.get("evasion")
        chat, dictionary = row.get("chat"), row.get("dictionary")
        return [
            row["label"],
            " / ".join(number(davidson[k], 3) for k in ("precision", "recall", "f1")) if davidson else NONE,
            number(chat["rate"] * 10_000, 1) if chat else NONE,
            f"{dictionary['flagged']:,}" if dictionary else NONE,
            percent(row.get("scunthorpe")),
            percent(row.get("crossword")),
            f"**{percent(evasion, 'recall')}** ({evasion['known']}/{evasion['words']})" if evasion else NONE,
            percent(row.get("control")),
        ]

    return table(["engine", "Davidson P / R / F1", "clean chat, per 10,000", "dictionary words", "Scunthorpe", "cross-word",
                  "evasion recall (words known)", "control alarms"], map(line, rows.values()))


def classes(rows: dict) -> str:
    rows = {engine: row for engine, row in rows.items() if "evasion" in row}
    names = list(dict.fromkeys(cls for row in rows.values() for cls in row["evasion"]["classes"]))

    def cell(row, cls):
        recall = row["evasion"]["classes"].get(cls)
        alarm = row.get("control", {}).get("classes", {}).get(cls) or 0
        return number(recall and recall * 100, 0) + (f" ({alarm * 100:.0f})" if alarm > 0.02 else "")

    return table(["class", *(row["label"] for row in rows.values())],
                 ([cls, *(cell(row, cls) for row in rows.values())] for cls in names))


def speed(rows: dict) -> str:
    def line(row):
        warm, hostile = row.get("time", {}), row.get("hostile", {})
        return [row["label"], *(number(warm.get(k), 2) for k in ("median_us", "p99_us")), number(hostile.get("max_us"), 0),
                number(warm.get("first_ms"), 1), f"{warm['messages']:,}" if warm else NONE]

    return table(["engine", "median, µs a message", "p99, µs", "worst hostile message, µs", "load and first check, ms",
                  "messages timed"], map(line, rows.values()))


def table(head: list, lines) -> str:
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head, ["---"] * len(head), *lines])


def bullets(items: list) -> str:
    return "\n".join(f"- {item}" for item in items)


def percent(figure, key="rate") -> str:
    return NONE if figure is None or figure[key] is None else f"{figure[key] * 100:.1f} %"


def number(value, digits: int) -> str:
    return NONE if value is None else f"{value:.{digits}f}"


def plain(label: str) -> str:
    return label.replace("*", "")


def place(page: Path, text: str) -> None:
    """Puts the text between the page's markers; the prose around them stays. Throws ValueError without markers."""
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{page.name} lacks the markers {BEGIN} and {END}")
    page.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", encoding="utf-8")
