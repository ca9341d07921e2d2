"""What came and what went, from one count to the next: a slip in any of them is found."""

import random

import pytest

from tests.checks.drawn import keys
from tests.checks.quantities.grids.sheets import right, sheet, wrong
from tests.checks.quantities.test_grids import table

# Each line of a table of one column, of which one number is mistyped.
DOWN = (
    sheet(
        "Children in care",
        "Movement; Children",
        "In care on 31 March 2014; 451",
        "Started in the year; «198|189»",
        "Ceased in the year; 165",
        "In care on 31 March 2015; 484",
    ),
    sheet(
        "Child protection plans",
        "Movement; Plans",
        "At the start of the year; 312",
        "Plans begun; 287",
        "Plans ended; «304|340»",
        "At the end of the year; 295",
    ),
    sheet(
        "Complaints at the first stage",
        "Movement; Complaints",
        "Brought forward; 46",
        "Received in the year; 231",
        "Closed in the year; 219",
        "Carried forward; «58|68»",
    ),
    sheet(
        "Audit actions",
        "Movement; Actions",
        "Open on 1 April 2015; «87|78»",
        "Raised by audits; 142",
        "Completed; 119",
        "Open on 31 March 2016; 110",
    ),
    sheet(
        "Foster carers",
        "Movement; Households",
        "Approved households on 31 March 2015; 164",
        "Recruited; 31",
        "Resigned or retired; 24",
        "Removed by the panel; 12",
        "Approved households on 31 March 2016; «159|169»",
    ),
    sheet(
        "The waiting list for assessment",
        "Movement; Families",
        "Opening balance; 74",
        "Referred by schools; 118",
        "Referred by health; «63|66»",
        "Left the list; 187",
        "Closing balance; 68",
    ),
    sheet(
        "Social workers in post",
        "Movement; Workers",
        "In post on 30 June 2015; 126",
        "Starters; 38",
        "Leavers; «29|39»",
        "In post on 31 December 2015; 135",
    ),
    sheet(
        "DBS checks under way",
        "Movement; Checks",
        "Open at the start of the quarter; 93",
        "New checks; 214",
        "Withdrawn; 17",
        "Completed; «231|213»",
        "Open at the end of the quarter; 59",
    ),
    sheet(
        "Early help plans",
        "Movement; Families",
        "Plans open on 1 July 2015; 540",
        "New plans; «276|267»",
        "Closed plans; 301",
        "Plans open on 30 September 2015; 515",
    ),
    sheet(
        "Care leavers in touch",
        "Movement; Young people",
        "At the beginning; 188",
        "Became eligible; 52",
        "Left the service; 47",
        "At the end; «193|183»",
    ),
    sheet(
        "Risks on the register",
        "Movement; Risks",
        "At the start; 61",
        "Identified in the half year; 28",
        "Removed; 33",
        "Now; «56|65»",
    ),
    sheet(
        "Children on the adoption list",
        "Movement; Children",
        "Brought forward; 82",
        "Added by the panel; 45",
        "Withdrawn; «12|21»",
        "Off the list by order; 39",
        "Carried forward; 76",
    ),
)
# The same in a row for each group, of which the one is wrong.
ACROSS = (
    sheet(
        "Referrals in hand",
        "Team; Brought forward; Received; Closed; Carried forward",
        "North; 140; 312; 298; 154",
        "South; 96; 274; 259; «111|101»",
    ),
    sheet(
        "Plans in each area",
        "Area; Open on 1 April; New plans; Ended; Open on 30 June",
        "East; 118; 41; 37; 122",
        "West; 204; «63|36»; 78; 189",
        "City; 156; 52; 49; 159",
    ),
    sheet(
        "Staff in each service",
        "Service; At the start; Starters; Leavers; At the end",
        "Fostering; 84; 19; 15; 88",
        "Residential; «132|123»; 41; 36; 137",
        "Leaving care; 47; 13; 11; 49",
    ),
    sheet(
        "Actions after each audit",
        "Audit; Open on 31 March 2015; Raised; Completed; Open on 31 March 2016",
        "Supervision; 64; 38; 51; 51",
        "Case files; 92; 55; «70|77»; 77",
    ),
    sheet(
        "Complaints by stage",
        "Stage; Opening; Received; Withdrawn; Closed; Closing",
        "First; 52; 196; 14; 183; 51",
        "Second; 23; «61|66»; 11; 48; 25",
    ),
    sheet(
        "Vetting",
        "Kind; Start; New checks; Lost; Complete; End",
        "Staff; 71; 180; 12; 196; 43",
        "Volunteers; 38; 94; 16; 77; «39|49»",
    ),
)


