"""Every choice of every filter against a plain predicate over the same rows, one and another
combined; a filter of nothing shows all, one of another council's rows none."""

from datetime import date, timedelta
from itertools import combinations, product

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.kinds import AuditKind, AuditTheme
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import AuditRound
from assurance.audits.models.totals import AuditTotal
from assurance.audits.rules import case_audits
from tests.make.audits import (
    audit_kind,
    audit_round,
    audit_theme,
    audit_total,
    case_audit,
    grade,
    learning_meeting,
)
from tests.make.people import team
from tests.sweeping import NamedCase, brief

pytestmark = pytest.mark.django_db
DAY, ONE = date(2015, 3, 2), timedelta(days=1)


def audits():
    """An audit for every day, state of sharing, pair of grades and team."""
    good, weak = grade("good"), grade("inadequate")
    shared = ((None, None), (DAY + ONE, None), (DAY + ONE, DAY + 2 * ONE))
    pairs = ((None, None), (good, None), (good, weak), (weak, weak))
    teams = team("North"), team("East", service="Duty")
    made = product((DAY - ONE, DAY, DAY + ONE), shared, pairs, teams)
    for number, (day, then, grades, here) in enumerate(made):
        audit = case_audit(
            **{"audited_on": day, "shared_on": then[0], "recorded_on": then[1], "team": here},
            **{"first_grade": grades[0], "moderated_grade": grades[1], "own_team": number % 5 > 0},
            **{"auditor": ("Practice Manager", "Team Lead")[number % 2]},
            method=("moderated", "live")[number % 3 > 0],
            strengths="Clear PLAN" if number % 7 == 0 else "",
            areas_for_development="planning" if number % 7 == 1 else "",
            round=audit_round() if number == 0 else None,
        )
        audit.themes.set([audit_theme()] if number % 9 == 0 else [])


def moderation(audit):
    """Which choice of the filter for moderation an audit fits."""
    if audit.moderated_grade is None:
        return "none"
    return "confirmed" if audit.moderated_grade == audit.first_grade else "changed"


def waits(audit):
    """Whether an audit is graded and done with moderation, and not moderated yet."""
    is_done_so = audit.method == "moderated" and audit.first_grade is not None
    return is_done_so and moderation(audit) == "none"


# Filter → each of its choices, and what an audit has to be for it.
ASKED = {
    "text": [
        ("plan", lambda a: "plan" in f"{a.strengths} {a.areas_for_development}".lower()),
        ("team lead", lambda a: a.auditor.title == "Team Lead"),
        ("ca-0003", lambda a: a.reference == "CA-0003"),
        ("%", lambda a: False),
    ],
    "team": [(lambda: team("East"), lambda a: a.team.name == "East")],
    "service": [("Duty", lambda a: a.team.service == "Duty"), ("Nobody's", lambda a: False)],
    "done_from": [(DAY, lambda a: a.audited_on >= DAY), (DAY + 2 * ONE, lambda a: False)],
    "done_to": [(DAY, lambda a: a.audited_on <= DAY), (DAY - 2 * ONE, lambda a: False)],
    "grade": [
        (lambda: grade("good"), lambda a: case_audits.final_grade(a) == "good"),
        (lambda: grade("inadequate"), lambda a: case_audits.final_grade(a) == "inadequate"),
    ],
    "shared": [("yes", lambda a: a.shared_on is not None), ("no", lambda a: a.shared_on is None)],
    "recorded": [
        ("yes", lambda a: a.recorded_on is not None),
        ("no", lambda a: a.shared_on is not None and a.recorded_on is None),
    ],
    "own_team": [("yes", lambda a: a.own_team), ("no", lambda a: not a.own_team)],
    "moderation": [
        ("changed", lambda a: moderation(a) == "changed"),
        ("confirmed", lambda a: moderation(a) == "confirmed"),
        ("none", lambda a: moderation(a) == "none"),
        ("waiting", waits),
    ],
    "round": [(lambda: AuditRound.objects.get(), lambda a: a.round_id is not None)],
    "theme": [(lambda: AuditTheme.objects.get(), lambda a: bool(a.themes.all()))],
}


def keys(rows):
    """The keys of rows."""
    return sorted(row.pk for row in rows)


def test_every_choice_and_every_two_choices_of_audits_show_what_they_say():
    audits()
    rows = list(CaseAudit.objects.prefetch_related("themes"))
    choices = [
        (name, value() if callable(value) else value, fits)
        for name, several in ASKED.items()
        for value, fits in several
    ]
    for name, value, fits in choices:
        assert keys(CaseAudit.objects.filtered(**{name: value})) == keys(filter(fits, rows)), name
    for (name, value, fits), (other, also, agrees) in combinations(choices[::2], 2):
        if name != other:
            found = CaseAudit.objects.filtered(**{name: value, other: also})
            assert keys(found) == keys(a for a in rows if fits(a) and agrees(a)), (name, other)


