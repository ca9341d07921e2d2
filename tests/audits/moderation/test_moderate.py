"""Moderating a grade: another person gives it again for a post of theirs, on a page of its own."""

from datetime import date, timedelta

import pytest

from assurance.audits import operations
from assurance.audits.models.case_audits import CaseAudit
from assurance.people.second_person_rules import NOT_IN_POST
from assurance.records.history import HistoryEntry
from assurance.records.operations import change, withdraw
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from tests import cast
from tests.audits.entries import parts, typed
from tests.make import people
from tests.make.audits import case_audit, grade, grade_scale
from tests.page_requests import errors, words

pytestmark = pytest.mark.django_db
DONE, ON, ONE = date(2015, 3, 2), date(2015, 8, 20), timedelta(days=1)
NOBODY = "The grade has not been moderated."


@pytest.fixture(autouse=True)
def in_august_2015(settings):
    """The day on which grades are moderated."""
    settings.CANDOUR_TODAY = ON.isoformat()


def holder(title, **said):
    """An officer who holds the post of that title, and that alone."""
    return people.holder(post=people.post(title), **said).account


@pytest.fixture
def moderator():
    """Who holds another post than the auditor's."""
    return holder("Head of Practice")


@pytest.fixture
def page(client, moderator):
    """The browser of the moderator."""
    client.force_login(moderator)
    return client


def address(audit, name="moderate/"):
    """The address of a page of an audit."""
    return f"/audits/{audit.pk}/{name}"


def moderating(title="Head of Practice", code="inadequate", on=ON, **said):
    """What is typed to moderate a grade."""
    of = {"grade": grade(code).pk, "moderator": people.post(title).pk, "version": 1}
    return {**of, **parts("moderated_on", on), **said}


def by_operation(audit, by, **said):
    """Moderates an audit by the operation."""
    told = {"version": audit.version, "grade": grade("inadequate"), "moderated_on": ON, "on": ON}
    told["moderator"] = people.post("Head of Practice")
    return operations.moderate(record=audit, by=by, **{**told, **said})


def refused(audit, by, **said):
    """(field, sentence) of a refusal that leaves everything as it was."""
    before = CaseAudit.objects.values().get(pk=audit.pk)
    with pytest.raises(Refused) as caught:
        by_operation(audit, by, **said)
    assert CaseAudit.objects.values().get(pk=audit.pk) == before
    assert not HistoryEntry.objects.exists()
    return caught.value.field, caught.value.sentence


def test_a_grade_is_moderated_and_both_grades_the_post_and_the_day_are_kept(page):
    audit = case_audit()
    assert NOBODY in words(page.get(address(audit, "")))
    form = page.get(address(audit)).context["form"]
    assert form.initial["moderator"] == people.post("Head of Practice").pk
    answer = page.post(address(audit), moderating(), follow=True)
    for told in (
        "The grade has been moderated.",
        "Grade moderated",
        "Lowered from Good to Inadequate",
    ):
        assert told in words(answer)
    assert "Head of Practice" in words(answer) and "20 August 2015" in words(answer)
    assert NOBODY not in words(answer)
    audit.refresh_from_db()
    assert (audit.first_grade, audit.moderated_grade) == (grade("good"), grade("inadequate"))
    assert (audit.moderator, audit.moderated_on) == (people.post("Head of Practice"), ON)
    assert (audit.final_grade, audit.version) == (grade("inadequate"), 2)
    file = page.get("/audits/list.csv?moderation=changed").getvalue().decode()
    assert "Head of Practice" in file and "Practice Manager" in file


def test_a_moderated_grade_may_be_moderated_again_with_what_was_kept_in_the_form(page):
    audit = case_audit(
        moderated_grade=grade("inadequate"), moderator="Head of Practice", moderated_on=DONE
    )
    form = page.get(address(audit)).context["form"]
    assert form.initial["grade"] == grade("inadequate").pk
    assert form.initial["moderated_on"] == DONE
    page.post(address(audit), moderating(code="good"))
    audit.refresh_from_db()
    assert audit.moderation_said == "Confirmed" and audit.moderated_on == ON


def test_history_says_who_gave_which_grade_for_which_post_in_one_entry(moderator):
    audit = by_operation(case_audit(), moderator)
    [entry] = HistoryEntry.objects.about(audit)
    assert (entry.what, entry.on) == ("audits.moderate", ON)
    assert entry.changes == {
        "moderated_grade": {"from": None, "to": "Inadequate"},
        "moderator": {"from": None, "to": "Head of Practice"},
        "moderated_on": {"from": None, "to": "2015-08-20"},
    }


