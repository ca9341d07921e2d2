"""What entries print now: the values of the few that are on the screen, read family by family."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from django.db import connection

from assurance.figures.labels import RECORD_NAMES
from assurance.figures.measurement import measure_alone
from assurance.figures.quotable import RECORDS
from assurance.figures.registry import FIGURES
from reports.documents import document as kinds
from reports.language.inline import parse_inline
from reports.language.tokens import RecordField, Token, walk
from reports.papers.assembly.questions import questions_in
from reports.papers.assembly.records import as_known, text_of_value
from reports.papers.assembly.tokens import TokenRenderer
from reports.papers.manuscript import Manuscript
from reports.quotable.entries import Entry

SHOWN = 12
# Once so many queries were made for values, the rest are asked for next. What a subject has for all
# its dates is read in fewer.
MOST_QUERIES = 6
NOT_KNOWN, HIDDEN, UNREAD = "not known", "hidden", "unread"


@dataclass(frozen=True)
class PrintedEntry:
    """An entry with what it prints; a `state` where it prints no value."""

    entry: Entry
    text: str
    state: str = ""


@dataclass
class QueryCount:
    """How many queries have been made while it was entered."""

    spent: int = 0

    def __call__(self, execute, *arguments):
        self.spent += 1
        return execute(*arguments)

    def is_enough(self) -> bool:
        """Whether as many were made as one answer begins with."""
        return self.spent >= MOST_QUERIES


def printed_entries(
    manuscript: Manuscript, entries: Sequence[Entry], *, every: bool = True
) -> list[PrintedEntry]:
    """The first entries with what they print; those that print nothing come last. Without `every`
    a value that takes more queries than one answer has is left unread, but never that of the first
    at its dates: it is the one that is put in by a press, and one without a value comes last."""
    first = entries[:SHOWN]
    count = QueryCount()
    is_enough = _never if every else count.is_enough
    with connection.execute_wrapper(count):
        rows = _known_first(_read(manuscript, first, is_enough))
        if rows and rows[0].state == UNREAD:
            rows = _known_first(_with_first_read(manuscript, rows))
    return rows


def _with_first_read(manuscript, rows):
    """The rows with those read that are of the first at its dates and at others."""
    label = rows[0].entry.label
    own = [row.entry for row in rows if row.entry.label == label]
    read = iter(_read(manuscript, own, _never))
    return [next(read) if row.entry.label == label else row for row in rows]


def _never() -> bool:
    return False


def _known_first(rows: Iterable[PrintedEntry]) -> list[PrintedEntry]:
    return sorted(rows, key=lambda row: row.state == NOT_KNOWN)


def _read(manuscript, entries, is_enough):
    texts = [tuple(parse_inline(entry.token)) for entry in entries]
    queries = [[*questions_in(walk(text), FIGURES, manuscript)] for text in texts]
    query = [item for items in queries for item in items]
    own = {"related": False, "is_enough": is_enough}
    measured = measure_alone(manuscript.council, query, FIGURES, **own)
    renderer = TokenRenderer(manuscript, manuscript.numbering, FIGURES, measured, public=False)
    renderer.fields |= dict(_fields(manuscript, entries, texts, is_enough))
    for entry, text, items in zip(entries, texts, queries, strict=True):
        fields = ((token.kind, token.slug, token.name) for token in _record_fields(text))
        unread = [item for item in items if item.key in FIGURES and item not in measured.exact]
        if unread or (entry.record and not set(fields) <= set(renderer.fields)):
            yield PrintedEntry(entry, "", UNREAD)
        else:
            yield PrintedEntry(entry, *printed(renderer, text))


def _record_fields(text):
    return [token for token in walk(text) if isinstance(token, RecordField)]


def renderer_of(manuscript: Manuscript, tokens: Iterable[Token]) -> TokenRenderer:
    """What prints some tokens as the records give them: for the writer, never for the public."""
    queries = questions_in(tokens, FIGURES, manuscript)
    measured = measure_alone(manuscript.council, queries, FIGURES)
    return TokenRenderer(manuscript, manuscript.numbering, FIGURES, measured, public=False)


def printed(renderer: TokenRenderer, text: tuple) -> tuple[str, str]:
    """(what a passage prints, its state); nothing where it is not known."""
    runs = renderer.runs(text, "")
    marks = {run.kind for run in runs}
    if kinds.FAULT in marks:
        return "", NOT_KNOWN
    return "".join(run.text for run in runs), HIDDEN if kinds.HIDDEN in marks else ""


def _fields(manuscript, entries, texts, is_enough) -> Iterator:
    """((kind, slug, field), its words) of the records among `entries`, each kind read once, until
    it is enough."""
    index = {}
    for entry, text in zip(entries, texts, strict=True):
        if entry.record:
            kind, key = entry.record
            index.setdefault(kind, {}).setdefault(key, []).extend(_record_fields(text))
    for kind, tokens_by_key in index.items():
        if not is_enough():
            yield from _of_kind(manuscript, kind, tokens_by_key, is_enough)


def _of_kind(manuscript, kind, tokens_by_key, is_enough):
    known = RECORDS[kind]
    own = RECORD_NAMES[kind].source.rows(manuscript.council).filter(pk__in=tokens_by_key)

    @cache
    def rows_at(day):
        return {row.pk: row for row in known.at_day.filtered(own, day)}

    @cache
    def row_at(key, day):
        row = rows_at(day).get(key)
        return row and known.for_paper(known.at_day.before_later(row, day), manuscript.paper)

    for key, tokens in tokens_by_key.items():
        if is_enough():
            return
        for token in tokens:

            def text_at(day, key=key, read=known.fields[token.name]):
                row = row_at(key, day)
                return text_of_value(row and read(row))

            text = as_known(manuscript, manuscript.report_date, text_at)
            yield (kind, token.slug, token.name), text
