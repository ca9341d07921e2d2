"""Notes on actions, and links to what shows how they go."""

from datetime import date
from itertools import product

import pytest

from assurance.improvement import operations
from assurance.improvement.models.follow_up import ActionEvidence, ActionNote, ImpactChange
from assurance.improvement.rules import actions as rules
from assurance.records import operations as generic
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from tests.audits.entries import parts
from tests.cast import make_council, officer
from tests.improvement.entries import typed_action
from tests.make.audits import case_audit
from tests.make.improvements import action, evidence
from tests.make.people import post
from tests.page_requests import errors
from tests.refusals import each_refused
from tests.sweeping import NamedCase, brief

pytestmark = pytest.mark.django_db
DAY, BEFORE = date(2017, 6, 1), date(2017, 5, 16)
REFERENCE = "QZ-88123"


def who_and_when():
    """Who acts and on which day, as every operation is told."""
    return {"by": officer(), "on": DAY}


def withdrawn():
    """What a withdrawn row holds."""
    return {"withdrawn_on": DAY, "withdrawn_by": officer(), "withdrawn_because": "Twice"}


def recorded_note(of=None, **said):
    """A note recorded by the operation."""
    told = {"noted_on": DAY, "post": post("Service Manager"), "text": "Going well."}
    own = {"council": make_council(), "action": of or action(), **who_and_when()}
    return generic.create(model=ActionNote, **own, **{**told, **said})


def recorded_evidence(of=None, **said):
    """A link recorded by the operation."""
    told = {"audit_reference": "", "figure": "actions.total", "shows": "More plans have dates"}
    own = {"council": make_council(), "action": of or action(), **who_and_when()}
    return operations.record_evidence(**own, **{**told, **said})


def typed_note(**said):
    """What an officer types for a note."""
    told = {"post": post("Service Manager").pk, "text": "Twenty plans were read.", **said}
    return {**parts("noted_on", told.pop("noted_on", DAY)), **told}


def test_nothing_is_added_to_a_withdrawn_action_and_no_note_before_it_starts():
    gone = action(**withdrawn())
    for add in (recorded_note, recorded_evidence):
        with pytest.raises(Refused, match="nothing can be added"):
            add(gone)
    with pytest.raises(Refused, match="starts on 17 May 2017") as refused:
        recorded_note(noted_on=BEFORE)
    assert refused.value.field == "noted_on"
    planned = action(created_on=BEFORE)
    assert recorded_note(planned, noted_on=BEFORE).noted_on == BEFORE
    with pytest.raises(Refused, match="starts on"):
        made = recorded_note()
        generic.change(record=made, version=1, noted_on=BEFORE, **who_and_when())


def test_an_audits_reference_stays_out_of_the_chain():
    case_audit(reference=REFERENCE)
    recorded_evidence(audit_reference=REFERENCE, figure="")
    assert REFERENCE not in str(list(HistoryEntry.objects.values()))
    kept = dict(HistoryDetail.objects.values_list("field", "after"))
    assert kept["audit"] == f"Audit {REFERENCE}"


def test_evidence_is_one_audit_that_stands_or_one_figure():
    case_audit(reference="Q1")
    case_audit(reference="GONE", **withdrawn())
    case_audit(reference="THEIRS", council=make_council("elsewhere"))
    for said, field, sentence in [
        ({"figure": ""}, "audit_reference", "or select a figure"),
        ({"audit_reference": "Q1"}, "figure", "not both"),
        ({"audit_reference": "Q9", "figure": ""}, "audit_reference", "No case audit has"),
        ({"audit_reference": "GONE", "figure": ""}, "audit_reference", "was withdrawn on 1 June"),
        ({"audit_reference": "THEIRS", "figure": ""}, "audit_reference", "No case audit has"),
    ]:
        with NamedCase(brief((said, field, sentence))):
            with pytest.raises(Refused, match=sentence) as refused:
                recorded_evidence(**said)
            assert refused.value.field == field
            assert not ActionEvidence.objects.exists()


def test_a_changed_impact_is_kept_with_its_day():
    of = action()
    same = {"record": of, "impact": "early", **who_and_when()}
    operations.change_action(version=1, impact_reason="Parents say so", **same)
    operations.change_action(version=2, owner=post("Director"), **same)
    [change] = ImpactChange.objects.all()
    assert change.reason == "Parents say so"
    assert (change.from_impact, change.to_impact, change.changed_on) == ("not_known", "early", DAY)
    assert str(change) == "not_known to early"


