"""An attacker's tables: what is hidden in one and follows from it or from another is an error, and
nothing else is."""

from itertools import product
from random import Random

import pytest

from reports.checks.rule import Severity
from reports.table_constraints.grids.hidden_cells import hidden_cells
from reports.verdicts.run import check
from tests.checks.drawn import KNOWN, reading
from tests.sweeping import swept

LABELS, HEADS = ("Foster care", "Homes", "Kin"), ("Boys", "Girls")
MOST = 24


def table(caption, heads, rows):
    """A table as it is drawn."""
    lines = (" | ".join(map(str, row)) for row in (("Placement", *heads), *rows))
    return "\n".join((f"Table: {caption}", *(f"| {line} |" for line in lines)))


def told(*pieces):
    """(severity, what is said) of every cell that is given away."""
    found = check(reading("\n\n".join(pieces)), KNOWN, [hidden_cells])
    return [(one.severity, one.fault.says) for one in found]


def drawn(seed):
    """A table of counts with totals, the cells that it hides, and whether the totals of its rows
    stand in another table."""
    random = Random(seed)
    cells = [[random.choice((1, 2, 3, 7, 9, 12)) for _ in HEADS] for _ in LABELS]
    places = list(product(range(len(LABELS)), range(len(HEADS))))
    hidden = set(random.sample(places, random.choice((1, 2, 2, 3, 4))))
    return cells, hidden, random.random() < 0.5


def pieces_of(cells, hidden, apart):
    """The table, or two, as they are printed: each with totals down and across."""
    shown = [
        ["[c]" if (row, column) in hidden else count for column, count in enumerate(line)]
        for row, line in enumerate(cells)
    ]
    down = [sum(column) for column in zip(*cells, strict=True)]
    rows = [[label, *line] for label, line in zip(LABELS, shown, strict=True)]
    across = [sum(line) for line in cells]
    if apart:
        other = [[label, total] for label, total in zip(LABELS, across, strict=True)]
        first = table("By sex", HEADS, [*rows, ["Total", *down]])
        return first, "It rained.", table("In all", ("Children",), other)
    wide = [[*row, total] for row, total in zip(rows, across, strict=True)]
    return (table("By sex", (*HEADS, "Total"), [*wide, ["Total", *down, sum(down)]]),)


def values_of(cells, hidden):
    """Hidden cell → every number that it can be beside what is shown of rows and columns."""
    places = sorted(hidden)
    down = [sum(column) for column in zip(*cells, strict=True)]
    across = [sum(line) for line in cells]
    found = {place: set() for place in places}
    for world in product(*(range(min(across[r], down[c]) + 1) for r, c in places)):
        trial = [list(line) for line in cells]
        for (row, column), count in zip(places, world, strict=True):
            trial[row][column] = count
        same = [sum(line) for line in trial] == across
        if same and [sum(column) for column in zip(*trial, strict=True)] == down:
            for place, count in zip(places, world, strict=True):
                found[place].add(count)
    return found


def is_borne_out(cells, hidden):
    """Whether another table shows by its numbers that it tells of the same: two rows alike."""
    whole = {sum(line) for row, line in enumerate(cells) if not {(row, 0), (row, 1)} & hidden}
    return len(whole) * 2 >= len(LABELS) - 1 and any(count > 5 for count in whole)


@swept(range(400))
def test_a_cell_is_given_away_where_fewer_than_three_numbers_fit_it(seed):
    cells, hidden, apart = drawn(seed)
    few = {place for place, values in values_of(cells, hidden).items() if len(values) < 3}
    said = told(*pieces_of(cells, hidden, apart))
    named = {
        (row, column)
        for row, column in hidden
        if any(f"“{LABELS[row]}, {HEADS[column]}”" in says for _weight, says in said)
    }
    assert all(weight == Severity.ERROR for weight, _says in said)
    if apart and not is_borne_out(cells, hidden):
        assert named <= few
    else:
        assert named == few, (cells, hidden, apart)


