"""Case audits as a file, case by case: what each refusal says, which team and grade a name means on
which day, and a file of what stands that changes nothing."""

from datetime import date, timedelta

import pytest

from assurance.audits.importing.cases import CASE_AUDITS
from assurance.imports.file_templates import values_of
from tests.cast import make_council, officer
from tests.dbs.importing.reading import asked, refused
from tests.kinds.rows import against, faults
from tests.make.audits import FOUR, case_audit, grade, grade_scale
from tests.make.people import post, second_persons, team

DAY, ONE = date(2015, 7, 6), timedelta(days=1)
database = pytest.mark.django_db
MISSING = "Enter it: every case audit has one"
NO_GRADE = "This is not a grade of a scale in force on that date"
GRADES = "Enter one of: Good, Inadequate, Outstanding, Requires improvement"
BEFORE = (
    "The audit was done on 6 July 2015, so it cannot have been shared on 5 July 2015: "
    "check both dates"
)
NOT_SHARED = (
    "Enter the date the audit was shared with the worker: only a shared audit has a discussion "
    "to record"
)


def row(**said):
    """A row with what an audit needs."""
    usual = {"reference": "CA-1", "audited_on": DAY, "team": "North"}
    return {**usual, "auditor": post("Practice Manager"), **said}


def told(**said):
    """(column, what is wrong, what would be right) of each fault of a row."""
    found = faults(CASE_AUDITS, row(**said), against(CASE_AUDITS, row(**said)))
    return [(one.column, one.wrong, one.right) for one in found]


def team_of(**said):
    """The team that a row asks for."""
    return asked(CASE_AUDITS, row(**said))[0].values["team"]


def scale_of(**said):
    """The first day of the scale of the first grade that a row asks for."""
    return asked(CASE_AUDITS, row(**said))[0].values["first_grade"].scale.from_date


@database
def test_a_row_asks_for_what_it_says_and_for_nothing_about_the_child():
    north = team("North", service="CIN")
    said = {"method": "live", "own_team": False, "strengths": "Clear plan", "service": "CIN"}
    [wanted] = asked(CASE_AUDITS, row(shared_on=DAY, **said))
    assert wanted.identity == {"reference": "CA-1"}
    assert wanted.values == {
        **{"audited_on": DAY, "team": north, "auditor": post("Practice Manager")},
        **{"method": "live", "own_team": False, "strengths": "Clear plan", "shared_on": DAY},
    }


@database
@pytest.mark.parametrize(
    ("said", "column", "wrong", "right"),
    [
        ({"team": "West"}, "team", "There is no team of this name", "Enter one of: East, North"),
        ({"first_grade": "Fair"}, "first_grade", NO_GRADE, GRADES),
        ({"first_grade": "Good", "moderated_grade": "Fair"}, "moderated_grade", NO_GRADE, GRADES),
        ({"team": ""}, "team", "This is missing", MISSING),
        ({"auditor": None}, "auditor", "This is missing", MISSING),
        (
            {"team": "East", "audited_on": date(2015, 6, 30)},
            "team",
            "East began on 1 July 2015: choose the team of the audit’s day",
            "",
        ),
        ({"shared_on": DAY - ONE}, "shared_on", BEFORE, ""),
        ({"recorded_on": DAY}, "recorded_on", NOT_SHARED, ""),
        (
            {"moderated_grade": "Good"},
            "moderated_grade",
            "Choose the first grade too: moderation confirms or changes it",
            "",
        ),
    ],
)
def test_a_refused_row_says_where_what_is_wrong_and_what_would_be_right(said, column, wrong, right):
    team("North")
    team("East", from_date=date(2015, 7, 1))
    grade_scale()
    assert told(**said) == [(column, wrong, right)]


@database
def test_every_fault_of_a_row_is_told_at_once():
    team("North")
    late = {"shared_on": DAY - ONE, "recorded_on": DAY - 2 * ONE}
    assert [column for column, _, _ in told(**late)] == ["shared_on", "recorded_on"]
    unknown = {"team": "West", "first_grade": "Fair", "moderated_grade": "Poor", **late}
    assert [column for column, _, _ in told(**unknown)] == [
        *("team", "first_grade", "moderated_grade")
    ]


