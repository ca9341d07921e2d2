"""How many rows of a table went one way between its two periods, in counts, shares or grades:
`all five teams had fewer complaints than a year earlier`, `both judgements went up`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, CONDITIONS, EXCEPTIONS, EXPECTATIONS, OTHER_AREAS
from reports.prose.numbers import Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.grades import rung
from reports.prose.quantities.phrases import phrase_after, stems
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.selections import are_rows, rows_counted
from reports.quantities.tables import Shown, tables_near
from reports.table_constraints.claims.clauses import clause_around
from reports.table_constraints.claims.directions import Way, way_in
from reports.table_constraints.claims.grade_tables import grade_tables

_THE = r"(?:\s+(?:the|our|these|its|those))?"
_OF = rf"(?:\s+(?:single\s+)?(?:one\s+)?of)?{_THE}(?:\s+⟦c(?P<{{0}}_of>\d+)⟧)?(?:\s+of{_THE})?"
_NOUN = r"\s+(?:[a-z-]+\s+){{0,2}}?(?P<{0}_noun>[a-z]+)\b"
_COUNTED = SentencePattern(
    rf"\b(?P<all>all|every|each|both){_OF.format('all')}{_NOUN.format('all')}"
    rf"|\b(?P<none>none|neither|no|not\s+one|not\s+a\s+single){_OF.format('none')}{_NOUN.format('none')}"
    rf"|(?P<some>⟦c(?P<many>\d+)⟧|\bone)\s+(?:out\s+)?of\s+(?:the\s+|our\s+|these\s+)?(?:⟦c(?P<some_of>\d+)⟧\s+)?(?:[a-z-]+\s+){{0,2}}?(?P<some_noun>[a-z]+)\b",
    re.I,
)
_UNSURE = SentencePattern(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EXCEPTIONS}|{CONDITIONS}|could|whether|{EXPECTATIONS}|not\s+all|"
    r"nearly|almost|virtually|save|bar|aside|but|since|average|never|n[’']t|"
    r"than\s+(?:the|any|its|their|in)\s+(?!(?:previous|last|prior|same|year|quarter|corresponding)\b)[a-z]+)\b",
    re.I,
)
_ENDS = re.compile(r"[;:]|,|\.\s|\b(?:and|while|whereas|although|though|which|where)\b", re.I)
_THEN = re.compile(r"\b(?:previous|last|prior|before|earlier|old|then|start|opening)\b", re.I)
_NOW = re.compile(r"\b(?:this|current|now|latest|after|later|new|end|closing)\b", re.I)
_MEND = "Write what the table shows."


@dataclass(frozen=True)
class _Claim:
    """So many rows, all that `noun` names, claimed to have gone one way."""

    words: str
    many: int | None
    whole: int | None
    noun: str
    way: Way
    clause: str


def moves(reading: Reading) -> Iterator[Denial]:
    """So many rows of a table with two periods went up or down, or got better, as it shows."""
    for row in statements(reading):
        claim = _claim_of(row)
        near = (tables_near, grade_tables) if claim else ()
        tables = [table for read in near for table in read(reading, row.line)]
        pairs = [(x, columns) for x in tables if (columns := _pair(x)) and _is_of_rows(x, claim)]
        if len(pairs) == 1:
            yield from _denied(row, *pairs[0], claim)


def _claim_of(row: Statement) -> _Claim | None:
    """The claim of so many rows in the one clause of a sentence with a direction."""
    text = row.sentence.text
    matches = [*_COUNTED.finditer(text)]
    if len(matches) != 1 or _UNSURE.search(text):
        return None
    match = matches[0]
    start, end = clause_around(text, match, _ENDS)
    clause = text[start:end]
    way = way_in(clause)
    if way is None or re.search(r"⟦[pmq]", clause):
        return None
    kind = next(name for name in ("all", "none", "some") if match[name])
    of = match[f"{kind}_of"]
    whole = row.sentence.thing(of).value if of else None
    if match[kind].casefold() in ("both", "neither"):
        whole = 2
    many = {"all": None, "none": 0}.get(kind, 1)
    many = row.sentence.thing(match["many"]).value if kind == "some" and match["many"] else many
    return _Claim(match.group(), many, whole, match[f"{kind}_noun"], way, clause)


def _pair(table: Shown) -> tuple[int, int] | None:
    """The places of a table's columns of two periods, the earlier first."""
    if table.is_list:
        return None
    if len(table.periods) == len(("then", "now")):
        return table.periods[0][0], table.periods[1][0]
    heads = [(at, head) for at, head in enumerate(table.headings) if at and head]
    then = [at for at, head in heads if _THEN.search(head)]
    now = [at for at, head in heads if _NOW.search(head)]
    return (then[0], now[0]) if len(then) == len(now) == 1 and then != now else None


def _is_of_rows(table: Shown, claim: _Claim) -> bool:
    """True if a claim is of the rows of a table, by the name of their column or by their number
    and the words of the table."""
    many = len(_rows(table))
    if many < len(("one", "other")) or (claim.whole is not None and claim.whole != many):
        return False
    named = are_rows(table, claim.noun) or (
        not any(map(any, table.numbers)) and bool(stems(claim.noun) & stems(table.grid.caption))
    )
    return named or (claim.whole == many and bool(stems(claim.noun) & table.named))


def _rows(table: Shown) -> list[int]:
    """The places of the rows that are claimed of; among grades “overall” is one like any other."""
    return rows_counted(table) if any(map(any, table.numbers)) else [*range(len(table.rows))]


def _denied(row: Statement, table: Shown, columns, claim: _Claim) -> Iterator[Denial]:
    if not _is_measured(table, claim):
        return
    steps = {}
    for at in _rows(table):
        ends = [_value(table, at, column) for column in columns]
        if None in ends or ends[0][1] != ends[1][1]:
            return
        (first, kind), (last, _) = ends
        sign = claim.way.sign or claim.way.good
        if kind is not None:
            sign = claim.way.sign_for(f"{claim.clause} {table.grid.caption} {table.rows[at]}")
        if not sign:
            return
        steps[at] = (last - first) * sign > 0
    true = [at for at, went in steps.items() if went]
    many = len(steps) if claim.many is None else claim.many
    if len(true) != many:
        labels = ", ".join(f"“{table.rows[at]}”" for at in true) or "none of its rows"
        says = f"The report has “{row.sentence.said(claim.words).strip()}” with "
        says += f"“{claim.way.words}”, but by the table ({table.grid.at}) it is true of {labels}."
        yield Denial(row.line, row.span, says, _MEND)


def _is_measured(table: Shown, claim: _Claim) -> bool:
    """True unless a clause names, right behind its direction, what the table does not."""
    behind = claim.clause[claim.way.end :]
    noun = stems(phrase_after(re.sub(r"^\s+(?:in|of)\s", " ", behind)))
    return not noun or bool(noun & table.named)


def _value(table: Shown, row: int, column: int):
    """(the number, its kind) of a cell; of a grade how good it is, with no kind."""
    cells, numbers = table.grid.rows[row], table.numbers[row]
    if column >= len(cells):
        return None
    number: Number | None = numbers[column] if column < len(numbers) else None
    if number is not None:
        return number.value, number.kind
    rank = rung(cells[column].text)
    return (-rank, None) if rank is not None else None
