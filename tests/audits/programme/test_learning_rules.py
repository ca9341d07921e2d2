"""The rules of learning meetings, the charts of what audits show, and the words of moderation, as
plain functions."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from assurance.audits.rules import case_audits as audit_rules
from assurance.audits.rules import groups, learning
from assurance.audits.rules.groups import Part, Row, Spread, Table

HELD, ONE = date(2015, 9, 7), timedelta(days=1)
MEETING = {
    **dict.fromkeys(("reviewed_from", "reviewed_to", "circulated_on", "next_on")),
    **{"held_on": HELD, "rounds": [], "reviewed": "Scorecard", "circulated_to": ""},
}


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"reviewed": "", "rounds": ["a round"]},
        {"reviewed": "", "audits": ["CA-1"]},
        {"reviewed": "", "reviewed_from": HELD, "reviewed_to": HELD},
        {"circulated_on": HELD, "circulated_to": "Managers"},
        {"circulated_to": "Managers"},
        {"next_on": HELD + ONE},
        {"held_on": None, "next_on": HELD, "circulated_on": HELD, "circulated_to": "Managers"},
    ],
)
def test_a_meeting_that_fits_together_is_let_by(said):
    assert learning.faults({**MEETING, **said}) == []


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"reviewed": "  "}, "reviewed", "Enter the material reviewed"),
        ({"reviewed_from": HELD}, "reviewed_to", "both the start date and the end date"),
        (
            {"reviewed_from": HELD, "reviewed_to": HELD - ONE},
            "reviewed_to",
            "before the start date",
        ),
        (
            {"circulated_on": HELD, "circulated_to": " "},
            "circulated_to",
            "Enter who it was circulated to",
        ),
        (
            {"circulated_on": HELD - ONE, "circulated_to": "Managers"},
            "circulated_on",
            "took place on 7 September 2015",
        ),
        ({"next_on": HELD}, "next_on", "the next must come after it"),
    ],
)
def test_a_meeting_that_does_not_fit_together_is_told_at_its_field(said, field, words):
    [(found, sentence)] = learning.faults({**MEETING, **said})
    assert found == field and words in sentence
    assert field in learning.SPEAKS_OF


def a_grade(label, order):
    """A grade of a scale."""
    return SimpleNamespace(label=label, order=order)


GOOD, WEAK = a_grade("Good", 2), a_grade("Inadequate", 4)


@pytest.mark.parametrize(
    ("first", "moderated", "said"),
    [
        (GOOD, None, None),
        (None, GOOD, None),
        (GOOD, GOOD, "Confirmed"),
        (WEAK, GOOD, "Raised from Inadequate to Good"),
        (GOOD, WEAK, "Lowered from Good to Inadequate"),
    ],
)
def test_what_moderation_did_is_said_with_both_grades(first, moderated, said):
    assert audit_rules.say_moderation(first, moderated) == said


def test_an_auditors_team_is_not_judged_before_its_parts_are_read():
    assert audit_rules.why_not_auditor_team(None, None, "East") is None
    assert audit_rules.why_not_auditor_team(True, "North", None) is None
    assert audit_rules.why_not_auditor_team(False, "North", "East") is None


def test_a_theme_is_given_on_its_days_to_whoever_may_have_it():
    theme = SimpleNamespace(
        pk=4, title="Plans", from_date=HELD, to_date=HELD + ONE, withdrawn_on=None
    )
    days = (HELD - ONE, HELD, HELD + ONE, HELD + 2 * ONE)
    refused = [bool(audit_rules.why_not_themes(day, [theme])) for day in days]
    assert refused == [True, False, False, True]
    theme.withdrawn_on = HELD
    assert "was withdrawn" in audit_rules.why_not_themes(HELD, [theme])
    assert audit_rules.why_not_themes(HELD, [theme], held={4}) is None


TABLE = Table(("Good", "Inadequate"), (Row("North", (3, 1)), Row("East", (1200, 0))))


def test_a_chart_of_grades_holds_each_count_of_its_table_and_their_sums():
    chart = groups.of_grades("teams", "Grades by team", "Team", TABLE)
    assert chart.stacked and chart.heading == "Team"
    assert chart.rows == [("North", ["3", "1", "4"]), ("East", ["1,200", "0", "1,200"])]
    assert chart.title == "Grades by team. Largest of 2: Good, 1,203 of 1,204 (over 99%)"
    by_team = "The final grade of each audit, by team."
    assert chart.description == f"{by_team} 1,204 audits together: Good 1,203, Inadequate 1."


def test_a_chart_of_no_audits_has_no_bars():
    chart = groups.of_grades("teams", "Grades by team", "Team", Table(("Not graded",), ()))
    assert (chart.bars, chart.title) == ((), "Grades by team")
    assert "0 audits together" in chart.description


def test_each_step_of_the_loop_says_its_own_base():
    parts = [
        Part("Done", 42),
        Part("Shared", 38, 42, "those done"),
        Part("Recorded", 0, 0, "those shared"),
    ]
    chart = groups.of_funnel(parts)
    assert [bar.words for bar in chart.bars] == [
        *("42", "38 of 42, 90% of those done", "0 of 0 of those shared")
    ]
    assert chart.title == "Audits: 42 done, 38 of these shared, 0 of those recorded"
    assert "Shared: 38 of 42, 90% of those done." in chart.description


def test_what_moderation_came_to_is_three_bars_that_sum():
    table = Table(("Good", "Inadequate"), (Row("Good", (5, 2)), Row("Inadequate", (1, 0))))
    spread = Spread(SimpleNamespace(pk=1, title="Four point"), table, 3, 1, 2)
    chart = groups.of_spread(spread)
    assert [(bar.label, bar.size) for bar in chart.bars] == [
        *(("Confirmed", 5), ("Raised", 1), ("Lowered", 2))
    ]
    assert sum(bar.size for bar in chart.bars) == spread.moderated == 8
    assert chart.title == "Moderation changed 3 of 8 grades: 1 raised, 2 lowered"
    assert chart.description.endswith("first grades (Four point). 5 confirmed.")
