"""What the issued papers of a series told before: their figures, and counts told in their prose."""

from collections.abc import Iterator, Mapping

from reports.checks.context import EarlierFigure
from reports.checks.numbers.statements import statements
from reports.checks.reading import PARAGRAPH, Line
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper
from reports.prose.quantities.arithmetic import plain

# So many editions are looked back on: three papers with a correction each.
EDITIONS = 6


def told_before(paper: Paper) -> tuple[EarlierFigure, ...]:
    """What the last editions of the series of `paper` printed, the earliest first, by one query."""
    rows = (
        Edition.objects.latest_first()
        .filter(paper__series=paper.series, paper__withdrawn_on__isnull=True)
        .exclude(paper=paper)
        .filter(paper__period_end__lt=paper.period_end)
        .values("paper_id", "title", "document")[:EDITIONS]
    )
    newest = {}
    for row in rows:
        newest.setdefault(row["paper_id"], row)
    return tuple(
        item for row in reversed(newest.values()) for item in told_of(row["title"], row["document"])
    )


def told_of(title: str, document: Mapping) -> Iterator[EarlierFigure]:
    """What one paper, kept as it was issued, told: its figures, and the counts in its prose."""
    for entry in document.get("figures", ()):
        yield EarlierFigure(
            key=entry["key"],
            member=entry.get("member", ""),
            cohort=entry.get("cohort", ""),
            start=entry.get("start", ""),
            end=entry.get("end", ""),
            text=entry["text"],
            count=entry.get("count"),
            base=entry.get("base_count"),
            paper=title,
            where=next(iter(entry.get("places", ())), ""),
            words=entry["counts"],
        )
    for text in _texts(document.get("sections", ())):
        yield from _in_prose(title, text)


def _in_prose(title, text):
    for statement in statements(Line("", "", PARAGRAPH, text)):
        if not statement.number.bound:
            day = statement.on.isoformat() if statement.on else ""
            yield EarlierFigure(
                key="",
                member="",
                cohort="",
                start="",
                end=day,
                text=plain(statement.number),
                count=statement.value,
                base=None,
                paper=title,
                words=statement.words,
            )


def _texts(value) -> Iterator[str]:
    """The words of each text of a document as it is kept."""
    if isinstance(value, Mapping):
        if value.get("is") == "Text":
            yield "".join(run["text"] for run in value["runs"])
            return
        value = tuple(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
