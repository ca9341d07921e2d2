"""Closing an action: one person marks it as done with what shows it, another checks it for a post
of theirs, or sends it back."""

from datetime import timedelta

import pytest

from assurance.improvement import operations
from assurance.improvement.models.actions import Action, StatusChange
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.operations import withdraw
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from tests.cast import make_council, make_user, officer
from tests.improvement.closing import FINISHED, ON, SHOWN, as_, holder, mark, marking, page
from tests.make import people
from tests.make.improvements import action, marked_done
from tests.page_requests import errors, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_a_day_of_september(settings):
    """The day on which actions are closed."""
    settings.CANDOUR_TODAY = ON.isoformat()


@pytest.fixture
def owner():
    """Who holds the post that owns actions."""
    return holder("Head of Service")


@pytest.fixture
def checker():
    """Who holds another post, and that alone."""
    return holder("Director")


@pytest.mark.long
def test_one_marks_it_as_done_another_checks_it_and_the_page_tells_each_step(
    client, owner, checker
):
    of = action(reference="A1")
    assert "Its owner marks it as done" in words(as_(client, owner).get(page(of, "")))
    answer = client.post(page(of, "mark-done"), marking(), follow=True)
    for told in (
        "Marked as done. It waits for its check.",
        f"Marked as done on 10 September 2017 by {owner}: done on 31 August 2017.",
        "You marked this action as done: another person checks it.",
    ):
        assert told in words(answer)
    assert "Check that it is done" not in words(answer)
    assert "Check that it is done" in words(as_(client, checker).get(page(of, "")))
    of.refresh_from_db()
    assert (of.status, of.finished_on, of.marked_done_by) == ("on_track", FINISHED, owner)
    answer = as_(client, checker).get(page(of, "check-done"))
    assert SHOWN in words(answer)
    post = people.post("Director")
    assert answer.context["form"].initial["checker"] == post.pk
    typed = {"outcome": "done", "checker": post.pk, "reason": "", "version": of.version}
    answer = client.post(page(of, "check-done"), typed, follow=True)
    assert "The action is done and checked." in words(answer)
    assert "Its owner marks it" not in words(answer) and "waits for its check" not in words(answer)
    of.refresh_from_db()
    assert (of.status, of.done_on, of.checker, of.evidence) == ("done", FINISHED, post, SHOWN)
    assert of.finished_on is of.marked_done_on is of.marked_done_by is None
    [rated] = StatusChange.objects.all()
    assert (str(rated), rated.reason, rated.changed_on) == ("on_track to done", SHOWN, ON)


def test_an_owner_who_may_not_list_actions_marks_their_own_as_done(client):
    """And sees no other: not theirs, nor those of a post that they have left."""
    dbs_officer = make_user("officer", subject="dbs")
    people.holder(post=people.post("Head of Service"), account=dbs_officer)
    own, other = action(reference="A1"), action(reference="B1", owner=people.post("Director"))
    as_(client, dbs_officer)
    assert client.get(page(own, "")).status_code == 403
    assert client.get(page(other, "mark-done")).status_code == 404
    home = client.get("/home/")
    assert f'href="{page(own, "mark-done")}"' in home.content.decode()
    assert "Mark the action as done" in words(client.get(page(own, "mark-done")))
    answer = client.post(page(own, "mark-done"), marking(), follow=True)
    assert answer.redirect_chain == [("/home/", 302)]
    assert "Marked as done. It waits for its check." in words(answer)
    own.refresh_from_db()
    assert (own.marked_done_by, own.evidence) == (dbs_officer, SHOWN)
    assert "Marked as done, waiting for a check" in words(answer)
    assert "Action A1 of Head of Service" in words(answer)
    assert "waits for its check" in words(client.get(page(own, "mark-done")))


def test_history_says_who_marked_it_who_checked_it_and_why_it_went_back(owner, checker):
    of = mark(action(), owner)
    told = {"record": of, "by": checker, "on": ON}
    of = operations.send_back(version=2, reason="Ten plans have no dates", **told)
    of = mark(of, owner)
    operations.confirm_done(version=4, checker=people.post("Director"), **told)
    entries = list(HistoryEntry.objects.about(of).order_by("pk"))
    assert [(entry.what, entry.on) for entry in entries] == [
        (f"actions.{verb}", ON) for verb in ("mark_done", "send_back", "mark_done", "confirm_done")
    ]
    marked, back, _, closed = (entry.changes for entry in entries)
    assert marked["finished_on"] == {"from": None, "to": "2017-08-31"}
    assert marked["evidence"].keys() == back["reason"].keys() == {"changed", "digest"}
    assert back["marked_done_on"] == {"from": "2017-09-10", "to": None}
    assert closed["status"] == {"from": "on_track", "to": "done"}
    assert closed["checker"] == {"from": None, "to": "Director"}
    details = HistoryDetail.objects.filter(field="reason")
    assert [detail.after for detail in details] == ["Ten plans have no dates"]


