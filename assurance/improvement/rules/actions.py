"""Rules of the improvement plan (domain 4.4): what may be recorded of an action, and what it had
come to at the end of a day.

Delivery is rated by words: done is checked by somebody other than the owner; an action past its
day is overdue whatever was recorded, until it is done or its day is moved with a reason.
"""

from assurance.reviews.rules.findings import asks_for_an_answer, listed
from assurance.runtime.periods import say_day

DONE, OVERDUE, NOT_KNOWN = "done", "overdue", "not_known"
CLOSED_STATUSES = (DONE,)
# How bad a rating is: one that gets better needs evidence.
HOW_BAD = {"not_started": 0, "on_track": 0, "at_risk": 1, OVERDUE: 2}
# How good a difference made is; what is not known is no better than none.
HOW_GOOD = {"worse": 0, "no_change": 1, NOT_KNOWN: 1, "early": 2, "improving": 3}
# The other fields that a fault at a field speaks of.
SPEAKS_OF = {
    "due_on": ("starts_on",),
    "done_on": ("starts_on", "status"),
    "evidence": ("status",),
    "checker": ("status", "owner"),
    "next_report_on": ("starts_on",),
}


def why_not_due(starts_on, due_on):
    """The sentence that refuses a due date, or None."""
    if starts_on and due_on and due_on < starts_on:
        return (
            f"The action starts on {say_day(starts_on)}, so it cannot be due on "
            f"{say_day(due_on)}: check both dates"
        )
    return None


def why_not_done_on(status, starts_on, done_on):
    """The sentence that refuses the day an action was done, or its absence, or None."""
    if status == DONE and not done_on:
        return "Enter the date the action was done: it is marked as done and checked"
    if done_on and status and status != DONE:
        return "Only an action that is done and checked has a date it was done: leave it empty"
    if done_on and starts_on and done_on < starts_on:
        return (
            f"The action starts on {say_day(starts_on)}, so it cannot have been done on "
            f"{say_day(done_on)}: check both dates"
        )
    return None


def why_not_evidence(before, status, evidence):
    """The sentence that refuses empty evidence, or None; `before` is the rating until now."""
    if evidence.strip():
        return None
    if status == DONE:
        return "Describe the evidence that the action is done"
    if status and before != DONE and HOW_BAD[status] < HOW_BAD.get(before, 0):
        return "Describe the evidence that progress is better than it was rated before"
    return None


def why_not_impact(before, impact, is_shown, reason):
    """The sentence that refuses to rate impact better than `before`, or None; `is_shown` says
    whether a file, case audit or figure shows how the action goes."""
    if is_shown or reason.strip() or impact == NOT_KNOWN:
        return None
    if HOW_GOOD[impact] > HOW_GOOD[before]:
        return (
            "Explain why the difference made is rated better than before, or first attach a "
            "file or link a case audit or a figure that shows it"
        )
    return None


def why_not_checked(status, owner, checker, *, needs_second=True):
    """The sentence that refuses the post that checked an action, or its absence, or None;
    `needs_second` says whether the council asks for another post than the owner's."""
    if status != DONE:
        return None
    if not checker:
        return "Select the post that checked that the action is done"
    if needs_second and checker == owner:
        return "An action is checked by a post other than its owner’s: select another post"
    return None


def why_not_rate(before, status, reason):
    """The sentence that refuses to rate progress otherwise than `before`, or None."""
    if before and status and status != before and not reason.strip():
        return "Explain why progress is rated otherwise than before"
    return None


def why_not_report(starts_on, next_report_on):
    """The sentence that refuses the day of the next report, or None."""
    if starts_on and next_report_on and next_report_on < starts_on:
        return f"The action starts on {say_day(starts_on)}: its next report comes on or after it"
    return None


def faults(said, before="", *, needs_second=True):
    """(field, sentence) of everything in one action that does not fit together, in the order of
    the form; `said` maps starts_on, due_on, next_report_on, owner, status, done_on, evidence
    and checker to values, `before` is the rating until now."""
    status, starts_on = said["status"], said["starts_on"]
    matches = (
        ("due_on", why_not_due(starts_on, said["due_on"])),
        ("next_report_on", why_not_report(starts_on, said["next_report_on"])),
        ("done_on", why_not_done_on(status, starts_on, said["done_on"])),
        (
            "checker",
            why_not_checked(status, said["owner"], said["checker"], needs_second=needs_second),
        ),
        ("evidence", why_not_evidence(before, status, said["evidence"])),
    )
    return [(field, sentence) for field, sentence in matches if sentence]


def why_withdrawn(action):
    """The sentence that refuses any step of an `action` that was withdrawn, or None."""
    if action.withdrawn_on is None:
        return None
    return f"This action was withdrawn on {say_day(action.withdrawn_on)}"


def why_not_movable(action):
    """The sentence that refuses any other due date of `action`, or None."""
    if sentence := why_withdrawn(action):
        return sentence
    if action.status in CLOSED_STATUSES:
        return "This action is done: change its progress first, if it is to go on"
    if action.marked_done_on:
        return (
            f"This action was marked as done on {say_day(action.marked_done_on)} and waits for its "
            "check: send it back to its owner first, if it is to go on"
        )
    return None