def test_who_holds_the_auditors_post_cannot_moderate_even_for_another_post_of_theirs(client):
    audit, auditor = case_audit(), holder("Practice Manager")
    people.holder(post=people.post("Head of Practice"), account=auditor)
    client.force_login(auditor)
    answer = client.get(address(audit))
    assert "You are or were in the post that did this audit" in words(answer)
    assert "Save the moderation" not in words(answer)
    answer = client.post(address(audit), moderating())
    assert answer.status_code == 200
    assert "another person moderates it" in str(errors(answer))
    for title in ("Head of Practice", "Practice Manager"):
        field, sentence = refused(audit, auditor, moderator=people.post(title))
        assert field == "" and "You are or were in the post that did this audit" in sentence


@pytest.mark.parametrize("as_deputy", [False, True])
def test_who_was_in_the_auditors_post_when_it_was_done_cannot_moderate_it_after_leaving(
    client, as_deputy
):
    leaver, post = holder("Head of Practice"), people.post("Practice Manager")
    day = {"from_date": DONE, "to_date": DONE}
    if as_deputy:
        people.absence(holder=people.holder(post=post), stand_in=leaver, **day)
    else:
        people.holder(post=post, account=leaver, **day)
    audit, before = (case_audit(audited_on=day, method="moderated") for day in (DONE, DONE - ONE))
    assert "You are or were in the post" in refused(audit, leaver)[1]
    client.force_login(leaver)
    assert "Save the moderation" not in words(client.get(address(audit)))
    waiting = CaseAudit.objects.yours("", leaver, ON)
    assert before in waiting and audit not in waiting
    assert by_operation(before, leaver).moderated_grade == grade("inadequate")


def test_who_stands_in_for_the_auditor_cannot_moderate_while_the_auditor_is_away(client):
    stand_in = holder("Head of Practice")
    held = people.holder(post=people.post("Practice Manager"))
    people.absence(holder=held, from_date=ON, to_date=ON, stand_in=stand_in)
    audit = case_audit()
    assert "You are or were in the post" in refused(audit, stand_in)[1]
    assert by_operation(audit, stand_in, on=ON + ONE).moderated_grade == grade("inadequate")


def test_a_post_that_is_not_theirs_is_refused_by_page_and_operation(page, moderator):
    audit = case_audit()
    other, ended = people.post("Director"), people.post("Old post")
    people.holder(post=ended, account=moderator, to_date=ON - ONE)
    for post in (other, ended):
        answer = page.post(address(audit), moderating(moderator=post.pk))
        assert errors(answer)["moderator"] == ["Select a post from the list"]
        assert refused(audit, moderator, moderator=post) == ("moderator", NOT_IN_POST)


def test_who_holds_no_post_is_told_what_to_do(client):
    client.force_login(cast.officer())
    answer = client.get(address(case_audit()))
    assert "You are in no post today" in words(answer)
    assert 'href="/teams/posts/"' in answer.content.decode()
    assert not answer.context["form"].fields["moderator"].queryset
    # A form that cannot be sent would only ask in vain.
    assert 'name="grade"' not in answer.content.decode()


def test_a_small_council_lets_one_person_moderate_from_the_day_of_its_policy(client):
    auditor, audit = holder("Practice Manager"), case_audit()
    people.second_persons(from_date=ON, audits=False, reason="There is one manager.")
    assert (
        "You are or were in the post"
        in refused(audit, auditor, on=ON - ONE, moderated_on=ON - ONE)[1]
    )
    client.force_login(auditor)
    answer = client.post(address(audit), moderating("Practice Manager"), follow=True)
    assert "The grade has been moderated." in words(answer)
    audit.refresh_from_db()
    assert audit.moderator == audit.auditor
    people.second_persons(from_date=ON + ONE)
    later = {"moderator": audit.auditor, "moderated_on": ON + ONE, "on": ON + ONE}
    with pytest.raises(Refused, match="You are or were in the post"):
        by_operation(audit, auditor, **later)


def test_somebody_who_saved_first_is_answered_with_409_and_the_audit_as_it_is(page, moderator):
    audit = case_audit()
    by_operation(audit, moderator, grade=grade("outstanding"))
    answer = page.post(address(audit), moderating())
    assert answer.status_code == 409
    assert "Someone else changed this record" in str(errors(answer))
    assert "Raised from Good to Outstanding" in words(answer)
    assert answer.context["form"].data["version"] == "2"
    with pytest.raises(EditConflict):
        by_operation(audit, moderator, version=1)
    answer = page.post(address(audit), moderating(version=2), follow=True)
    assert "Lowered from Good to Inadequate" in words(answer)