@pytest.mark.parametrize("paper", (*DOWN, *ACROSS), ids=lambda text: text[15:45])
def test_a_slip_among_what_came_and_went_is_found(paper):
    assert keys(right(paper)) == []
    assert {"flow-denied", "grid-relation", "parts-of-whole"} & {*keys(wrong(paper))}


# Tables that do not close, and need not.
OPEN = (
    sheet(
        "Children in care, with those whose way is not known",
        "Movement; Children",
        "In care on 31 March 2014; 451",
        "Started in the year; 198",
        "Moved between teams; 20",
        "Ceased in the year; 165",
        "In care on 31 March 2015; 472",
    ),
    sheet(
        "Plans, of which others are left out",
        "Movement; Plans",
        "At the start of the year; 312",
        "Plans begun; 287",
        "Plans ended; 104",
        "At the end of the year; 195",
    ),
    sheet(
        "Complaints without those closed",
        "Movement; Complaints",
        "Brought forward; 46",
        "Received in the year; 231",
        "Carried forward; 58",
    ),
    sheet(
        "Work on two days",
        "Line; Cases",
        "Open on 31 March 2015; 231",
        "Open on 30 June 2015; 219",
        "Open on 30 September 2015; 224",
        "Open on 31 December 2015; 240",
    ),
    sheet(
        "Rates of movement",
        "Line; Per cent",
        "At the start; 41.2",
        "Started; 18.3",
        "Ceased; 15.9",
        "At the end; 44.0",
    ),
    sheet(
        "Checks, one of them withheld",
        "Movement; Checks",
        "Brought forward; 93",
        "New; *",
        "Completed; 231",
        "Carried forward; 59",
    ),
    sheet(
        "The form in which a case is held",
        "Line; Cases",
        "Started by a school; 140",
        "Ended by a school; 96",
        "Started by a nurse; 74",
        "Ended by a nurse; 61",
    ),
)


@pytest.mark.parametrize("paper", OPEN, ids=lambda text: text[15:45])
def test_a_table_that_need_not_close_rests(paper):
    assert "flow-denied" not in keys(paper)


HEADS = (
    ("Open on 1 April", "Received", "Closed", "Open on 30 June"),
    ("Brought forward", "New", "Left", "Carried forward"),
    ("At the start", "Admitted", "Discharged", "At the end"),
    ("Opening", "Registered", "Withdrawn", "Closing"),
)
GROUPS = ("Plans", "Referrals", "Placements", "Complaints")


def balanced(chance):
    """A row that opens, moves and closes."""
    opens, came, went = (chance.randint(60, 400) for _ in range(3))
    return [opens + 200, came, went, opens + 200 + came - went]


@pytest.mark.parametrize("heads", HEADS)
@pytest.mark.parametrize("seed", range(4))
def test_any_cell_of_a_balanced_table_that_is_raised_by_ten_is_found(heads, seed):
    chance = random.Random(seed)
    rows = [balanced(chance) for _ in GROUPS]
    assert keys(_by_group(heads, rows)) == []
    for place in range(len(rows)):
        for column in range(len(heads)):
            broken = [[*row] for row in rows]
            broken[place][column] += 10
            assert keys(_by_group(heads, broken)), (place, column)


def _by_group(heads, rows):
    """The table of a row for each group."""
    return table(
        ("Group", *heads), [(group, *row) for group, row in zip(GROUPS, rows, strict=True)]
    )