def test_whoever_is_in_its_owners_post_cannot_check_it_for_another_post(client, owner, checker):
    of = marked_done(by=checker, owner="Head of Service")
    people.holder(post=people.post("Manager"), account=owner)
    sentence = "You are in the post that owns this action: another person checks it"
    answer = as_(client, owner).get(page(of, "check-done"))
    assert f"{sentence}." in words(answer) and 'name="outcome"' not in answer.content.decode()
    typed = {"outcome": "done", "checker": people.post("Manager").pk, "reason": "", "version": 1}
    assert f"{sentence}." in words(client.post(page(of, "check-done"), typed))
    with pytest.raises(Refused, match=sentence):
        operations.confirm_done(
            record=of, version=of.version, checker=people.post("Manager"), by=owner, on=ON
        )


def test_who_marked_it_cannot_check_it_and_is_shown_no_form(client, owner):
    of = marked_done(by=owner, owner="Director")
    answer = as_(client, owner).get(page(of, "check-done"))
    sentence = "You marked this action as done: another person checks it"
    assert f"{sentence}." in words(answer)
    assert 'name="outcome"' not in answer.content.decode()
    record = client.get(f"/actions/{of.pk}/")
    assert f"{sentence}." in words(record) and "check-done" not in record.content.decode()
    typed = {"outcome": "done", "checker": people.post().pk, "reason": "", "version": 1}
    answer = client.post(page(of, "check-done"), typed)
    assert sentence in str(errors(answer))
    of.refresh_from_db()
    assert of.status == "on_track" and of.marked_done_on


def test_who_holds_no_post_is_told_what_to_do(client):
    of, nobody = marked_done(), officer()
    people.post("Director")
    answer = as_(client, nobody).get(page(of, "check-done"))
    assert "You are in no post today, so you cannot take this step." in words(answer)
    assert "/teams/posts/" in answer.content.decode()
    typed = {"outcome": "done", "checker": "", "reason": "", "version": 1}
    answer = client.post(page(of, "check-done"), typed)
    assert errors(answer) == {"checker": ["Select the post for which you check it"]}
    typed["checker"] = people.post("Director").pk
    answer = client.post(page(of, "check-done"), typed)
    assert errors(answer) == {"checker": ["Select a post from the list"]}
    with pytest.raises(Refused, match="You are not in this post today") as refused:
        operations.confirm_done(
            record=of, version=1, checker=people.post("Director"), by=nobody, on=ON
        )
    assert refused.value.field == "checker"


def test_a_post_is_checked_for_by_who_stands_in_while_its_holder_is_away():
    away, instead = people.holder(post=people.post("Director")), officer()
    people.absence(holder=away, from_date=ON, to_date=ON, stand_in=instead)
    of, post = marked_done(), people.post("Director")
    for by, day in ((away.account, ON), (instead, ON + timedelta(days=1))):
        with pytest.raises(Refused, match="are not in this post"):
            operations.confirm_done(record=of, version=1, checker=post, by=by, on=day)
    of = operations.confirm_done(record=of, version=1, checker=post, by=instead, on=ON)
    assert (of.status, of.checker) == ("done", post)


def test_one_person_closes_it_alone_where_the_council_says_so(client, owner):
    people.second_persons(actions=False, reason="Two officers in all")
    of = mark(action(), owner)
    typed = {"outcome": "done", "checker": of.owner.pk, "reason": "", "version": 2}
    answer = as_(client, owner).post(page(of, "check-done"), typed, follow=True)
    assert "The action is done and checked." in words(answer)
    # The policy of the day on which it was done is asked, not that of the press.
    later = people.second_persons(from_date=FINISHED + timedelta(days=1))
    before = mark(action(), owner)
    assert not before.needs_second
    later.from_date = FINISHED
    later.save()
    other = mark(action(), owner)
    answer = client.post(page(other, "check-done"), typed)
    assert "another person checks it" in str(errors(answer))


