"""Rules of closing an action: who may mark it as done, and who checks that."""

from assurance.improvement.rules.actions import DONE, why_not_done_on, why_withdrawn
from assurance.people.second_person_rules import (
    ON_ITS_PAGE,
    TWO_PERSONS,
    why_marked,
    why_not_marked,
)

# What history calls the return of an action to its owner.
SEND_BACK = "actions.send_back"
HOW_TO_CLOSE = (
    "Leave the progress out, then mark it as done on its page, where another person checks it. A "
    "policy on second persons from an early day lets actions of before this service come in."
)


def why_not_set(before, status):
    """The sentence that refuses to set progress to done beside its two pages, or None."""
    if status == DONE != before:
        return ON_ITS_PAGE
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
    return _why_closed(action) or why_marked(action)


def why_not_finished(starts_on, finished_on, on):
    """The sentence that refuses the day on which an action was finished, or None."""
    if finished_on > on:
        return "The date the action was done must be today or in the past"
    return why_not_done_on(DONE, starts_on, finished_on)


def why_not_confirm(action, by, *, needs_second, is_owner=False):
    """The sentence that refuses that `by`, who may be in its owner's post, checks that `action` is
    done, or None."""
    if sentence := _why_closed(action) or why_not_marked(action):
        return sentence
    if needs_second and action.marked_done_by_id == by.pk:
        return "You marked this action as done: another person checks it"
    if needs_second and is_owner:
        return "You are in the post that owns this action: another person checks it"
    return None


def _why_closed(action):
    return why_withdrawn(action) or (
        "This action is done and checked already" if action.status == DONE else None
    )