IMPACTS = ("worse", "no_change", "not_known", "early", "improving")
BETTER = {
    *(("worse", one) for one in ("no_change", "early", "improving")),
    *((of, to) for of in ("no_change", "not_known") for to in ("early", "improving")),
    ("early", "improving"),
}


def test_only_a_better_impact_asks_for_what_shows_it():
    for before, after, is_shown, reason in product(IMPACTS, IMPACTS, (False, True), ("", " ", "x")):
        told = rules.why_not_impact(before, after, is_shown, reason)
        asked = (before, after) in BETTER and not is_shown and not reason.strip()
        assert bool(told) is asked, (before, after, is_shown, reason)


def test_a_better_impact_needs_a_link_a_file_or_a_reason():
    of = action()
    better = {"record": of, "version": 1, "impact": "improving", **who_and_when()}
    gone = evidence(of)
    generic.withdraw(record=gone, version=1, because="Wrong one", **who_and_when())
    with pytest.raises(Refused, match="first attach a file or link a case audit") as refused:
        operations.change_action(**better)
    assert refused.value.field == "impact_reason"
    assert not ImpactChange.objects.exists()
    evidence(of)
    assert operations.change_action(**better).impact == "improving"
    assert ImpactChange.objects.get().reason == ""


def test_the_form_asks_for_the_reason_of_a_better_impact_at_its_field(signed_in):
    of = action()
    address = f"/actions/{of.pk}/change/"
    page = signed_in.get(address).content.decode()
    assert "Why it is rated better" in page
    assert "Why it is rated better" not in signed_in.get("/actions/add/").content.decode()
    said = typed_action(priority=of.priority_id, reference=of.reference, impact="early", version=1)
    said = {name: value for name, value in said.items() if not name.startswith("due_on")}
    assert "rated better than before" in errors(signed_in.post(address, said))["impact_reason"][0]
    answer = signed_in.post(address, {**said, "impact_reason": "Parents say so"})
    assert answer.status_code == 302 and ImpactChange.objects.get().reason == "Parents say so"


def test_an_officer_adds_a_note_and_reads_it_on_the_action(client):
    client.force_login(officer())
    of = action()
    assert "No note has been added." in client.get(f"/actions/{of.pk}/").content.decode()
    client.post(f"/actions/{of.pk}/notes/add/", typed_note())
    page = client.get(f"/actions/{of.pk}/").content.decode()
    assert "Service Manager: Twenty plans were read." in page and "1 June 2017" in page
    ActionNote.objects.update(**withdrawn())
    assert "No note has been added." in client.get(f"/actions/{of.pk}/").content.decode()


def test_a_wrong_note_gets_its_sentence(client):
    client.force_login(officer())
    address = f"/actions/{action().pk}/notes/add/"
    wrong = [
        ({"text": ""}, "text", "Enter how it goes"),
        ({"post": ""}, "post", "Select the post: “Post that reports it”"),
        ({"noted_on": BEFORE}, "noted_on", "The action starts on 17 May 2017"),
        ({"noted_on": date(2099, 1, 1)}, "noted_on", "must be today or in the past"),
    ]
    each_refused(client, address, typed_note, wrong, ActionNote)


def test_an_officer_links_what_shows_an_action(client):
    client.force_login(officer())
    of = action()
    case_audit(reference=REFERENCE)
    address = f"/actions/{of.pk}/evidence/add/"
    client.post(address, {"audit_reference": REFERENCE, "figure": "", "shows": "Dates are there"})
    client.post(address, {"audit_reference": "", "figure": "actions.total", "shows": "Fewer late"})
    page = client.get(f"/actions/{of.pk}/").content.decode()
    assert f">Audit {REFERENCE}</a>" in page and "the figure “Improvement actions”" in page
    held = ActionEvidence.objects.get(figure="actions.total")
    assert "Fewer late" in client.get(f"/actions/evidence/{held.pk}/").content.decode()
    because = {"because": "Not this one", "version": "1"}
    client.post(f"/actions/evidence/{held.pk}/withdraw/", because)
    assert "actions.total" not in client.get(f"/actions/{of.pk}/").content.decode()
    client.force_login(officer(subject="improvements"))
    page = client.get(f"/actions/{of.pk}/").content.decode()
    assert f"Audit {REFERENCE}" in page and f">Audit {REFERENCE}</a>" not in page