def test_every_filter_of_the_list_is_tried_here(signed_in):
    case_audit()
    form = signed_in.get("/audits/").context["filter_form"]
    # What a team follows is tried with the teams that follow others, what waits for its reader with
    # the counts of the home page.
    assert set(form.fields) == {*ASKED, "before", "withdrawn", "yours"}


def test_totals_are_shown_by_words_and_by_a_day_that_they_have_in_common():
    told = {"May": (5, 31), "June": (6, 30), "August": (8, 31)}
    for title, (month, last) in told.items():
        source = {"source": "Annual report"} if title == "August" else {}
        first, end = date(2019, month, 1), date(2019, month, last)
        audit_total(title=title, slug=title.lower(), start=first, end=end, **source)
    for said, found in [
        ({}, ["August", "June", "May"]),
        ({"text": "AUG"}, ["August"]),
        ({"text": "external auditor"}, ["June", "May"]),
        ({"text": "nothing"}, []),
        ({"done_from": date(2019, 5, 31)}, ["August", "June", "May"]),
        ({"done_from": date(2019, 6, 1)}, ["August", "June"]),
        ({"done_to": date(2019, 6, 1)}, ["June", "May"]),
        ({"done_to": date(2019, 5, 31)}, ["May"]),
        ({"done_from": date(2019, 6, 30), "done_to": date(2019, 7, 31)}, ["June"]),
        ({"done_from": date(2019, 7, 1), "done_to": date(2019, 7, 31)}, []),
    ]:
        with NamedCase(brief((said, found))):
            assert [one.title for one in AuditTotal.objects.filtered(**said)] == found


def test_meetings_are_shown_by_any_of_their_words_their_team_and_their_day():
    north = team("North")
    plain = learning_meeting(strengths="The child's voice", circulated_to="Managers")
    words = {"areas_for_development": "Chronologies", "reviewed": "Scorecard of June"}
    other = learning_meeting(forum="RAAMM", held_on=date(2015, 9, 6), team=north, **words)
    names = {plain.pk: "plain", other.pk: "north"}
    for said, found in [
        ({}, {"plain", "north"}),
        ({"text": "raamm"}, {"north"}),
        ({"text": "voice"}, {"plain"}),
        ({"text": "chronologies"}, {"north"}),
        ({"text": "managers"}, {"plain"}),
        ({"text": "scorecard"}, {"north"}),
        ({"team": "North"}, {"north"}),
        ({"held_from": date(2015, 9, 7)}, {"plain"}),
        ({"held_from": date(2015, 9, 8)}, set()),
        ({"held_to": date(2015, 9, 7)}, {"plain", "north"}),
        ({"held_to": date(2015, 9, 6)}, {"north"}),
        ({"text": "raamm", "held_from": date(2015, 9, 7)}, set()),
    ]:
        with NamedCase(brief((said, found))):
            told = {**said, **({"team": north} if "team" in said else {})}
            assert {names[one.pk] for one in LearningMeeting.objects.filtered(**told)} == found


def test_kinds_are_shown_by_their_words_and_by_what_they_are():
    audit_kind("Plans audited")
    audit_kind("Live audit", category="live")
    for said, found in [
        ({}, ["Live audit", "Plans audited"]),
        ({"text": "AUDIT"}, ["Live audit", "Plans audited"]),
        ({"text": "plans"}, ["Plans audited"]),
        ({"category": "live"}, ["Live audit"]),
        ({"category": "external"}, []),
        ({"text": "plans", "category": "live"}, []),
    ]:
        with NamedCase(brief((said, found))):
            assert [one.title for one in AuditKind.objects.filtered(**said)] == found


def test_rounds_are_shown_by_their_words_service_days_and_state():
    first = audit_round(theme="Supervision", lead="Principal Social Worker")
    board = {"service": "Duty", "report_to": "Safeguarding Board", "end": date(2015, 7, 31)}
    second = audit_round(kind=audit_kind("Live audit"), **board)
    names = {first.pk: "first", second.pk: "second"}
    for said, found in [
        ({"text": "supervision"}, {"first"}),
        ({"text": "live"}, {"second"}),
        ({"text": "principal"}, {"first"}),
        ({"text": "safeguarding"}, {"second"}),
        ({"service": "Duty"}, {"second"}),
        ({"ends_from": date(2015, 6, 30)}, {"first", "second"}),
        ({"ends_from": date(2015, 7, 1)}, {"second"}),
        ({"ends_to": date(2015, 7, 30)}, {"first"}),
        ({"ends_to": date(2015, 7, 31), "state": "planned"}, {"first", "second"}),
        *(({"state": state}, set()) for state in ("under_way", "awaiting")),
    ]:
        with NamedCase(brief((said, found))):
            rows = AuditRound.objects.followed().filtered(**said)
            assert {names[one.pk] for one in rows} == found
