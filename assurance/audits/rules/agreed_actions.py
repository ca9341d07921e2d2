"""Rules of the actions that an audit led to."""

from assurance.people.second_person_rules import why_marked, why_not_marked
from assurance.runtime.periods import say_day

OPEN, OVERDUE, WAITING, DONE = "open", "overdue", "waiting", "done"
STATES = {OPEN: "To be done", OVERDUE: "Overdue", WAITING: "Waiting for its check", DONE: "Done"}
COLOURS = {OPEN: "yellow", OVERDUE: "red", WAITING: "blue", DONE: "green"}
# What history calls the return of an action to its owner.
SEND_BACK = "audit_actions.send_back"
HOW_TO_CLOSE = (
    "Leave the date out, then mark it as done on its page, where another person checks it. A "
    "policy on second persons from an early date lets actions of before this service come in."
)


def faults(values, audited_on):
    """(field, sentence) of what does not fit an audit done on `audited_on`; `values` maps the
    action's fields to values, None for none."""
    owner, due, done = (values[name] for name in ("owner", "due_on", "done_on"))
    yield "owner", why_not_own(owner, due)
    yield "due_on", _before(due, audited_on, "its action cannot be due")
    yield "done_on", _before(done, audited_on, "its action cannot have been done")


def why_not_own(post, due_on):
    """The sentence that refuses `post` for an action due on `due_on`, or None."""
    if post is None or due_on is None or post.to_date is None or due_on <= post.to_date:
        return None
    return f"The post {post.title} ended on {say_day(post.to_date)}: choose one that goes on"


def state_of(action, day):
    """How an action stands at the end of `day`: one of `STATES`. It is in time on its due day."""
    if action.done_on and action.done_on <= day:
        return DONE
    return OVERDUE if action.due_on < day else OPEN


def open_at(action, day):
    """Whether a standing action of a standing audit was agreed by the end of `day` and not
    done by then."""
    stands = action.withdrawn_on is None and action.audit.withdrawn_on is None
    return stands and action.audit.audited_on <= day and state_of(action, day) != DONE


def why_not_mark(action):
    """The sentence that refuses to mark `action` as done, or None."""
    if action.is_withdrawn:
        return "This action was withdrawn: ask the person who records audits"
    if action.done_on:
        return f"It was marked as done on {say_day(action.done_on)}"
    return why_marked(action)


def why_not_finished(finished_on, audited_on):
    """The sentence that refuses the date on which an action was finished, or None."""
    return _before(finished_on, audited_on, "its action cannot have been done")


def why_not_check(action, *, is_own):
    """The sentence that refuses the check that `action` is done, or None; `is_own` is true of who
    marked it or is in its owner's post, where a second person checks."""
    if action.is_withdrawn:
        return "This action was withdrawn: ask the person who records audits"
    if action.done_on:
        return "This action is done already"
    if sentence := why_not_marked(action):
        return sentence
    if is_own:
        return "You marked this action as done or are in its owner’s post: another person checks it"
    return None


def _before(day, audited_on, what):
    if day and day < audited_on:
        return f"The audit was done on {say_day(audited_on)}: {what} on {say_day(day)}"
    return None
