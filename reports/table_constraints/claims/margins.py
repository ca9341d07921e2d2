"""Which of two rows is the larger, and by how many: `agencies look after more than our own carers
do, by a margin of 65`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, Number
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import beside_tables, is_of_table, rows_counted
from reports.quantities.tables import Shown
from reports.table_constraints.claims.clauses import clause_around
from reports.table_constraints.claims.names import rows_meant

_THAN = re.compile(
    r"\b(?P<word>(?P<more>more|higher|larger|greater|bigger|longer)|(?P<less>fewer|less|lower|smaller|shorter))\b"
    r"(?P<noun>[^.;:,]{0,60}?)\bthan\s+(?!⟦|half|any\b|all\b|ever\b|usual|expected|planned|before|last|the\s+previous)(?P<other>[^.;:,]{3,70})"
    r"|\b(?P<verb>(?P<beats>outnumber(?:s|ed)?|outstripp?(?:s|ed)?|exceed(?:s|ed)?|overt(?:akes?|ook|aken))|"
    r"(?P<trails>trail(?:s|ed)?))\s+(?P<passed>[^.;:,]{3,70})",
    re.I,
)
_BY = re.compile(
    r"\bby\s+(?:a\s+(?:margin|difference|gap)\s+of\s+)?(?:some\s+|only\s+|just\s+)?⟦c(?P<mark>\d+)⟧|"
    r"\b(?:margin|difference|gap)\s+(?:is|was|of|being)\s+⟦c(?P<gap>\d+)⟧",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:not|never|no|nor|neither|if|would|should|will|before|earlier|previous\w*|last|used\s+to|rise|rose|fell|fall|growth|"
    r"increase\w*|nation\w*|england|region\w*|once|twice|times|half|together|combined|either|both)\b|⟦p",
    re.I,
)
_BREAKS = re.compile(r"[;:]|\.\s|,\s|\b(?:and|but|while|whereas|although|though)\b", re.I)
_MEND = "Write what the table shows."


def margins(reading: Reading) -> Iterator[Denial]:
    """Of two rows of a table the one that is called the larger is, by as many as is written."""
    for row, tables in beside_tables(reading):
        text = row.sentence.text
        matches = [*_THAN.finditer(text)]
        if len(matches) != 1 or _UNSURE.search(text):
            continue
        match, by = matches[0], _BY.search(text)
        start, _ = clause_around(text, match, _BREAKS)
        stated = row.sentence.thing(by["mark"] or by["gap"]) if by else None
        for table in tables:
            # Of several periods the last is read, unless the sentence names one.
            is_read = "⟦d" not in text or len(table.periods) < 2
            if is_read and is_of_table(row, table) and row.line.at != table.grid.at:
                yield from _denied(row, table, match, text[start : match.start()], stated)


def _denied(
    row: Statement, table: Shown, match: re.Match, lead: str, stated: Number | None
) -> Iterator[Denial]:
    other = match["other"] or match["passed"]
    first = _row(table, row.sentence.said(f"{lead} {match['noun'] or ''}"))
    second = _row(table, row.sentence.said(other))
    if first is None or second is None or first == second:
        return
    pairs = [x for x in _pairs(table, first, second) if x[0].kind == COUNT or stated is None]
    gaps = [x for x in pairs if stated and abs(x[0].value - x[1].value) == stated.value]
    sign = 1 if match["more"] or match["beats"] else -1
    chosen = gaps or pairs
    if chosen and all((a.value - b.value) * sign < 0 for a, b in chosen):
        a, b = chosen[0]
        says = f"The {table.kind} ({table.grid.at}) has {a.words} for “{table.rows[first]}” and "
        says += f"{b.words} for “{table.rows[second]}”, but the report has "
        yield Denial(row.line, row.span, f"{says}“{match['word'] or match['verb']}”.", _MEND)
    elif len(pairs) == 1 and stated and not gaps and not stated.bound:
        (a, b), gap = pairs[0], abs(pairs[0][0].value - pairs[0][1].value)
        says = f"{a.words} and {b.words} ({table.grid.at}) differ by {number_text(gap)}, "
        yield Denial(row.line, stated, f"{says}but the report gives {stated.words}.", _MEND)


def _pairs(table: Shown, first: int, second: int) -> Sequence[tuple[Number, Number]]:
    """The two numbers of the rows in each column that has both, of periods in the last."""
    cells = zip(table.numbers[first], table.numbers[second], strict=False)
    rows = [(at, a, b) for at, (a, b) in enumerate(cells) if a and b and a.kind == b.kind]
    if len(table.periods) > 1:
        rows = [x for x in rows if x[0] == table.periods[-1][0]]
    return [(a, b) for _, a, b in rows]


def _row(table: Shown, text: str) -> int | None:
    """The one row that a text names, or that alone has one of its words."""
    named = rows_meant(table, text)
    if named:
        return named[0] if len(named) == 1 else None
    labels = {at: stems(table.rows[at]) for at in rows_counted(table)}
    many = Counter(word for label in labels.values() for word in label)
    plain = stems(f"{table.grid.caption} {' '.join(table.headings)}")
    own = {word for word in stems(text) - plain if many[word] == 1}
    places = [at for at, label in labels.items() if label & own]
    return places[0] if len(places) == 1 else None