def test_total_rows_alone_bear_out_that_a_column_is_the_sum_of_others():
    rows = [["A", "[c]", 21], ["B", "[c]", 22], ["Total", 20, 43]]
    for total, many in ((63, 2), (64, 0)):
        whole = table("In all", ("Children",), [["A", 38], ["B", 25], ["Total", total]])
        assert len(told(table("By sex", HEADS, rows), "It rained.", whole)) == many


SAFE = (
    # Two hidden in each row and column, of many numbers.
    table(
        "Sex",
        (*HEADS, "Total"),
        [["A", "[c]", "[c]", 20], ["B", "[c]", "[c]", 30], ["Total", 25, 25, 50]],
    ),
    # Nothing hidden, other labels, other numbers, a rate, several answers each, no whole.
    table("Sex", HEADS, [["A", 3, 9], ["Total", 3, 9]]),
    f"{table('Sex', HEADS, [['A', '[c]', 9], ['B', '[c]', 8], ['C', 7, 7]])}\n\n"
    + table("Homes", ("Number",), [["D", 12], ["E", 10], ["F", 14]]),
    f"{table('Sex', HEADS, [['A', '[c]', 9], ['B', 6, 8], ['C', 7, 7]])}\n\n"
    + table("Homes", ("Number",), [["A", 12], ["B", 99], ["C", 14]]),
    table("Lines", ("Number",), [["A", "*"], ["B", 8], ["Total", 9]]),
    table("Share", ("Per cent",), [["A", "[c]"], ["B", "20%"], ["Total", "100%"]]),
    table("More than one answer", HEADS, [["A", "[c]", 9], ["B", 4, 8], ["Total", 9, 17]]),
    table("Sex", HEADS, [["A", "[c]", 9], ["B", 8, 8], ["C", 8, 8]]),
)


@pytest.mark.parametrize("text", SAFE)
def test_a_table_whose_hidden_cells_are_safe_is_left_in_peace(text):
    assert told(text) == []


HIDDEN = (
    "[c]",
    "*",
    "<6",
    "fewer than six",
    "not shown",
    "suppressed",
    "1 to 5",
    "{{[c]|a.b|2015-12-01}}",
)


@pytest.mark.parametrize("mark", HIDDEN)
@pytest.mark.parametrize("whole", ["14", "{{14|a.all|2015-12-01}}"])
def test_however_a_cell_is_hidden_and_its_whole_is_told_it_is_found(mark, whole):
    rows = [["A", mark, 12], ["B", 8, 8], ["Total", 11, 20]]
    [(_weight, says)] = told(table("Sex", HEADS, [rows[0], rows[1], ["Total", whole, 20]]))
    assert "“A, Boys”" in says and "“Total, Boys”" in says and " 6" not in says
    assert told(table("Sex", HEADS, [*rows[:2]])) == []


def test_a_cell_that_another_table_shows_is_found_there_and_both_places_are_named():
    first = table("Placement", ("1 December 2015",), [["A", "[c]"], ["B", 20], ["C", 31], ["D", 9]])
    second = table("Homes", ("Number",), [["A", 3], ["B", 20], ["C", 31], ["D", 9]])
    [(_weight, says)] = told(first, "# Elsewhere\n\nIt rained.", second)
    assert "table 1" in says.casefold() and "table 2" in says.casefold()
    turned = table(
        "Homes", ("A", "B", "C", "D"), [["Number", 3, 20, 31, 9], ["Of these", 1, 1, 1, 1]]
    )
    assert len(told(first, "# Elsewhere\n\nIt rained.", turned)) == 1


def test_a_whole_that_a_sentence_tells_far_away_is_weighed():
    whole = "# One\n\nOn 1 December 2015 we looked after 54 children.\n\n# Two\n\n"
    rows = [["A", "[c]"], ["B", 20], ["C", 31]]
    caption = "Children looked after by placement, 1 December 2015"
    [(_weight, says)] = told(whole, table(caption, ("Number",), rows))
    assert "paragraph 1" in says and "table 1" in says.casefold()
    assert (
        told(whole.replace("54", "94"), table(caption, ("Number",), [rows[0], rows[0], *rows[1:]]))
        == []
    )
    assert told(whole, table(caption.replace("2015", "2014"), ("Number",), rows)) == []
    assert told(whole.replace("looked after", "fostered"), table(caption, ("Number",), rows)) == []
