"""What operations on the programme write and refuse, each with one row of history."""

from datetime import date, timedelta

import pytest

from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.kinds import AuditKind, AuditTheme
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import AuditRound
from assurance.records import operations
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.make.audits import allocation, audit_kind, audit_round, audit_theme, case_audit, grade
from tests.make.people import post, posts, team

pytestmark = pytest.mark.django_db
START, END, ON = date(2015, 1, 1), date(2015, 6, 30), date(2015, 7, 6)
ONE = timedelta(days=1)
DATED = {"title": "Thresholds", "from_date": START, "to_date": None}
NOT_YET = dict.fromkeys(("report_due_on", "begun_on", "closed_on", "cancelled_on"))
PLAN = {
    **{"theme": "Supervision", "service": "", "teams": [], "start": START, "end": END},
    **{"planned": 12, "interval_months": None, "lead": None},
    **{"report_to": "Safeguarding Board", "result": "", "cancelled_because": "", **NOT_YET},
}
LINE = {"own_team": 1, "other_team": 1, "every_months": None}
MEETING = {
    **{"forum": "Performance meeting", "held_on": ON, "team": None, "rounds": []},
    **{"reviewed_from": None, "reviewed_to": None, "reviewed": "Scorecard of June"},
    **{"strengths": "Clear plans", "areas_for_development": "", "circulated_to": ""},
    **{"circulated_on": None, "next_on": date(2015, 9, 7)},
}


def who():
    """Who does it, and when."""
    return {"by": officer(), "on": ON}


def plan(**said):
    """What an officer says of a round."""
    return {**PLAN, "kind": audit_kind(), **said}


def to(row, **said):
    """What an operation is told that changes a row."""
    return {"record": row, "version": row.version, **who(), **said}


def away(row):
    """What an operation is told that withdraws a row."""
    return to(row, because="Entered twice")


def refused(operation, **said):
    """(field, sentence) of a refusal, after which nothing has changed."""
    before = HistoryEntry.objects.count()
    with pytest.raises(Refused) as caught:
        operation(**said)
    assert HistoryEntry.objects.count() == before
    return caught.value.field, caught.value.sentence


def new(**said):
    """What an operation is told that adds something to the usual council."""
    return {"council": make_council(), **who(), **said}


def test_a_round_takes_the_months_of_its_kind_and_its_next_day_follows():
    made = operations.create(model=AuditRound, **new(**plan(kind=audit_kind(interval_months=12))))
    assert (made.interval_months, made.next_due_on) == (12, date(2016, 1, 1))
    changed = operations.change(**to(made, **plan(kind=made.kind, interval_months=6)))
    assert (changed.interval_months, changed.next_due_on) == (6, date(2015, 7, 1))
    once = audit_kind("External audit", interval_months=None)
    assert operations.create(model=AuditRound, **new(**plan(kind=once))).next_due_on is None


def test_a_round_is_closed_with_its_result_and_never_without():
    made = audit_round(begun_on=START)
    over = {"begun_on": START, "closed_on": END}
    field, sentence = refused(operations.change, **to(made, **plan(**over)))
    assert field == "result" and "cannot be closed without one" in sentence
    closed = operations.change(**to(made, **plan(**over, result="Plans are weak")))
    assert closed.closed_on == END
    entry = HistoryEntry.objects.get()
    assert entry.changes["closed_on"]["to"] == "2015-06-30"
    assert entry.changes["result"].keys() == {"changed", "digest"}
    assert HistoryDetail.objects.get(field="result").after == "Plans are weak"


def test_a_round_keeps_the_audits_that_are_linked_to_it():
    north, east = team("North"), team("East")
    made = audit_round(teams=[north, east])
    case_audit(round=made, team=north, audited_on=date(2015, 2, 2), reference="CA-7")
    for said, words in (
        ({"start": date(2015, 2, 3)}, "Audit CA-7 is linked to this round"),
        ({"teams": [east]}, "not of North"),
        ({"service": "Youth Justice"}, "is of Youth Justice"),
        ({"begun_on": START, "closed_on": START, "result": "Weak"}, "closed on 1 January 2015"),
    ):
        assert words in refused(operations.change, **to(made, **plan(**said)))[1]
    assert "1 case audit" in refused(operations.withdraw, **away(made))[1]


