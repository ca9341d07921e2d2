"""Tables read by the relations that hold in them, against numbers that are reckoned here."""

import random

import pytest

from tests.constraints.test_constraints import keys

AREAS = ("North", "South", "East", "West", "Mid")


def table(heads, rows, caption="Work by area"):
    """A table in a section of its own, in the language of drawn papers."""
    lines = [f"| {' | '.join(map(str, row))} |" for row in (heads, *rows)]
    return "\n".join(("# Work", "", f"Table: {caption}", *lines, ""))


def drawn(columns, seed=7):
    """A row of numbers for each area, by a fixed seed."""
    chance = random.Random(seed)
    return [[chance.randint(40, 400) for _ in range(columns)] for _ in AREAS]


def in_areas(cells):
    """Rows of cells with the name of an area before each."""
    return [(area, *row) for area, row in zip(AREAS, cells, strict=True)]


RECKONED = {
    "difference": lambda a, b: abs(a - b),
    "signed": lambda a, b: b - a,
    "sum": lambda a, b: a + b,
}


@pytest.mark.parametrize("name", RECKONED)
def test_a_relation_of_every_row_is_found_where_one_denies_it(name):
    made = [(a, b, RECKONED[name](a, b)) for a, b in drawn(2)]
    heads = ("Area", "Held", "Met", "Change" if name != "sum" else "Both")
    assert keys(table(heads, in_areas(made))) == set()
    for place in range(len(AREAS)):
        wrong = [list(row) for row in made]
        wrong[place][2] += 11
        assert keys(table(heads, in_areas(wrong))), place


def test_a_rate_of_every_row_is_found_where_one_denies_it():
    made = [(a, 3 * a + b % 9) for a, b in drawn(2)]
    rows = [(a, b, f"{b / a:.1f}") for a, b in made]
    heads = ("Area", "Workers", "Cases", "Cases per worker")
    assert keys(table(heads, in_areas(rows))) == set()
    rows[2] = (*rows[2][:2], "4.4")
    assert keys(table(heads, in_areas(rows))) == {"grid-relation"}


def test_a_running_total_is_held_to_its_head():
    counts = [row[0] for row in drawn(1)]
    rows = [(count, sum(counts[: place + 1])) for place, count in enumerate(counts)]
    heads = ("Area", "Cases", "Running total")
    assert keys(table(heads, in_areas(rows))) == set()
    rows[1] = (rows[1][0], rows[1][1] + 18)
    assert keys(table(heads, in_areas(rows))) == {"grid-relation"}


def test_a_last_row_is_a_sum_whatever_it_is_called():
    cells = drawn(4)
    whole = [sum(column) for column in zip(*cells, strict=True)]
    heads = ("Area", "Spring", "Summer", "Autumn", "Winter")
    for name in ("Year", "Borough", "All teams"):
        assert keys(table(heads, [*in_areas(cells), (name, *whole)])) == set()
        wrong = [whole[0], whole[1] + 20, *whole[2:]]
        assert keys(table(heads, [*in_areas(cells), (name, *wrong)])), name


SILENT = {
    "two_numbers_by_chance": [(9, 5, 4), (8, 3, 5), (7, 2, 9), (12, 6, 11), (4, 4, 1)],
    "rounded": [("14.2", "17.0", "2.8"), ("16.3", "16.9", "0.7"), ("19.8", "19.1", "-0.7")],
    "nil": [(120, 120, "-"), (140, 130, 10), (90, 90, "nil")],
    "withheld": [(120, 100, 20), (140, 130, "*"), (190, 140, 50)],
}


@pytest.mark.parametrize("name", SILENT)
def test_what_holds_by_chance_or_by_rounding_rests(name):
    rows = list(zip(AREAS, *zip(*SILENT[name], strict=True), strict=False))
    assert keys(table(("Area", "Held", "Met", "Change"), rows)) - {"small-number"} == set()


def test_people_who_stand_in_several_rows_are_no_sum():
    rows = [("1", 31, 62, 44), ("2", 38, 74, 51), ("3", 42, 81, 60), ("4", 39, 70, 47)]
    heads = ("Quarter", "Visits", "Episodes", "Children")
    assert keys(table(heads, [*rows, ("Year", 150, 287, 140)])) == set()


def test_a_caption_states_what_its_table_comes_to():
    rows = [("North", 14, 21, 35), ("South", 25, 32, 57), ("East", 12, 12, 24)]
    heads = ("Service", "Late", "Missing", "Exceptions")
    for whole, is_wrong in ((116, False), (161, True), (940, False)):
        grid = table(heads, rows, f"The {whole} exceptions, by nature")
        assert ("grid-whole" in keys(grid)) == is_wrong, whole


SPENT = """# Money

Against a budget of £29.160m we spent {}. By service (£000, budget first):

* own fostering, 6,240 and 6,105;
* agency fostering, 4,180 and 4,655;
* homes, 7,350 and 8,215;
* leaving care, 1,930 and 1,872;
* assessment, 9,460 and 9,318.
"""


def test_a_list_of_two_columns_comes_to_the_wholes_over_it():
    assert "grid-whole" not in keys(SPENT.format("£30.165m"))
    assert "grid-whole" in keys(SPENT.format("£30.615m"))
    assert "grid-whole" not in keys(SPENT.format("£41m"))
