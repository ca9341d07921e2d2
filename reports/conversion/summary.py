"""What a page shows of a converted paper, and the answers that it takes."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from assurance.runtime.processes.lazy_modules import LazyModule
from reports.conversion.blocks.lists import cited_in
from reports.conversion.results import ConvertedPaper, OutlineLine, UnplacedText

shaping = LazyModule("reports.conversion.blocks.paper_file")

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


MOST_TRIES = 200


def apply_answers(
    paper: Mapping,
    *,
    title: str = "",
    series: tuple[str, str] | None = None,
    committee: tuple[str, str] | None = None,
    meeting: date | None = None,
    period: tuple[date, date] | None = None,
    paper_date: date | None = None,
) -> dict:
    """The paper file with the answers in place; `series` and `committee` are (slug, title)."""
    fields = dict(paper)
    if title:
        fields["title"] = title
    for name, pair in (("series", series), ("committee", committee)):
        if pair:
            fields[name] = {"slug": pair[0], "title": pair[1]}
    if meeting:
        current = paper["meeting"] or {"title": ""}
        fields["meeting"] = {**current, "date": meeting.isoformat()}
    if period:
        fields["period"] = {"start": period[0].isoformat(), "end": period[1].isoformat()}
    if paper_date:
        fields["paper_date"] = paper_date.isoformat()
    if meeting or paper_date:
        fields["slug"] = slug_of(fields)
    return fields


def slug_of(paper: Mapping) -> str:
    """The paper's name in addresses: the month of its meeting or date, else its title."""
    day = (paper["meeting"] or {}).get("date") or paper["paper_date"]
    if day:
        return f"{date.fromisoformat(day):%B-%Y}".lower()
    return shaping.slugged(paper["title"], "paper")


def free_slug(slug: str, clash) -> str:
    """`slug`, or the first like it that no other paper has."""
    tries = (slug, *(f"{slug[:55]}-{place}" for place in range(2, MOST_TRIES)))
    return next((item for item in tries if item not in clash), slug)


def names_no_committee(paper: Mapping) -> bool:
    """Whether the file did not say which committee the paper went to."""
    return paper["committee"]["title"] == shaping.UNKNOWN_COMMITTEE