def test_titles_are_used_once_and_days_include_what_stands_on_them():
    audit_kind("Thresholds")
    theme = audit_theme("Thresholds")
    said = {"category": "routine", "interval_months": None, **DATED}
    assert (
        refused(operations.create, model=AuditKind, **new(**{**said, "title": "thresholds"}))[0]
        == "title"
    )
    assert refused(operations.create, model=AuditTheme, **new(**DATED))[0] == "title"
    ended = {**DATED, "to_date": START - ONE}
    assert refused(operations.change, **to(theme, **ended))[0] == "to_date"
    case_audit(audited_on=START - ONE).themes.set([theme])
    field, sentence = refused(operations.change, **to(theme, **DATED))
    assert field == "to_date" and "31 December 2014" in sentence
    assert "1 case audit" in refused(operations.withdraw, **away(theme))[1]
    kind = audit_round().kind
    assert "1 round" in refused(operations.withdraw, **away(kind))[1]


def test_a_post_has_one_line_that_asks_for_something():
    line, (manager, head) = allocation(), posts("Practice Manager", "Head of Practice")
    told = new(audit_round=line.audit_round, **LINE)
    for fields, field, words in (
        ({"post": manager}, "post", "has a line for Practice Manager already"),
        ({"posts": [head, manager]}, "posts", "has a line for Practice Manager already"),
        ({"post": head, "posts": [head]}, "post", "not both"),
        ({}, "post", "Select the post that audits"),
    ):
        found = refused(operations.create, model=AuditAllocation, **{**told, **fields})
        assert found[0] == field and words in found[1]
    assert refused(operations.change, **to(line, posts=[head]))[0] == "post"
    several = operations.create(model=AuditAllocation, **told, posts=[head])
    assert refused(operations.create, model=AuditAllocation, **told, post=head)[0] == "post"
    AuditAllocation.objects.filter(pk=several.pk).update(role="Managers")
    several.refresh_from_db()
    assert operations.change(**to(several, every_months=1)).role == ""
    nothing = {**LINE, "own_team": 0, "other_team": 0}
    assert refused(operations.change, **to(line, **nothing))[0] == "own_team"
    assert operations.change(**to(line, **LINE)).other_team == 1


def entry(**said):
    """What an officer says of an audit."""
    usual = {"reference": "CA-1", "audited_on": date(2015, 3, 2), "team": team()}
    return new(**{**usual, "auditor": post("Practice Manager"), "first_grade": grade(), **said})


def test_an_audit_is_not_linked_to_what_it_does_not_belong_to():
    over = {"round": audit_round(cancelled_on=END, cancelled_because="No time")}
    ended = {"themes": [audit_theme(to_date=START)]}
    for said, words in ((over, "was cancelled"), (ended, "not in use on 2 March")):
        field, sentence = refused(operations.create, model=CaseAudit, **entry(**said))
        assert field in said and words in sentence
    assert not CaseAudit.objects.exists()


def test_an_audit_of_a_round_cancelled_since_and_of_a_theme_gone_since_can_still_be_changed():
    round_, theme = audit_round(), audit_theme()
    audit = case_audit(round=round_)
    audit.themes.set([theme])
    AuditRound.objects.update(cancelled_on=END, cancelled_because="No time")
    gone = {"withdrawn_on": ON, "withdrawn_by": officer(), "withdrawn_because": "Too wide"}
    AuditTheme.objects.update(**gone)
    changed = operations.change(**to(audit, strengths="A clear plan", round=round_))
    assert changed.strengths == "A clear plan"
    early = {"audited_on": date(2014, 12, 31), "round": round_}
    assert refused(operations.change, **to(changed, **early))[0] == "round"


def test_a_meeting_reviews_rounds_and_its_words_stay_out_of_the_chain():
    round_ = audit_round()
    made = operations.create(
        model=LearningMeeting, **new(**{**MEETING, "rounds": [round_], "reviewed": ""})
    )
    assert list(round_.meetings.all()) == [made]
    changes = HistoryEntry.objects.get().changes
    assert changes["rounds"]["to"] == ["Case-file audit, January 2015"]
    assert changes["strengths"].keys() == {"changed", "digest"}
    assert "Clear plans" not in str(changes)
