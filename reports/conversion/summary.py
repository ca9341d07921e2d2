"""What was made of a file, in words: counts of what was recognised, and the runs of its numbers."""

from collections import Counter
from collections.abc import Mapping

from reports.conversion.blocks.citations import cited_in
from reports.conversion.results import ConvertedPaper, OutlineLine, UnplacedText

_KINDS = (
    ("section", "heading", "headings"),
    ("paragraph", "paragraph", "paragraphs"),
    ("list", "text without a number", "texts without a number"),
    ("table", "table", "tables"),
    ("recommendation", "recommendation", "recommendations"),
    ("annex", "annex", "annexes"),
)


def counts(made: ConvertedPaper) -> dict[str, int]:
    """How many blocks of each kind there are, citations and abbreviations with them."""
    kinds = Counter(one.kind for one in made.outline)
    listed = made.paper["parts"].get("abbreviations", {}).get("listed", ())
    return {
        **{plural: kinds[kind] for kind, _, plural in _KINDS},
        "citations": len(made.cited),
        "abbreviations": len(listed),
    }


def runs(made: ConvertedPaper) -> list[str]:
    """Each run of typed numbers as `1 to 49`, in order; labels alone where there is but one."""
    labels = {}
    for one in made.paper["blocks"]:
        if run := one["data"].get("run"):
            labels.setdefault(run, []).append(one["data"].get("typed", ""))
    for part in made.paper["parts"].values():
        for run, label in (("heading_run", "heading_typed"), ("run", "typed")):
            if part.get(run):
                labels.setdefault(part[run], []).append(part[label])
    bare = [[one.strip(".") for one in rows] for _, rows in sorted(labels.items())]
    return [rows[0] if len(rows) == 1 else f"{rows[0]} to {rows[-1]}" for rows in bare]


def sentences(made: ConvertedPaper) -> list[str]:
    """What was recognised, a line each."""
    said = counts(made)
    found = [
        f"{said[plural]} {singular if said[plural] == 1 else plural}"
        for _, singular, plural in _KINDS
        if said[plural]
    ]
    lines = [f"Recognised: {', '.join(found)}." if found else "No block was recognised."]
    if numbered := runs(made):
        again = f", in {len(numbered)} runs" if len(numbered) > 1 else ""
        lines.append(f"Numbered {'; '.join(numbered)}{again}.")
    if said["citations"]:
        cited = list(dict.fromkeys(one.words for one in made.cited))
        lines.append(f"Cites {', '.join(cited[:12])}{' …' if len(cited) > 12 else ''}.")
    if listed := said["abbreviations"]:
        lines.append(f"Lists {listed} abbreviation{'s' if listed > 1 else ''}.")
    return lines


def shown(found: Mapping) -> dict:
    """What a page shows of a paper that was read: `found` holds its paper file, and rows of its
    outline and of what was missed as lists."""
    brought = ConvertedPaper(
        paper=found["paper"],
        template=found["template"],
        head={},
        missed=tuple(UnplacedText(*row) for row in found["missed"]),
        outline=tuple(OutlineLine(*row) for row in found["outline"]),
        cited=cited_in(found["paper"]["blocks"]),
    )
    return {
        "sentences": sentences(brought),
        "outline": brought.outline,
        "missed": brought.missed,
        "cited": list(dict.fromkeys(one.words for one in brought.cited)),
        "derived": found["derived"],
        "file": found["file"],
    }
