"""What history says after each operation on audits, totals and scales: its name, its day, each
field that changed and no other, and no word that may be about a person."""

from datetime import date, timedelta

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.scales import GradeScale
from assurance.audits.models.totals import AuditTotal
from assurance.audits.rules.case_audits import faults_of
from assurance.records import history_chain, operations
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.make.audits import audit_round, audit_theme, audit_total, case_audit, grade, grade_scale
from tests.make.people import post, team

pytestmark = pytest.mark.django_db
DAY, ON, ONE = date(2015, 3, 2), date(2016, 1, 18), timedelta(days=1)
PERSONAL = {"changed", "digest"}


def who():
    """Who acts, and on which day."""
    return {"by": officer(), "on": ON}


def change_audits(**said):
    """Several audits shared."""
    return operations.change_several(faults=faults_of, **said)


def told():
    """Field → (from, to) of the last thing done; a personal field → what stands in its place."""
    entry = HistoryEntry.objects.latest("seq")
    assert entry.on == ON and history_chain.damage("netherby") is None
    return {
        name: set(said) if "digest" in said else (said["from"], said["to"])
        for name, said in entry.changes.items()
    }


def refused(operation, **said):
    """(field, sentence) of a refusal that leaves no trace."""
    with pytest.raises(Refused) as caught:
        operation(**who(), **said)
    assert not HistoryEntry.objects.exists()
    return caught.value.field, caught.value.sentence


def said(**more):
    """What an officer says of an audit."""
    usual = {"reference": "CA-1", "audited_on": DAY, "team": team("North")}
    return {"council": make_council(), **usual, "auditor": post("Practice Manager"), **more}


def test_an_audit_recorded_says_each_field_that_was_given_and_no_empty_one():
    round_, theme, east = audit_round(), audit_theme(), team("East")
    linked = {"round": round_, "themes": [theme], "own_team": False, "auditor_team": east}
    operations.create(model=CaseAudit, **who(), **said(first_grade=grade(), strengths="", **linked))
    assert told() == {
        **{"reference": PERSONAL, "audited_on": (None, "2015-03-02"), "team": (None, "North")},
        **{"auditor": (None, "Practice Manager"), "first_grade": (None, "Good")},
        **{"round": (None, str(round_)), "themes": (None, ["Plans without dates"])},
        **{"own_team": (None, False), "auditor_team": (None, "East")},
    }


CHANGES = {
    "audited_on": (lambda: DAY - ONE, ("2015-03-02", "2015-03-01")),
    "team": (lambda: team("East"), ("Locality team", "East")),
    "method": (lambda: "live", ("desk", "live")),
    "auditor": (lambda: post("Lead"), ("Practice Manager", "Lead")),
    "own_team": (lambda: False, (True, False)),
    "round": (audit_round, (None, "Case-file audit, January 2015")),
    "themes": (lambda: [audit_theme()], ([], ["Plans without dates"])),
    "first_grade": (lambda: None, ("Good", None)),
    "moderated_grade": (lambda: grade("inadequate"), (None, "Inadequate")),
    "shared_on": (lambda: DAY, (None, "2015-03-02")),
    "strengths": (lambda: "A clear plan", PERSONAL),
    "areas_for_development": (lambda: "No dates", PERSONAL),
    "actions": (lambda: "Set a date", PERSONAL),
    "reference": (lambda: "CA-9", PERSONAL),
}


@pytest.mark.long
def test_an_audit_changed_says_the_field_that_changed_and_no_other():
    for field, (value, expected) in CHANGES.items():
        said = {"record": case_audit(), "version": 1, field: value()}
        before = HistoryEntry.objects.count()
        changed = operations.change(**who(), **said)
        assert told() == {field: expected} and changed.version == 2
        assert HistoryEntry.objects.count() == before + 1
        if expected == PERSONAL:
            assert HistoryDetail.objects.get(field=field).after == getattr(changed, field)


def test_an_audit_saved_as_it_was_says_that_nothing_changed():
    audit = case_audit()
    operations.change(record=audit, version=1, **who(), method="desk", shared_on=None)
    assert told() == {}


def test_a_total_recorded_and_changed_says_its_numbers():
    numbers = {"start": DAY, "end": DAY, "done": 67, "shared": None, "recorded": None}
    kept = {"title": "April", "source": "Report of May", **numbers}
    total = operations.create(model=AuditTotal, council=make_council(), **who(), **kept)
    assert told() == {
        **{"title": (None, "April"), "slug": (None, "april"), "done": (None, 67)},
        **{"start": (None, "2015-03-02"), "end": (None, "2015-03-02")},
        "source": (None, "Report of May"),
    }
    operations.change(record=total, version=1, **who(), **{**kept, "shared": 60})
    last = HistoryEntry.objects.order_by("seq").last()
    assert last.changes == {"shared": {"from": None, "to": 60}}


def test_a_total_is_not_given_the_title_of_another():
    audit_total()
    other = audit_total(title="Mine", slug="mine")
    taken = "A total with this title is kept already"
    for title, words in (("Round 1", taken), ("ROUND 1", taken), ("??", "needs letters")):
        field, sentence = refused(operations.change, record=other, version=1, title=title)
        assert field == "title" and words in sentence, title


def test_a_title_is_free_for_a_total_that_has_it_and_once_the_other_is_withdrawn_or_elsewhere():
    mine = audit_total(title="Mine", slug="mine")
    gone = {"withdrawn_on": DAY, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    audit_total(title="Gone", slug="gone", **gone)
    audit_total(title="Theirs", slug="theirs", council=make_council("otherby"))
    for version, title in enumerate(("Mine", "MINE", "Gone", "Theirs"), 1):
        told = {"record": mine, "version": version, "title": title, **who()}
        assert operations.change(**told).title == title
    assert set(AuditTotal.objects.filter(pk=mine.pk).values_list("slug", flat=True)) == {"mine"}


def test_a_scale_is_not_given_the_title_of_another():
    grade_scale()
    days = {"from_date": DAY, "to_date": None}
    other = grade_scale("old", **days)
    taken = "There is a scale of this title already"
    for title, words in (("Four point", taken), ("FOUR POINT", taken), ("!!", "needs letters")):
        field, sentence = refused(operations.change, record=other, title=title, **days)
        assert field == "title" and words in sentence, title
    theirs = grade_scale("theirs", council=make_council("otherby"))
    changed = operations.change(record=theirs, title="Four point", **days, **who())
    assert changed.title == "Four point"


def test_a_scale_changed_says_what_changed_and_its_grades_stay():
    scale = grade_scale()
    days = {"from_date": scale.from_date, "to_date": DAY}
    operations.change(record=scale, title="Four grades", **days, **who())
    assert told() == {"title": ("Four point", "Four grades"), "to_date": (None, "2015-03-02")}
    kept = GradeScale.objects.get()
    assert (kept.slug, kept.grades.count()) == ("four-point", 4)


def test_several_audits_shared_say_each_its_own_days():
    one, two = case_audit(), case_audit(shared_on=DAY)
    days = {"shared_on": DAY + ONE, "recorded_on": DAY + 2 * ONE}
    change_audits(rows=[(two, 1), (one, 1)], **who(), **days)
    entries = HistoryEntry.objects.order_by("seq")
    assert [entry.about for entry in entries] == [one.history_name, two.history_name]
    before = [entry.changes["shared_on"]["from"] for entry in entries]
    assert before == [None, "2015-03-02"]
    assert {entry.changes["recorded_on"]["to"] for entry in entries} == {"2015-03-04"}