WRONG = [
    ({"grade": ""}, "grade", "Select the grade at moderation"),
    ({"grade": "999"}, "grade", "Select the grade at moderation from the list"),
    ({"moderator": ""}, "moderator", "Select the post: “For which of your posts"),
    ({"on": DONE - ONE}, "moderated_on", "on or after the date of the audit, 2 March 2015"),
    ({"on": None}, "moderated_on", "Enter the date of moderation"),
    ({"moderated_on_year": "15"}, "moderated_on", "year"),
]


@pytest.mark.parametrize(("said", "field", "sentence"), WRONG)
def test_a_wrong_moderation_gets_its_sentence_and_changes_nothing(page, said, field, sentence):
    audit = case_audit()
    answer = page.post(address(audit), moderating(**said))
    assert sentence in errors(answer)[field][0]
    audit.refresh_from_db()
    assert (audit.moderated_grade, audit.version) == (None, 1)


def test_a_grade_of_another_scale_or_council_cannot_be_chosen(page, moderator):
    audit = case_audit()
    met = grade("met", grade_scale("three-point", (("met", "Met"),)))
    theirs = grade("good", grade_scale(council=cast.make_council("otherby")))
    for other in (met, theirs):
        answer = page.post(address(audit), moderating(grade=other.pk))
        assert "from the list" in errors(answer)["grade"][0]
    assert refused(audit, moderator, grade=met)[0] == "moderated_grade"


def test_what_is_not_graded_withdrawn_or_of_another_council_is_not_moderated(page, moderator):
    bare, gone = case_audit(first_grade=None), case_audit()
    assert "no grade yet" in words(page.get(address(bare)))
    assert "Moderate the grade" not in words(page.get(address(bare, "")))
    assert "no grade yet" in refused(bare, moderator)[1]
    theirs = case_audit(council=cast.make_council("otherby"))
    assert page.get(address(theirs)).status_code == 404
    withdraw(record=gone, version=1, because="Entered twice", by=moderator, on=ON)
    with pytest.raises(Refused):
        by_operation(gone, moderator, version=2)


def test_the_form_of_the_audit_keeps_the_moderation_and_weighs_it(page, moderator):
    audit = by_operation(case_audit(), moderator, moderated_on=DONE + ONE)
    said = {"reference": audit.reference, "version": 2}
    form = page.get(address(audit, "change/")).context["form"]
    assert not {"moderated_grade", "moderator", "moderated_on"} & set(form.fields)
    answer = page.post(address(audit, "change/"), typed(**said, first_grade=""))
    assert "The grade at moderation is “Inadequate”" in errors(answer)["first_grade"][0]
    answer = page.post(address(audit, "change/"), typed(**said, audited_on=DONE + 2 * ONE))
    assert "must be on or after the date of the audit, " in str(errors(answer))
    taken = people.post("Head of Practice").pk
    answer = page.post(address(audit, "change/"), typed(**said, auditor=taken))
    assert "moderated by a post other than the auditor’s" in str(errors(answer))
    page.post(address(audit, "change/"), typed(**said, strengths="A clear plan"))
    audit.refresh_from_db()
    assert (audit.strengths, audit.version) == ("A clear plan", 3)
    assert audit.moderated_grade == grade("inadequate")


def test_a_change_cannot_make_the_moderator_the_auditor(moderator):
    audit = by_operation(case_audit(), moderator)
    with pytest.raises(Refused) as caught:
        change(record=audit, version=2, auditor=audit.moderator, by=moderator, on=ON)
    assert caught.value.field == "moderator"
    people.second_persons(audits=False, reason="There is one manager.")
    changed = change(record=audit, version=2, auditor=audit.moderator, by=moderator, on=ON)
    assert changed.auditor == changed.moderator


def test_what_waits_is_done_with_moderation_graded_standing_and_not_moderated(page, moderator):
    usual = {"method": "moderated"}
    waits = case_audit(**usual, reference="WAITS")
    case_audit(reference="DESK")
    case_audit(**usual, reference="BARE", first_grade=None)
    by_operation(case_audit(**usual, reference="OVER"), moderator)
    gone = {"withdrawn_on": ON, "withdrawn_by": moderator, "withdrawn_because": "Twice"}
    case_audit(**usual, reference="GONE", **gone)
    assert list(CaseAudit.objects.waiting_to_be_moderated()) == [waits]
    answer = page.get("/audits/?moderation=waiting")
    assert [audit.reference for audit in answer.context["page"]] == ["WAITS"]
    by_operation(waits, moderator)
    assert not CaseAudit.objects.waiting_to_be_moderated()
    assert not list(page.get("/audits/?moderation=waiting").context["page"])
