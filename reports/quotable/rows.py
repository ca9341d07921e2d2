"""What a table can count, by name and without a date: figures, parts of breakdowns, their sums."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assurance.figures.figure import Timing
from assurance.figures.labels import MEMBER_NAMES, read_names
from assurance.figures.registry import FIGURES, WHOLE_COLUMN
from reports.language.tokens import Quote, is_row, quotes_in, read_token
from reports.papers.manuscript import Manuscript
from reports.quotable.entries import begins, folded, known_as
from reports.quotable.insertion.figure_catalogue import SUBJECTS


@dataclass(frozen=True)
class TableRow:
    """A figure or a part of one as a row: what is kept of it, what it is called under its breakdown
    or subject, what it counts, and the words that find it."""

    quote: str
    label: str
    group: str
    hint: str
    search: frozenset[str]


class RowCatalogue:
    """The rows that tables of a report can have; without a report those whose names are fixed."""

    def __init__(self, manuscript: Manuscript | None):
        self.manuscript = manuscript

    @cached_property
    def members(self) -> Mapping[str, Mapping[str, str]]:
        """Key of a figure → label by member."""
        data = read_names(self.manuscript.council)[1] if self.manuscript else {}
        return {key: {**item.members, **data.get(key, {})} for key, item in FIGURES.items()}

    def heading(self, quote: str) -> str:
        """What the row of a figure is called: its part, or its title; nothing for no figure."""
        quotes = quotes_in(read_token(f"[[{quote}]]"))
        return " and ".join(dict.fromkeys(map(self._heading, quotes))).replace("|", "/")

    def title(self, quote: str) -> str:
        """A figure with its part, in words."""
        quotes = quotes_in(read_token(f"[[{quote}]]"))
        figures = {item.key: FIGURES[item.key].title for item in quotes if item.key in FIGURES}
        heading = self.heading(quote)
        parts = [] if heading in figures.values() else [heading]
        return ": ".join((*figures.values(), *filter(None, parts)))

    def _heading(self, quote):
        if quote.key not in FIGURES:
            return ""
        return self.members[quote.key].get(quote.member) or FIGURES[quote.key].title

    def search(self, text: str) -> list[TableRow]:
        """The rows that every word of `text` finds, whole figures before their parts."""
        query = folded(text)
        matches = [row for row in self.rows() if query and begins(query, row.search)]
        return sorted(matches, key=lambda row: ":" in row.quote)

    def shared_parts(self, quotes: Sequence[str]) -> dict[str, str]:
        """Member → label of what every one of some figures has as its part, the whole that all are
        part of first; none for a part."""
        tokens = [read_token(f"[[{quote}]]") for quote in quotes]
        if not tokens or any(not isinstance(item, Quote) or item.member for item in tokens):
            return {}
        first, *others = (self.members.get(item.key, {}) for item in tokens)
        shared = set(first).intersection(*others)
        parts = {name: text for name, text in first.items() if name in shared and name}
        wholes = {FIGURES[item.key].whole for item in tokens if item.key in FIGURES}
        whole = FIGURES.get(wholes.pop()) if len(wholes) == 1 else None
        return {WHOLE_COLUMN: whole.title, **parts} if whole and parts else parts

    def search_breakdowns(self, text: str, quotes: Sequence[str]) -> list[TableRow]:
        """The figures with parts that every word of `text` finds; with some `quotes` chosen only
        those that share parts with them."""
        query = folded(text)
        rows = (self._row(figure, "", "") for key, figure in FIGURES.items() if self.members[key])
        return [
            row
            for row in rows
            if query and begins(query, row.search) and self.shared_parts([*quotes, row.quote])
        ]

    def rows(self) -> Iterator[TableRow]:
        """Every declared figure, and every part of one that has parts, that can be written."""
        for figure in FIGURES.values():
            named = {} if figure.key in MEMBER_NAMES or figure.has_members else {"": ""}
            for member, label in {**named, **self.members[figure.key]}.items():
                quote = f"{figure.key}:{member}" if member else figure.key
                if not is_row(read_token(f"[[{quote}]]")):
                    continue
                yield self._row(figure, member, label)

    def _row(self, figure, member, label):
        subject = SUBJECTS.get(figure.subject, figure.subject)
        # A part is found by the words of its figure's title as well.
        title = f"{figure.title} {figure.title_of(label)}" if label else figure.title
        glossary = self.manuscript.glossary if self.manuscript else {}
        return TableRow(
            f"{figure.key}:{member}" if member else figure.key,
            label or figure.title,
            figure.title if member else subject,
            "" if member else f"Counts {figure.counts}.",
            folded(title, subject, figure.counts, known_as(f"{title} {subject}", glossary)),
        )


def timings(quotes: list[str]) -> set[Timing]:
    """When the figures of some rows are of: at a date, in a month or in a period."""
    tokens = (quotes_in(read_token(f"[[{quote}]]")) for quote in quotes)
    keys = {token.key for some in tokens for token in some if isinstance(token, Quote)}
    return {FIGURES[key].timing for key in keys if key in FIGURES}
