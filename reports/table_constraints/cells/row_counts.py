"""The number of rows of a table of which a sentence is true: all teams, none, two of three."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reports.checks.reading import Reading
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.selections import (
    are_rows,
    beside_tables,
    is_of_table,
    rows_counted,
    rows_named,
)
from reports.quantities.tables import Shown, shown_tables
from reports.table_constraints.cells.predicates import rows_true

_NOUN = (
    r"(?:(?:the|our|these|its)\s+)?(?:⟦c(?P<{0}_of>\d+)⟧\s+)?(?:of\s+(?:the|our|these)\s+)?(?:[a-z-]+\s+){{0,2}}?"
    r"(?P<{0}_noun>[a-z]+)\b"
)
_QUANTIFIED = SentencePattern(
    r"\b(?P<not>not\s+)?(?P<all>(?:all|every|each|both)(?:\s+one)?(?:\s+of)?)\s+(?!but\b)"
    rf"{_NOUN.format('all')}"
    rf"|\b(?P<none>none\s+of|neither(?:\s+of)?|not\s+one\s+of|no)\s+{_NOUN.format('none')}"
    rf"|(?P<some>⟦c(?P<many>\d+)⟧|\bone)\s+of\s+{_NOUN.format('some')}"
    r"|\b(?:only|just)\s+(?P<few>⟦c(?P<few_many>\d+)⟧|one)\s+(?P<few_noun>[a-z]+)\b",
    re.I,
)
_OTHER_THAN = re.compile(
    r"^\s+(?:other\s+than|except(?:\s+for)?|apart\s+from|but|save|bar)\s+", re.I
)
_EXCEPT = re.compile(
    r"\b(?:except\w*|apart|other\s+than|save|bar|excluding|aside|all\s+but|every\w*\s+but)\b", re.I
)
# “No sector saw a fall except foster care.”
_AT_END = re.compile(
    r",?\s+(?:except(?:\s+(?:for|that\s+for|in|at))?|apart\s+from|other\s+than|bar|save(?:\s+for)?)\s+(?P<rows>[^.;:,]{3,60})",
    re.I,
)
_WITHOUT = re.compile(r",?\s+without\s+(?:an\s+)?exception", re.I)
# The clause that is true of them ends here.
_ENDS = re.compile(r"[.;:]|,\s+(?:and|but|while|which|where)\b|\s+(?:but|while|whereas)\b", re.I)
_AHEAD = re.compile(r"([^.;:,]*)\s(?:in|for|at|across|among|on)\s+(?:only\s+|just\s+)?$", re.I)
# “In every district between the two quarters” says no more of them.
_OVER_TIME = re.compile(
    r"\b(?:between|over|during|in|across|from)\s+(?:the\s+|these\s+|both\s+)?(?:(?:two|last|past|whole)\s+)?(?:⟦[cd]\d+⟧\s+)?"
    r"(?:years?|quarters?|periods?|terms?|months?|half-?years?|surveys?|counts?)?(?:\s+(?:and|to)\s+⟦d\d+⟧)?",
    re.I,
)
# “All of the four quarters”: the noun may stand behind other words.
_WORDS, _AHEAD_OF_NOUN = re.compile(r"\b[a-z-]+\b(?=[^⟦,;:.]*)", re.I), 40
_ANY = re.compile(r"(?:kind|type|group|categor|sort|area|part|theme|heading)(?:s|ies)?$", re.I)
_SOME = re.compile(r"\b(?:later|earlier|other|larger|smaller|new|remaining|first|last)\s+$", re.I)
_NEARLY = re.compile(r"\b(?:nearly|almost|virtually|about|at\s+least|more\s+than|over)\s+$", re.I)
_MEND = "Write what the table shows."


@dataclass(frozen=True)
class _Claim:
    """A few rows, `least` and `most` of them, and the clause that is of them."""

    words: str
    least: int
    most: int
    clause: str
    named: frozenset[int] | None = None
    is_counted: bool = False


def row_counts(reading: Reading) -> Iterator[Denial]:
    """A clause about all, some or no rows of a table is true of so many."""
    near = {row.order: tables for row, tables in beside_tables(reading)}
    for row in statements(reading):
        if _QUANTIFIED.search(row.sentence.text):
            tables = near.get(row.order, ())
            grids = [x for x in tables if not x.is_list and len(rows_counted(x)) > 1]
            for table in [x for x in grids if _claims(row, x)] or _far_tables(reading, row):
                yield from _denied(row, table)


def _far_tables(reading: Reading, row: Statement) -> list[Shown]:
    """The one table of a report whose rows a sentence far from it tells of, with their number."""
    tables = [x for x in shown_tables(reading) if len(rows_counted(x)) > 1]
    named = [x for x in tables if any(claim.is_counted for claim in _claims(row, x))]
    return named if len(named) == 1 else []


def _denied(row: Statement, table: Shown) -> Iterator[Denial]:
    claims = _claims(row, table)
    if len(claims) != 1 or not is_of_table(row, table):
        return
    claim = claims[0]
    true = rows_true(row, table, claim.clause)
    if true is None:
        return
    wrong = true != claim.named if claim.named else not claim.least <= len(true) <= claim.most
    if wrong:
        labels = ", ".join(f"“{table.rows[at]}”" for at in sorted(true)) or "none of its rows"
        words = row.sentence.said(claim.words).strip()
        says = f"The report has “{words}”, but by the table ({table.grid.at}) it is true of "
        yield Denial(row.line, row.span, f"{says}{labels}.", _MEND)


def _claims(row: Statement, table: Shown) -> list[_Claim]:
    return list(_read(row, table))


def _read(row: Statement, table: Shown) -> Iterator[_Claim]:
    text, many = row.sentence.text, len(rows_counted(table))
    for match in _QUANTIFIED.finditer(text):
        groups = match.groupdict()
        kind = next(name for name in ("all", "none", "some", "few") if groups[name])
        whole = groups.get(f"{kind}_of")
        counted = whole and row.sentence.thing(whole).value == many
        # “All three kinds of school” are the three rows of a table headed “Phase”.
        nouns = _WORDS.finditer(text, match.start(f"{kind}_noun"), match.end() + _AHEAD_OF_NOUN)
        noun = next((x for x in islice(nouns, 3) if are_rows(table, x.group())), None)
        if noun is None and counted and _ANY.match(groups[f"{kind}_noun"]):
            noun = match
        # “Each of the later stages” is of some rows.
        some = noun and _SOME.search(text[match.start() : noun.start()])
        if noun is None or some or (whole and not counted) or _NEARLY.search(text[: match.start()]):
            continue
        clause = text[noun.end() :]
        named = None
        if other := _OTHER_THAN.match(clause):
            clause, named = _left_out(row, table, clause[other.end() :])
        elif at_end := _AT_END.search(clause):
            named = frozenset(rows_named(table, row.sentence.said(at_end["rows"]))) or None
            clause = clause[: at_end.start()]
        elif _EXCEPT.search(_WITHOUT.sub("", text)):
            continue
        if other or at_end:
            if named is None or kind not in ("all", "none"):
                continue
            named = named if kind == "none" else frozenset(rows_counted(table)) - named
        end = _ENDS.search(clause)
        clause = clause[: end.start()] if end else clause
        # “Numbers went up in three of the sectors.”
        ahead = _AHEAD.search(text[: match.start()])
        clause = _WITHOUT.sub("", clause)
        statement = _OVER_TIME.sub("", clause)
        clause = ahead[1] if ahead and not re.search(r"[a-z]", statement, re.I) else clause
        least, most = _bounds(row, groups, kind, many)
        yield _Claim(match.group(), least, most, clause, named, bool(whole))


def _left_out(row: Statement, table: Shown, text):
    """(the clause behind the rows that are left out, those rows or None where none is named)."""
    verb = re.search(r"\s(?:was|were|is|are|had|has|have|did|[a-z]+ed|saw|made|held)\b", text)
    named = rows_named(table, row.sentence.said(text[: verb.start()])) if verb else []
    return (text[verb.start() :], frozenset(named)) if named else (text, None)


def _bounds(row: Statement, groups, kind, many):
    """The least and the most rows of which it may be true."""
    if kind == "all":
        return (0, many - 1) if groups["not"] else (many, many)
    if kind == "none":
        return 0, 0
    mark = groups["many"] if kind == "some" else groups["few_many"]
    number = row.sentence.thing(mark).value if mark else 1
    return number, number
