"""The row of a population: each part in its column, the parts adding up to those in scope."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from assurance.dbs.rules import tables
from assurance.dbs.rules.statuses import COMPLIANT, IN_BASE

PARTS = st.fixed_dictionaries({status: st.integers(0, 400) for status in IN_BASE})


def number(cell):
    """A cell as a number."""
    return int(cell.replace(",", ""))


@given(PARTS, st.integers(0, 9))
def test_the_columns_add_up_to_those_in_scope(parts, left_out):
    headings, cells = tables.population_columns(), tables.population_row(parts, left_out)
    row = dict(zip(headings, cells, strict=True))
    columns = [number(row[heading]) for heading in tables.COLUMNS]
    assert sum(columns) == number(row["In scope"]) == sum(parts.values())
    assert number(row["Left out"]) == left_out
    compliant = sum(people for part, people in parts.items() if part in COMPLIANT)
    assert row["Compliant"].startswith(f"{compliant:,} of {sum(parts.values()):,}")


@given(PARTS, st.integers(0, 9))
def test_a_column_sorts_by_what_its_cell_shows(parts, left_out):
    cells = dict(
        zip(tables.population_columns(), tables.population_row(parts, left_out), strict=True)
    )
    numbers = dict(zip(cells, tables.population_numbers(parts, left_out), strict=True))
    share, shown = numbers.pop("Compliant"), cells.pop("Compliant")
    assert [number(cell) for cell in cells.values()] == list(numbers.values())
    of, whole = (number(text) for text in shown.partition(" (")[0].split(" of "))
    assert (share is None) == (not whole) and (not whole or share * whole == of)


def test_every_status_in_scope_is_in_one_column():
    several = list(tables.COLUMNS.values())
    assert set().union(*several) == set(IN_BASE)
    assert not any(one & other for one, other in combinations(several, 2))


def test_a_percentage_of_few_people_is_not_said():
    assert tables.population_row(dict.fromkeys(IN_BASE, 0), 0)[-2] == "0 of 0"
    assert tables.population_row({IN_BASE[0]: 19}, 0)[-2] == "0 of 19"
    assert "%" in tables.population_row({IN_BASE[0]: 20}, 0)[-2]
