"""What a sentence tells of the rows of a table by it, right and by a slip."""

import pytest

from tests.checks.drawn import keys
from tests.checks.quantities.grids.sheets import right, sheet, wrong

DOOR = sheet(
    "The front door",
    "Stage; Number",
    "Contacts; 6,140",
    "Referrals; 2,310",
    "Repeat referrals; 439",
)
GRADES = sheet(
    "Audits by grade",
    "Grade; Files",
    "Outstanding; 24",
    "Good; 96",
    "Adequate; 61",
    "Weak; 19",
    "Total; 200",
)
CHECKS = sheet(
    "DBS checks by service",
    "Service; Staff; In date",
    "Fostering; 214; 201",
    "Residential; 168; 152",
    "Schools; 340; 331",
    "Total; 722; 684",
)
HOMES = sheet(
    "Where children live",
    "Placement; Children",
    "Foster care; 318",
    "Kinship care; 97",
    "Residential homes; 54",
    "Hostels; 31",
    "Total; 500",
)
COMPLAINTS = sheet(
    "Complaints by outcome",
    "Outcome; 2014/15; 2015/16",
    "Upheld; 83; 62",
    "Partly upheld; 47; 71",
    "Rejected; 126; 107",
    "Total; 256; 240",
)
SPENT = sheet(
    "Spending by service (£000)",
    "Service; Budget; Outturn",
    "Fostering; 6,240; 6,105",
    "Agency homes; 4,180; 4,655",
    "Leaving care; 1,930; 1,872",
    "Assessment; 9,460; 9,318",
)
PLANS = sheet(
    "Plans by reason",
    "Reason; 31 March 2014; 31 March 2015",
    "Neglect; 121; 94",
    "Emotional abuse; 88; 51",
    "Physical abuse; 20; 46",
    "Sexual abuse; 31; 33",
)
COSTS = sheet(
    "What a week costs",
    "Placement; 2014/15; 2015/16",
    "Own carers; £402; £398",
    "Agency carers; £868; £894",
    "Homes; £2,910; £3,140",
    "Hostels; £1,120; £1,085",
)
SHARES = (
    (DOOR, "Repeats make up «19.0|91.0» per cent of referrals."),
    (DOOR, "Of the work at the door, «19.0|10.9» per cent of referrals were repeats."),
    (DOOR, "Repeat referrals were «19.0|7.1» per cent of referrals, which is too many."),
    (DOOR, "We look at repeats first: they are «19.0|91.0»% of all referrals."),
    (GRADES, "Good was the grade of «48.0|84.0» per cent of files."),
    (GRADES, "Weak files make up «9.5|5.9» per cent of all files."),
    (GRADES, "An adequate grade went to «30.5|35.0» per cent of the total."),
    (GRADES, "Outstanding practice was found in «12.0|21.0» per cent of files."),
    (HOMES, "Foster care is where «63.6|66.3» per cent of all children live."),
    (HOMES, "Kinship care looks after «19.4|14.9» per cent of the total."),
    (HOMES, "Residential homes have «10.8|18.0» per cent of all children."),
    (HOMES, "Hostels take «6.2|2.6» per cent of all children."),
    (COMPLAINTS, "Of the year, «44.6|46.4» per cent of all complaints were rejected."),
)
DIFFERENCES = (
    (CHECKS, "Staff in schools outnumber those in fostering by «126|162»."),
    (CHECKS, "Staff in fostering outnumber those in residential by «46|64»."),
    (HOMES, "Foster care exceeds kinship care by «221|212» children."),
    (HOMES, "Children in residential homes outnumber those in hostels by «23|32»."),
    (COMPLAINTS, "Complaints rejected fell by «19|91»."),
    (SPENT, "Agency homes overspent by «£475,000|£457,000»."),
    (SPENT, "Assessment underspent by «£142,000|£124,000»."),
    (SPENT, "Leaving care came in under its budget by «£58,000|£85,000»."),
    (SPENT, "Spending on fostering was under budget by «£135,000|£153,000»."),
    (PLANS, "Plans for neglect fell by «27|72»."),
    (PLANS, "Emotional abuse is down by «37|73»."),
    (PLANS, "Plans for physical abuse went up by «26|62»."),
    (GRADES, "Good files pass adequate files by «35|53»."),
    (GRADES, "Good files outnumber outstanding files by «72|27»."),
)
RANKS = (
    (PLANS, "The sharpest fall in number was in «emotional abuse|neglect»."),
    (PLANS, "The largest rise was in «physical abuse|sexual abuse»."),
    (PLANS, "The biggest increase was in «physical abuse|neglect»."),
    (PLANS, "The steepest drop came in plans for «emotional abuse|sexual abuse»."),
    (PLANS, "The most common reason was «neglect|emotional abuse»."),
    (PLANS, "The least frequent reason was «sexual abuse|neglect»."),
    (COSTS, "The dearest placements are «homes|hostels»."),
    (COSTS, "The cheapest placements are «own carers|agency carers»."),
    (COSTS, "The costliest of the four is «homes|own carers»."),
    (COSTS, "The largest increase was in the cost of «homes|hostels»."),
    (COSTS, "The most expensive kind is «homes|agency carers»."),
    (COMPLAINTS, "The greatest fall was in complaints «upheld|rejected»."),
    (COMPLAINTS, "The most frequent outcome was «rejected|upheld»."),
    (HOMES, "The most common placement is «foster care|kinship care»."),
    (HOMES, "The least common placement is in «hostels|residential homes»."),
    (GRADES, "The most common grade was «good|weak»."),
    (GRADES, "The least frequent grade was «weak|adequate»."),
    (SPENT, "The heaviest spending was on «assessment|leaving care»."),
    (SPENT, "The lightest call on the budget was by «leaving care|fostering»."),
)


