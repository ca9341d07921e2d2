"""Marking an action as done: evidence that names something, and what else is refused."""

from datetime import timedelta

import pytest

from assurance.accounts.history_page import about
from assurance.improvement import operations
from assurance.improvement.models.actions import Action, DueChange
from assurance.records.history import HistoryEntry
from assurance.records.operations import withdraw
from assurance.records.refusals import Refused
from tests.improvement.closing import ON, as_, holder, mark, marking, page
from tests.make import people
from tests.make.improvements import action, marked_done
from tests.page_requests import boxes, errors, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_a_day_of_september(settings):
    """The day on which actions are closed."""
    settings.CANDOUR_TODAY = ON.isoformat()


@pytest.fixture
def owner():
    """Who holds the post that owns actions."""
    return holder("Head of Service")


NAMES_NOTHING = (
    *("Done", "seen", "Seen.", "Yes, it is done", "CHECKED AND CONFIRMED", "evidence"),
    *("It was looked at - all fine now", "Minutes", "12", "all\nmet"),
    *("Seen by me", "We have done this action", "Signed off"),
)


@pytest.mark.parametrize("evidence", NAMES_NOTHING)
def test_evidence_that_names_nothing_is_refused_by_the_page_and_the_operation(
    client, owner, evidence
):
    of = action()
    answer = as_(client, owner).post(page(of, "mark-done"), marking(evidence=evidence))
    assert "this names nothing" in errors(answer)["evidence"][0]
    with pytest.raises(Refused, match="this names nothing") as refused:
        mark(of, owner, evidence=evidence)
    assert refused.value.field == "evidence"
    assert not Action.objects.awaiting_check().exists()


@pytest.mark.parametrize(
    "evidence", ["Audit of 12 files, 3 March 2016", "Minutes of May", "Letter to all carers"]
)
def test_evidence_that_names_something_is_kept_as_it_was_typed(owner, evidence):
    assert mark(action(), owner, evidence=evidence).evidence == evidence


WRONG = [
    ({"evidence": " "}, "evidence", "Name what shows that the action is done"),
    ({"evidence": "!!!"}, "evidence", "Name what shows that the action is done, such as a report"),
    (boxes(finished_on="31 2 2017"), "finished_on", "must be a real date"),
    (boxes(finished_on=""), "finished_on", "Enter the date the action was done"),
    (boxes(finished_on="16 5 2017"), "finished_on", "cannot have been done on 16 May 2017"),
]


@pytest.mark.parametrize(("said", "field", "sentence"), WRONG)
def test_a_wrong_mark_gets_its_sentence_and_what_was_typed_stays(
    client, owner, said, field, sentence
):
    of = action()
    typed = {**marking(), **said}
    answer = as_(client, owner).post(page(of, "mark-done"), typed)
    assert sentence in errors(answer)[field][0]
    assert answer.context["form"].data["evidence"] == typed["evidence"]
    assert not HistoryEntry.objects.exists()


def test_it_cannot_have_been_done_on_a_day_that_is_to_come(owner):
    of = action()
    with pytest.raises(Refused, match="today or in the past") as refused:
        mark(of, owner, finished_on=ON + timedelta(days=1))
    assert refused.value.field == "finished_on"
    assert mark(of, owner, finished_on=ON).finished_on == ON


def test_what_is_done_marked_or_withdrawn_is_not_marked_and_its_page_says_why(client, owner):
    as_(client, owner)
    waits, done, gone = marked_done(), action(status="done"), action()
    withdraw(record=gone, version=1, because="Entered twice", by=owner, on=ON)
    for of, sentence in (
        (waits, "It was marked as done on 1 September 2017 and waits for its check"),
        (done, "This action is done and checked already"),
    ):
        answer = client.get(page(of, "mark-done"))
        assert f"{sentence}." in words(answer) and 'name="evidence"' not in answer.content.decode()
        with pytest.raises(Refused, match=sentence):
            mark(of, owner)
    answer = client.post(page(gone, "mark-done"), marking(version=2))
    assert "was withdrawn" in str(errors(answer)["__all__"])
    assert "mark-done" not in client.get(page(gone, "")).content.decode()


@pytest.mark.long
def test_the_due_date_of_what_is_done_or_waits_is_not_moved_and_its_page_says_what_to_do(
    client, owner
):
    as_(client, owner)
    gone = action()
    withdraw(record=gone, version=1, because="Entered twice", by=owner, on=ON)
    gone.refresh_from_db()
    typed = {**boxes(to_day="31 1 2018"), "reason": "Trial"}
    for of, sentence in (
        (marked_done(), "waits for its check: send it back to its owner first"),
        (action(status="done"), "change its progress first"),
        (gone, "was withdrawn on 10 September 2017"),
    ):
        assert page(of, "due") not in client.get(page(of, "")).content.decode()
        asked = client.get(page(of, "due"))
        assert sentence in words(asked) and 'name="reason"' not in asked.content.decode()
        answer = client.post(page(of, "due"), {**typed, "version": of.version})
        assert sentence.split(" on ")[0] in str(errors(answer))
    assert not DueChange.objects.exists()
    assert page(open_one := action(), "due") in client.get(page(open_one, "")).content.decode()


def test_a_list_and_a_board_say_what_waits_for_its_check(client, owner):
    waits, gone = marked_done(), marked_done()
    withdraw(record=gone, version=1, because="Entered twice", by=owner, on=ON)
    shown = words(as_(client, owner).get("/actions/?withdrawn=all")).partition("Link to this list")
    assert shown[0].count("Waits for its check") == 1
    assert "Waits for its check" in words(
        client.get(f"/actions/plans/{waits.priority.plan_id}/board/")
    )
    assert "Marked as done" in client.get("/actions/list.csv").getvalue().decode().splitlines()[0]


def test_history_names_the_mark_in_plain_words_and_the_evidence_once(client, owner):
    of = mark(action(), owner)
    by = holder("Director")
    as_(client, by)
    operations.confirm_done(record=of, version=2, checker=people.post("Director"), by=by, on=ON)
    [closed, marked] = about(of)
    assert {"Date given as done", "Marked as done by", "Marked as done on"} <= marked.changes.keys()
    assert "Status reason" not in closed.changes
    changing = words(client.get(page(marked_done(), "change")))
    assert "another progress takes that mark away" in changing
    # What is not known of an open action is no gap.
    opened = words(client.get(page(action(), "")))
    assert "Checked by" not in opened
    assert "This action is done and checked already." in words(client.get(page(of, "check-done")))