@database
def test_where_there_is_no_team_or_scale_at_all_somebody_is_asked_to_add_one():
    assert told() == [
        ("team", "There is no team of this name", "Ask for the team to be added first")
    ]
    team("North")
    [(column, _, right)] = told(first_grade="Good")
    assert (column, right) == ("first_grade", "Ask for a grade scale to be added")
    grade_scale(to_date=DAY - ONE)
    assert told(first_grade="Fair")[0][2] == "Ask for a grade scale to be added"


@database
def test_a_teams_name_is_known_by_its_words_alone():
    side = team("North side")
    team("North")
    for written in ("North-side", "NORTH SIDE", "north_side", " north  side ", "north\u00a0side"):
        assert team_of(team=written) == side, written


@database
def test_a_grade_is_of_the_scale_of_the_audits_day_first_and_last_day_included():
    team("North")
    grade_scale("old", from_date=date(2014, 1, 1), to_date=DAY)
    grade_scale("new", from_date=DAY + ONE)
    assert scale_of(first_grade="good") == date(2014, 1, 1)
    assert scale_of(first_grade="good", audited_on=DAY + ONE) == DAY + ONE
    wrong = told(first_grade="good", audited_on=date(2013, 12, 31))
    assert wrong[0][0] == "first_grade" and "was not in force on 31 December 2013" in wrong[0][1]


@database
def test_a_moderated_grade_is_of_the_scale_of_the_first_where_two_are_in_force():
    team("North")
    four = grade_scale("four", from_date=date(2014, 1, 1))
    two = grade_scale("two", (("met", "Met"), ("good", "Good")), from_date=date(2015, 1, 1))
    second_persons(audits=False, reason="Before this service")
    [of_two] = asked(CASE_AUDITS, row(first_grade="Met", moderated_grade="Good"))
    assert of_two.values["moderated_grade"] == grade("good", two)
    [of_four] = asked(CASE_AUDITS, row(first_grade="Outstanding", moderated_grade="Good"))
    assert of_four.values["moderated_grade"] == grade("good", four)
    assert told(first_grade="Met", moderated_grade="Inadequate") == [
        ("moderated_grade", "Choose a grade of the same scale as the first grade", "")
    ]


@database
def test_of_two_scales_in_force_the_one_that_an_audit_is_graded_by_stays():
    north = team("North")
    held = grade("good", grade_scale("four", from_date=date(2014, 1, 1)))
    grade_scale("two", (("met", "Met"), ("good", "Good")), from_date=date(2015, 1, 1))
    case_audit(reference="CA-1", audited_on=DAY, team=north, first_grade=held)
    second_persons(audits=False, reason="Before this service")
    [wanted] = asked(CASE_AUDITS, row(first_grade="Good", moderated_grade="Good"))
    assert (wanted.values["first_grade"], wanted.values["moderated_grade"]) == (held, held)
    [silent] = asked(CASE_AUDITS, row(moderated_grade="Good"))
    assert silent.values["moderated_grade"] == held
    assert refused(CASE_AUDITS, row(moderated_grade="Good")) == []
    assert refused(CASE_AUDITS, row(first_grade="Met", moderated_grade="Good")) == []


@database
def test_teams_grades_and_audits_of_another_council_are_not_known_here():
    other = make_council("otherby")
    case_audit(council=other, reference="CA-1", shared_on=date(2015, 3, 2))
    team("North", council=other)
    assert [column for column, _, _ in told(first_grade="Good")] == ["team", "first_grade"]
    team("North")
    assert refused(CASE_AUDITS, row(recorded_on=DAY)) == ["recorded_on"]


