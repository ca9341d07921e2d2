"""Rules of a step that another person takes after the first, whatever register its record is of."""

from assurance.runtime.periods import say_day

NOT_IN_POST = "You are not in this post today: select a post of yours"
ON_ITS_PAGE = "Mark the action as done on its own page: another person checks it there"
TWO_PERSONS = "A second person checks that an action is done, which a file cannot show"


def why_marked(action) -> str | None:
    """The sentence that refuses to mark `action` as done a second time, or None."""
    if action.marked_done_on is None:
        return None
    return f"It was marked as done on {say_day(action.marked_done_on)} and waits for its check"


def why_not_marked(action) -> str | None:
    """The sentence that refuses the check of an `action` that no one has marked, or None."""
    if action.marked_done_on:
        return None
    return "No one has marked this action as done: there is nothing to check"