def _faults(passages, expected):
    """The right ones that warn, and the wrong ones that are not found."""
    warned = [text for grid, text in passages if keys(f"{grid}\n{right(text)}")]
    missed = [text for grid, text in passages if not expected & {*keys(f"{grid}\n{wrong(text)}")}]
    return warned, missed


@pytest.mark.parametrize(
    ("expected", "passages"),
    [
        ({"share-unlike-table"}, SHARES),
        ({"difference-unlike-table", "text-unlike-table"}, DIFFERENCES),
        ({"superlative-denied", "rank-denied"}, RANKS),
    ],
)
def test_what_is_told_of_a_table_is_held_against_its_cells(expected, passages):
    assert _faults(passages, expected) == ([], [])


# Of other things than the rows of the table, or of what a table cannot bear out.
RESTING = (
    (DOOR, "Schools made 12.4 per cent of referrals."),
    (DOOR, "Nationally, 91.0 per cent of referrals were new."),
    (DOOR, "The target is that repeats are under 17.0 per cent of referrals."),
    (GRADES, "Apart from good files, the most common grade was adequate."),
    (GRADES, "One of the least frequent grades was outstanding."),
    (GRADES, "The second most common grade was adequate."),
    (CHECKS, "Staff in schools grew by 162 since the last paper."),
    (CHECKS, "Residential services fell short of the regional average by 64."),
    (HOMES, "Foster care in the region exceeds that of England by 212 households."),
    (HOMES, "The busiest hostels in the country are ours."),
    (COMPLAINTS, "The most serious complaints were rejected."),
    (COMPLAINTS, "The number upheld was expected to fall by 12."),
    (SPENT, "Agency homes were planned to save £457,000 by then."),
    (SPENT, "Together fostering and assessment saved £277,000."),
    (PLANS, "Not the sharpest fall, but the most welcome, was in neglect."),
    (PLANS, "No steeper drop than that in neglect was ever seen before."),
    (PLANS, "The largest rise in the region was in neglect."),
    (COSTS, "Next to homes, the dearest placements are hostels."),
    (COSTS, "The cheapest possible placement is not always with own carers."),
)


@pytest.mark.parametrize(("grid", "text"), RESTING, ids=lambda text: text[:40])
def test_what_is_told_of_other_things_rests(grid, text):
    assert keys(f"{grid}\n{text}") == []