@database
def test_a_withdrawn_audits_row_is_told_that_and_nothing_else():
    gone = {"withdrawn_on": DAY, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    case_audit(reference="CA-1", **gone)
    [(column, wrong, _)] = told(team="West", first_grade="Fair")
    assert column == "reference" and "an audit withdrawn on 6 July 2015" in wrong


@database
def test_a_file_of_what_stands_holds_each_standing_audit_in_turn_and_refuses_none():
    north = team("North", service="Duty")
    weak, good = grade("inadequate"), grade("good")
    later = case_audit(reference="B", audited_on=DAY, team=north, moderated_grade=weak)
    case_audit(reference="A", audited_on=DAY, team=north, first_grade=None, strengths="Plan")
    first = case_audit(reference="Z", audited_on=DAY - ONE, team=north, shared_on=DAY)
    gone = {"withdrawn_on": DAY, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    case_audit(reference="GONE", **gone)
    case_audit(reference="THEIRS", council=make_council("otherby"))
    rows = list(values_of(CASE_AUDITS, make_council()))
    assert [one["reference"] for one in rows] == ["Z", "A", "B"]
    assert [one["first_grade"] for one in rows] == ["Good", None, "Good"]
    assert [one["moderated_grade"] for one in rows] == [None, None, "Inadequate"]
    assert {(one["team"], one["service"]) for one in rows} == {("North", "Duty")}
    assert all(set(one) == {column.name for column in CASE_AUDITS.columns} for one in rows)
    assert {one["auditor"] for one in rows} == {"Practice Manager"}
    rows = [{**one, "auditor": post(one["auditor"])} for one in rows]
    for one in rows:
        assert refused(CASE_AUDITS, one) == []
    [again] = asked(CASE_AUDITS, rows[2])
    assert again.values["themes"] == ""
    plain = {name: value for name, value in again.values.items() if name != "themes"}
    assert {name: getattr(later, name) or None for name in plain if not plain[name]} == {
        name: None for name in plain if not plain[name]
    }
    assert all(getattr(later, name) == value for name, value in plain.items() if value)
    [again] = asked(CASE_AUDITS, rows[0])
    assert (again.values["first_grade"], again.values["shared_on"]) == (good, first.shared_on)


@pytest.mark.long
@database
def test_many_rows_are_looked_up_together(django_assert_num_queries):
    team("North")
    for number in range(3):
        case_audit(reference=f"CA-{number}")
    rows = [row(reference=f"CA-{number}") for number in range(501)]
    here = make_council()
    with django_assert_num_queries(7):
        found = against(CASE_AUDITS, *rows, council=here)
    known = [one["reference"] for one in rows if found.current("caseaudit", one)]
    assert known == ["CA-0", "CA-1", "CA-2"]


@database
def test_the_edges_of_the_rules_are_taken_and_what_stands_is_read_where_a_row_is_silent():
    team("North")
    grade_scale()
    assert refused(CASE_AUDITS, row(shared_on=DAY, recorded_on=DAY)) == []
    assert refused(CASE_AUDITS, row(audited_on=date(2010, 1, 1))) == []
    case_audit(reference="CA-1", audited_on=DAY, shared_on=date(2015, 7, 10))
    assert refused(CASE_AUDITS, row(recorded_on=date(2015, 7, 11))) == []
    assert refused(CASE_AUDITS, row(recorded_on=date(2015, 7, 9))) == ["recorded_on"]
    assert refused(CASE_AUDITS, row(team=None, auditor=None)) == []


def test_the_columns_of_the_registers_own_file_are_known():
    known = {name.casefold() for one in CASE_AUDITS.columns for name in (one.label, *one.also)}
    file = "Reference,Date of the audit,Team,Service,How it was done,Auditor’s role,Auditor’s team"
    file += ",First grade,Grade at moderation,Shared,Recorded,Strengths,Areas for development"
    assert {name.casefold() for name in file.split(",")} <= known


@database
@pytest.mark.parametrize(
    ("cell", "code"),
    [("RI", "requires_improvement"), ("ri", "requires_improvement"), ("G", None), ("WB", None)],
)
def test_a_grade_is_known_by_its_initials_where_no_other_has_them(cell, code):
    team("North")
    grade_scale(grades=(*FOUR, ("weak", "Well below"), ("wide", "Wide berth")))
    found = told(first_grade=cell)
    assert [one[0] for one in found] == ["first_grade"] * (code is None)
    if code:
        assert asked(CASE_AUDITS, row(first_grade=cell))[0].values["first_grade"].code == code


@database
@pytest.mark.parametrize("has_scale", [True, False])
def test_a_grade_that_is_not_known_lacks_a_scale_only_where_none_is_in_force(has_scale):
    team("East")
    if has_scale:
        grade_scale()
    unknown = row(team="East", first_grade="Fair")
    [fault] = faults(CASE_AUDITS, unknown, against(CASE_AUDITS, unknown))
    assert (fault.missing is None) is has_scale
