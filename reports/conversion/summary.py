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
    kinds = Counter(item.kind for item in made.outline)
    listed = made.paper["parts"].get("abbreviations", {}).get("listed", ())
    return {
        **{plural: kinds[kind] for kind, _, plural in _KINDS},
        "citations": len(made.cited),
        "abbreviations": len(listed),
    }


def runs(made: ConvertedPaper) -> list[str]:
    """Each run of typed numbers as `1 to 49`, in order; labels alone where there is but one."""
    labels = {}
    for item in made.paper["blocks"]:
        if run := item["data"].get("run"):
            labels.setdefault(run, []).append(item["data"].get("typed", ""))
    for part in made.paper["parts"].values():
        for run, label in (("heading_run", "heading_typed"), ("run", "typed")):
            if part.get(run):
                labels.setdefault(part[run], []).append(part[label])
    bare = [[row.strip(".") for row in rows] for _, rows in sorted(labels.items())]
    return [rows[0] if len(rows) == 1 else f"{rows[0]} to {rows[-1]}" for rows in bare]


def sentences(made: ConvertedPaper) -> list[str]:
    """What was recognised, a line each."""
    value = counts(made)
    matches = [
        f"{value[plural]} {singular if value[plural] == 1 else plural}"
        for _, singular, plural in _KINDS
        if value[plural]
    ]
    lines = [f"Recognised: {', '.join(matches)}." if matches else "No block was recognised."]
    if numbered := runs(made):
        again = f", in {len(numbered)} runs" if len(numbered) > 1 else ""
        lines.append(f"Numbered {'; '.join(numbered)}{again}.")
    if value["citations"]:
        cited = list(dict.fromkeys(item.words for item in made.cited))
        lines.append(f"Cites {', '.join(cited[:12])}{' …' if len(cited) > 12 else ''}.")
    if listed := value["abbreviations"]:
        lines.append(f"Lists {listed} abbreviation{'s' if listed > 1 else ''}.")
    return lines


def result_context(mapping: Mapping) -> dict:
    """What a page shows of a converted paper: its file, outline and what was missed."""
    value = ConvertedPaper(
        paper=mapping["paper"],
        template=mapping["template"],
        head={},
        missed=tuple(UnplacedText(*row) for row in mapping["missed"]),
        outline=tuple(OutlineLine(*row) for row in mapping["outline"]),
        cited=cited_in(mapping["paper"]["blocks"]),
    )
    return {
        "sentences": sentences(value),
        "outline": value.outline,
        "missed": value.missed,
        "cited": list(dict.fromkeys(item.words for item in value.cited)),
        "derived": mapping["derived"],
        "file": mapping["file"],
    }