def why_not_move(action, to_day, reason):
    """(field, sentence) of what refuses to move the due date of `action`, or None."""
    if sentence := why_not_movable(action):
        return "", sentence
    if to_day == action.due_on:
        return "to_day", f"The action is due on {say_day(action.due_on)} already: enter another day"
    if sentence := why_not_due(action.starts_on, to_day):
        return "to_day", sentence
    if not reason.strip():
        return "reason", "Explain why the due date is moved"
    return None


def why_not_refer(clash):
    """The sentence that refuses a reference, or None; `clash` is the action that has it."""
    if clash is None:
        return None
    if clash.withdrawn_on:
        return (
            f"This reference belonged to an action withdrawn on {say_day(clash.withdrawn_on)}: "
            "give the new one another reference"
        )
    return (
        f"This reference belongs to the action due on {say_day(clash.due_on)}: "
        "check it, or give this one another reference"
    )


def why_not_end_plan(from_date, to_date):
    """The sentence that refuses a plan's last day, or None."""
    if from_date and to_date and to_date < from_date:
        return "The plan must end on or after its start date"
    return None


def why_not_order(order, clash):
    """The sentence that refuses a priority's place in its plan, or None."""
    if order is not None and order < 1:
        return "The place in the plan must be 1 or more"
    if clash:
        return f"Priority {order} of this plan is kept already: give this one another place"
    return None


def planned_by(action, day):
    """Whether a standing `action` had begun or been agreed by the end of `day`."""
    return action.withdrawn_on is None and action.starts_on <= day


def due_at(action, moves, day):
    """When `action` was due, as it stood at the end of `day`; `moves` are its due changes, oldest
    first."""
    since = [move.from_day for move in moves if move.moved_on > day]
    return since[0] if since else action.due_on


def status_at(action, moves, ratings, day):
    """What `action` had come to at the end of `day`; `ratings` are its status changes, oldest
    first. Not known where all that is held is that it was done later."""
    since = [rating.from_status for rating in ratings if rating.changed_on > day]
    if (action.done_on and action.done_on <= day) or (since and since[0] in CLOSED_STATUSES):
        return DONE
    if due_at(action, moves, day) < day:
        return OVERDUE
    if since:
        return since[0]
    return NOT_KNOWN if action.status in CLOSED_STATUSES else action.status


def impact_at(action, ratings, day):
    """The rating of impact that `action` had at the end of `day`; `ratings` are its changes of it,
    oldest first."""
    since = [rating.from_impact for rating in ratings if rating.changed_on > day]
    return since[0] if since else action.impact


def overdue(action, moves, ratings, day):
    """Whether a planned `action` was due before `day` and not done by the end of it."""
    late = due_at(action, moves, day) < day
    return planned_by(action, day) and late and status_at(action, moves, ratings, day) != DONE


def display_status(action, day):
    """The rating that a page of `day` shows: overdue once the due day has passed, unless done."""
    if action.status not in CLOSED_STATUSES and action.due_on < day:
        return OVERDUE
    return action.status


def answers(action, findings):
    """Whether a standing `action` answers one of `findings` (its own) that stands."""
    return action.withdrawn_on is None and any(listed(finding) for finding in findings)


def unanswered(finding, actions):
    """Whether `finding` asks for an action and has neither a standing one among `actions` (its
    own) nor a reason for none."""
    response = any(action.withdrawn_on is None for action in actions)
    return asks_for_an_answer(finding) and not finding.no_action_because and not response


def slipped(moves):
    """By how many days the due date was moved in all; fewer than none where it came nearer."""
    return sum((move.to_day - move.from_day).days for move in moves)


def why_not_note(action, noted_on):
    """The sentence that refuses the day of a note, or None."""
    if noted_on < action.created_on and noted_on < action.starts_on:
        return (
            f"The action starts on {say_day(action.starts_on)}: a note on it comes on or "
            "after that date"
        )
    return None


def why_not_one(audit_reference, figure):
    """(field, sentence) of what refuses evidence that is neither an audit nor a figure, or both; or
    None."""
    if audit_reference and figure:
        return "figure", "Link a case audit or a figure, not both: add the other by itself"
    if not audit_reference and not figure:
        return "audit_reference", "Enter the reference of a case audit, or select a figure"
    return None


def why_not_audit(audit):
    """The sentence that refuses the audit of a reference, or None; `audit` is the one found."""
    if audit is None:
        return "No case audit has this reference: check it against the list of case audits"
    if audit.withdrawn_on:
        return f"This case audit was withdrawn on {say_day(audit.withdrawn_on)}: it shows nothing"
    return None


def faults_of(action, value, *, needs_second=True):
    """The sentences that refuse `said` (`owner`, `due_on` with its `reason`, or both) for
    `action`: who checked that it is done is somebody else, and what is done is not moved."""
    matches = []
    if "owner" in value:
        matches.append(
            why_not_checked(
                action.status, value["owner"], action.checker, needs_second=needs_second
            )
        )
    if "due_on" in value and value["due_on"] != action.due_on:
        _, sentence = why_not_move(action, value["due_on"], value.get("reason", "")) or ("", None)
        matches.append(sentence)
    return [sentence for sentence in matches if sentence]
