"""Rules of closing an action: who may mark it as done, and who checks that."""

from assurance.improvement.rules.actions import DONE, why_not_done_on, why_withdrawn
from assurance.runtime.periods import say_day

# What history calls the return of an action to its owner.
SEND_BACK = "actions.send_back"
TWO_PERSONS = "A second person checks that an action is done, which a file cannot show"
HOW_TO_CLOSE = (
    "Leave the progress out, then mark it as done on its page, where another person checks it. A "
    "policy on second persons from an early day lets actions of before this service come in."
)


def why_not_set(before, status):
    """The sentence that refuses to set progress to done beside its two pages, or None."""
    if status == DONE != before:
        return "Mark the action as done on its own page: another person checks it there"
    return None


def faults_of_file(fields, before):
    """(column, what is wrong, what is right) where a row of a file says that an action is done, or
    who checked that, and a second person is needed; `before` is the one that stands, or None."""
    if fields["status"] != DONE:
        return
    if before is None or (before.status != DONE and not before.marked_done_on):
        yield "status", TWO_PERSONS, HOW_TO_CLOSE
    elif before.status == DONE and fields["checker"] != before.checker:
        right = "Leave the post of the register, or change it on the page of the action."
        yield "checker", "The register has who checked it", right


def why_not_mark(action):
    """The sentence that refuses to mark `action` as done, or None."""
    if sentence := _why_closed(action):
        return sentence
    if action.marked_done_on:
        return f"It was marked as done on {say_day(action.marked_done_on)} and waits for its check"
    return None


def why_not_finished(starts_on, finished_on, on):
    """The sentence that refuses the day on which an action was finished, or None."""
    if finished_on > on:
        return "The date the action was done must be today or in the past"
    return why_not_done_on(DONE, starts_on, finished_on)


def why_not_confirm(action, by, *, needs_second, is_owner=False):
    """The sentence that refuses that `by`, who may be in its owner's post, checks that `action` is
    done, or None."""
    if sentence := _why_closed(action):
        return sentence
    if action.marked_done_on is None:
        return "No one has marked this action as done: there is nothing to check"
    if needs_second and action.marked_done_by_id == by.pk:
        return "You marked this action as done: another person checks it"
    if needs_second and is_owner:
        return "You are in the post that owns this action: another person checks it"
    return None


def _why_closed(action):
    return why_withdrawn(action) or (
        "This action is done and checked already" if action.status == DONE else None
    )


def why_not_check_for(posts, checker):
    """The sentence that refuses to check for the post `checker`, or None; `posts` are those whose
    tasks are the account's own that day."""
    return None if checker in posts else "You are not in this post today: select a post of yours"
