"""A changed rating of progress says why: by the operation, in the form, in history, and never asked
where nothing changes."""

from datetime import date
from itertools import product

import pytest

from assurance.improvement import operations
from assurance.improvement.models.actions import Action, StatusChange
from assurance.improvement.rules import actions
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from tests.cast import officer
from tests.improvement.entries import typed_action
from tests.make.improvements import action
from tests.page_requests import errors, words
from tests.sweeping import NamedCase, brief, swept

ON = date(2017, 9, 10)
WHY = "explain why progress is rated otherwise than before"
STATUSES = [status for status, _ in Action.STATUSES]
has_rows = pytest.mark.django_db


@swept([*product(("", *STATUSES), ("", *STATUSES), ("", " \n", "A post is empty"))])
def test_a_rating_needs_a_reason_where_it_is_another_than_before(before, after, reason):
    changes = bool(before) and bool(after) and before != after
    refused = actions.why_not_rate(before, after, reason) is not None
    assert refused is (changes and not reason.strip())


@has_rows
def test_the_operation_keeps_the_reason_with_the_change_and_apart_from_the_chain():
    of, told = action(), {"by": officer(), "on": ON}
    for reason in ("", "  "):
        with pytest.raises(Refused, match=f"(?i){WHY}") as refused:
            operations.change_action(
                record=of, version=1, status="at_risk", status_reason=reason, **told
            )
        assert refused.value.field == "status_reason"
    operations.change_action(
        record=of, version=1, status="at_risk", status_reason="A post is empty", **told
    )
    [rated] = StatusChange.objects.all()
    assert (str(rated), rated.reason) == ("on_track to at_risk", "A post is empty")
    entry = HistoryEntry.objects.about(of).get()
    assert entry.changes["status"] == {"from": "on_track", "to": "at_risk"}
    assert entry.changes["status_reason"].keys() == {"changed", "digest"}
    assert HistoryDetail.objects.get(field="status_reason").after == "A post is empty"


@has_rows
def test_a_reason_without_a_change_is_neither_asked_for_nor_kept():
    of, told = action(), {"by": officer(), "on": ON}
    operations.change_action(record=of, version=1, text="Other words", **told)
    operations.change_action(record=of, version=2, status="on_track", status_reason="No", **told)
    assert not StatusChange.objects.exists()
    assert not HistoryDetail.objects.filter(field="status_reason").exists()


@has_rows
def test_a_new_action_is_asked_for_no_reason(signed_in):
    form = signed_in.get("/actions/add/").context["form"]
    assert "status_reason" not in form.fields
    assert "done" not in dict(form.fields["status"].choices)
    assert not {"done_on", "checker"} & set(form.fields)
    assert signed_in.post("/actions/add/", typed_action(status="at_risk")).status_code == 302
    assert not StatusChange.objects.exists()


CHANGES = [
    ({"status": "at_risk"}, WHY),
    ({"status": "at_risk", "status_reason": "   "}, WHY),
    ({"status": "at_risk", "status_reason": "x" * 201}, "must have 200 characters or fewer"),
    ({"status": "at_risk", "status_reason": "x" * 200}, None),
    ({"status": "on_track", "status_reason": ""}, None),
    ({"status": "on_track", "status_reason": "Nothing changed"}, None),
]


@pytest.mark.long
@has_rows
def test_the_form_asks_at_the_reason_and_keeps_what_was_typed(signed_in):
    for said, sentence in CHANGES:
        with NamedCase(brief((said, sentence))):
            of = action()
            own = {"priority": of.priority.pk, "reference": of.reference, "version": 1}
            answer = signed_in.post(f"/actions/{of.pk}/change/", typed_action(**own, **said))
            assert answer.status_code == (200 if sentence else 302)
            if sentence:
                assert sentence.lower() in errors(answer)["status_reason"][0].lower()
                assert answer.context["form"]["status"].value() == said["status"]
            changed = not sentence and said["status"] != "on_track"
            assert of.status_changes.exists() is changed


@has_rows
def test_one_fault_at_progress_is_not_told_again_at_its_reason(signed_in):
    of = action()
    own = {"priority": of.priority.pk, "reference": of.reference, "version": 1}
    answer = signed_in.post(f"/actions/{of.pk}/change/", typed_action(**own, status="odd"))
    assert "status" in errors(answer) and "status_reason" not in errors(answer)


@has_rows
def test_a_done_action_that_goes_on_says_why_and_loses_its_day_and_checker(signed_in):
    of = action(status="done")
    own = {"priority": of.priority.pk, "reference": of.reference, "version": 1}
    own |= {"status": "at_risk", "evidence": of.evidence}
    own |= {"done_on": of.done_on, "checker": of.checker.pk}
    address = f"/actions/{of.pk}/change/"
    answer = signed_in.post(address, typed_action(**own))
    assert [*errors(answer)] == ["status_reason"]
    told = typed_action(**own, status_reason="Visits stopped again")
    answer = signed_in.post(address, told, follow=True)
    assert "Its owner marks it as done" in words(answer)
    of.refresh_from_db()
    assert (of.status, of.done_on, of.checker) == ("at_risk", None, None)
    assert StatusChange.objects.get().reason == "Visits stopped again"
