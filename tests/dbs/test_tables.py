"""The tables of an audit's page."""

from assurance.dbs.rules import tables
from tests.sweeping import swept

LABELS = {"employee": "Employee", "panel": "Panel member"}


@swept(
    [
        (321, 351, "91.5%"),
        (335, 351, "95.4%"),
        (1, 8, ""),
        (19, 19, ""),
        (1, 20, "5%"),
        (1, 40, "3%"),
        (199, 199, "100%"),
        (1, 200, "0.5%"),
        (0, 200, "0.0%"),
    ]
)
def test_a_percentage_is_rounded_half_up_and_not_given_of_few(part, whole, said):
    assert tables.percent(part, whole) == said


def test_a_share_says_both_numbers_or_that_it_is_not_known():
    assert tables.share({"IN_DATE": 328, "DUE_SOON": 7, "OVERDUE": 16}) == "335 of 351 (95.4%)"
    assert tables.share({"IN_DATE": 3}) == "3 of 3"
    assert tables.share({"DUE_OR_OVERDUE": 3}) == "not known"
    assert tables.share(None) == "not known"


def test_the_two_moments_stand_side_by_side():
    rows = tables.moments({"IN_DATE": 314, "PAST_DUE": 30}, {"IN_DATE": 1344})
    assert rows == [
        ("In date", "314", "1,344"),
        ("Overdue", "30", "0"),
        ("In date, due soon or current", "314 of 344 (91.3%)", "1,344 of 1,344 (100.0%)"),
    ]
    assert tables.moments({"IN_DATE": 3}, None)[0] == ("In date", "3", "not known")


def test_groups_have_a_row_each_and_one_of_all():
    by_group = {
        "panel": {"IN_DATE": 20, "NO_CHECK": 5},
        "employee": {"IN_DATE": 10, "DUE_SOON": 2, "OVERDUE": 1, "UNKNOWN": 1},
    }
    assert tables.groups(by_group, LABELS) == [
        ["Employee", "14", "10", "2", "0", "1", "0", "1", "12 of 14"],
        ["Panel member", "25", "20", "0", "0", "0", "5", "0", "20 of 25 (80%)"],
        ["All", "39", "30", "2", "0", "1", "5", "1", "32 of 39 (82%)"],
    ]
    assert tables.groups({}, LABELS) == []
    assert len(tables.group_columns(by_group)) == 8


def test_groups_that_are_not_told_apart_have_their_numbers_alone():
    entered = {"employee": {"NOT_BROKEN_DOWN": 7}}
    assert tables.group_columns(entered) == ["In scope"]
    assert tables.groups(entered, LABELS) == [["Employee", "7"], ["All", "7"]]
    mixed = {**entered, "panel": {"IN_DATE": 3}}
    assert tables.groups(mixed, LABELS)[0] == ["Employee", "7", *["not known"] * 7]


def test_those_beside_the_population_are_listed_where_there_are_any():
    rows = tables.outside_population_rows({"LEFT_SINCE": 1, "NOT_STARTED": 0}, {"NOT_IN_SCOPE": 1})
    assert rows == [("Not in scope", 0, 1), ("Out of scope since the audit", 1, 0)]


def test_what_came_of_it_is_listed_where_it_was_asked():
    assert tables.follow_up(None) == []
    assert tables.follow_up({"rechecked": 14, "in_progress": 16, "not_started": 0}) == [
        ("Re-checked since", 14),
        ("Re-check in progress", 16),
        ("Nothing applied for yet", 0),
    ]