def test_it_goes_back_to_its_owner_with_a_reason(client, owner, checker):
    of = marked_done(by=owner)
    typed = {"outcome": "not_done", "checker": "", "reason": " ", "version": 1}
    answer = as_(client, checker).post(page(of, "check-done"), typed)
    assert errors(answer) == {"reason": ["Describe what still has to be done"]}
    with pytest.raises(Refused, match="Describe what still has to be done"):
        operations.send_back(record=of, version=1, reason=" ", by=checker, on=ON)
    answer = client.post(page(of, "check-done"), {**typed, "reason": "x" * 201})
    assert "200 characters or fewer" in errors(answer)["reason"][0]
    answer = client.post(page(of, "check-done"), {**typed, "reason": "No dates"}, follow=True)
    assert "The action has gone back to its owner." in words(answer)
    assert "Sent back" in words(answer) and "Its owner marks it as done" in words(answer)
    of.refresh_from_db()
    assert (of.status, of.marked_done_on, of.marked_done_by) == ("on_track", None, None)
    assert "mark-done" in client.get(page(of, "")).content.decode()
    asked = words(as_(client, owner).get(page(of, "mark-done")))
    assert "Sent back on" in asked and "No dates" in asked, "the owner reads why"


def test_an_outcome_is_chosen_and_what_nobody_marked_is_not_checked(client, checker):
    of = marked_done()
    answer = as_(client, checker).post(page(of, "check-done"), {"version": 1})
    assert errors(answer) == {"outcome": ["Select whether the action is done"]}
    answer = client.get(page(action(), "check-done"))
    assert "No one has marked this action as done: there is nothing to check." in words(answer)


def test_what_somebody_saved_first_is_shown_with_409_and_asked_again(client, owner, checker):
    of = action(text="Old words")
    Action.objects.filter(pk=of.pk).update(version=2, text="Their words")
    answer = as_(client, owner).post(page(of, "mark-done"), marking())
    assert answer.status_code == 409
    assert "Someone else changed this record" in words(answer) and "Their words" in words(answer)
    assert SHOWN in answer.content.decode()
    version = answer.context["form"].data["version"]
    assert client.post(page(of, "mark-done"), marking(version=version)).status_code == 302
    typed = {"outcome": "done", "checker": people.post("Director").pk, "reason": "", "version": 2}
    answer = as_(client, checker).post(page(of, "check-done"), typed)
    assert answer.status_code == 409 and "Someone else changed" in words(answer)
    typed["version"] = answer.context["form"].data["version"]
    assert client.post(page(of, "check-done"), typed).status_code == 302
    for change in (
        lambda: mark(of, owner, version=1),
        lambda: operations.send_back(record=of, version=2, reason="No", by=owner, on=ON),
        lambda: operations.confirm_done(record=of, version=2, checker=None, by=owner, on=ON),
    ):
        with pytest.raises(EditConflict):
            change()


def test_another_progress_takes_the_mark_away_and_other_words_do_not(owner):
    of = mark(action(), owner)
    told = {"record": of, "by": owner, "on": ON}
    of = operations.change_action(version=2, text="Other words", status="on_track", **told)
    assert of.marked_done_by == owner
    of = operations.change_action(version=3, status="at_risk", status_reason="It failed", **told)
    assert of.finished_on is of.marked_done_on is of.marked_done_by is None
    assert of.evidence == SHOWN


def test_waiting_actions_are_those_marked_and_neither_checked_nor_withdrawn(owner):
    waits, done = marked_done(), action(status="done")
    open_one = action()
    gone = marked_done()
    withdraw(record=gone, version=1, because="Entered twice", by=owner, on=ON)
    rows = Action.objects.of(make_council())
    assert list(rows.awaiting_check()) == [waits]
    assert list(rows.open_of_posts([people.post()])) == [open_one]
    assert not rows.open_of_posts([people.post("Director")]).exists()
    assert {*rows.filtered(waiting="yes")} == {waits, gone}
    assert {*rows.filtered(waiting="no")} == {open_one, done}


def test_changing_an_action_never_makes_it_done(owner, checker):
    of = action()
    values = {"status": "done", "done_on": FINISHED, "checker": people.post("Director")}
    values |= {"evidence": SHOWN, "status_reason": "All plans were read."}
    with pytest.raises(Refused, match="on its own page") as refused:
        operations.change_action(record=of, version=1, by=checker, on=ON, **values)
    assert refused.value.field == "status"
    of.refresh_from_db()
    assert (of.status, StatusChange.objects.count()) == ("on_track", 0)
    done = action(status="done")
    changed = operations.change_action(
        record=done, version=1, evidence="Audit of 40 plans", by=owner, on=ON
    )
    assert (changed.status, changed.evidence) == ("done", "Audit of 40 plans")


def test_many_owners_change_by_the_policy_of_the_day_each_was_done(owner):
    done = action(status="done")
    fields = {"owner": done.checker, "by": owner, "on": ON}
    with pytest.raises(Refused, match="other than its owner’s"):
        operations.change_actions(rows=[(done, 1)], **fields)
    people.second_persons(from_date=done.done_on, actions=False, reason="Two officers in all")
    [changed] = operations.change_actions(rows=[(done, 1)], **fields)
    assert changed.owner == changed.checker
