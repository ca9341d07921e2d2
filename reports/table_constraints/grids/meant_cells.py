"""The cells of a row that a number may be taken from."""

from dataclasses import replace
from itertools import pairwise

from reports.prose.content import words_of
from reports.prose.numbers import PERCENT
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Quantity, Statement
from reports.quantities.repeats.mentions import Mention
from reports.quantities.repeats.periods import UNSURE, days_in, may_be_one
from reports.quantities.roles import CHANGE
from reports.quantities.tables import Shown, names, names_loosely

OF_SIGHT = words_of("table show shown above below see there were was are is had have has")


def cells_meant(item, table: Shown, written, mention: Mention, cells, reading):
    """(the cells of a row that a number may be, whether its day says so); of a change the
    differences from one period to the next."""
    if item.phrase.role == CHANGE:
        steps = list(_differences(table, cells))
        named = [at for at, head in table.periods if names(written, head)]
        between = [step for step in steps if step[0] in named[1:]]
        return (between if len(named) == len(between) + 1 == 2 else steps), False
    days = [(cell, days_in(table.headings[cell[0]], reading)) for cell in cells]
    if mention.days and mention.days != UNSURE and any(day for _, day in days):
        dated = [cell for cell, day in days if day and may_be_one(mention.days, day, reading)]
        return dated, bool(dated)
    for stretch in (*reversed(around(item)), written):
        heads = [cell for cell in cells if is_named(table.headings[cell[0]], item, stretch)]
        if heads and len(heads) < len(cells):
            return heads, False
    return cells, False


def is_pinned(item: Quantity, table: Shown, cells, meant):
    """True if a sentence of one number names nothing but a row and, of several columns, one."""
    if len(meant) != 1 or len(cells) < 2 or item.phrase.role == CHANGE:
        return False
    head = table.headings[meant[0][0]]
    spoken = stems(item.sentence.said()) - table.named - OF_SIGHT
    alone = not item.sentence.marks("pm") and len(item.sentence.marks("c")) == 1
    return alone and bool(head) and not spoken and is_named(head, item, around(item)[1])


def around(item: Quantity):
    """The words before and behind a number, up to the next one."""
    ahead, behind = item.beside(";")
    return ahead.casefold(), behind.casefold()


def row_of_values(item: Quantity, table: Shown):
    """The place of the one row that holds what else the sentence says, as no other does."""
    named = {other.value for other in item.sentence.marks("cpm")} - {item.value}
    agreeing = [
        [place for place, row in enumerate(table.numbers) if value in {n.value for n in row if n}]
        for value in named
    ]
    rows = {places[0] for places in agreeing if len(places) == 1}
    return rows.pop() if len(rows) == 1 else None


def is_beside(item: Quantity, label: str) -> bool:
    """True if a label stands right before or behind a number."""
    return any(names_loosely(stretch, label) for stretch in around(item))


def has_other_whole(row: Statement, item: Quantity, table: Shown) -> bool:
    """True if a number is the whole of another, or of one that the table does not have or that its
    own share has: `41 of the 149 households`."""
    is_whole = item.phrase.mark in {x.phrase.base for x in row.quantities}
    wholes = {x.value for x in row.quantities if x.phrase.mark == item.phrase.base}
    # “2021/22: 69 of 147, or 47 per cent” is what its share says.
    own = [item.value * 100 / x for x in wholes if x]
    shares = [x.phrase.number for x in row.quantities if x.phrase.number.kind == PERCENT]
    fits = any(verdict(share, x, x) != WRONG for share in shares for x in own)
    return is_whole or fits or not wholes <= table.values


def is_named(heading, item: Quantity, written):
    """True if a text names a heading, or a number counts what a heading names."""
    own = stems(heading)
    return names(written, heading) or bool(own and own <= frozenset(item.phrase.noun))


def _differences(table: Shown, cells):
    """The changes from one period of a row to the next."""
    dated = {place for place, _ in table.periods}
    for (_, item), (at, other) in pairwise(cell for cell in cells if cell[0] in dated):
        value = abs(other.value - item.value)
        yield at, replace(other, value=value, words=number_text(value))
