"""Rules of the steps that another person takes: closing a breach, approving a set-aside, a re-check
policy or a wording of reminders."""

from assurance.runtime.periods import say_day

APPROVE_LATER = "Another person approves it on its own page: leave this empty"
NO_APPROVER = "Select the post that approved it"
CLOSE_LATER = "A breach is closed on its own page once it is recorded: leave this empty"


def why_not_close(breach, by, *, needs_second):
    """The sentence that refuses that `by` closes `breach`, or None."""
    if breach.withdrawn_on:
        return f"This breach was withdrawn on {say_day(breach.withdrawn_on)}"
    if breach.closed_on:
        return f"This breach was closed on {say_day(breach.closed_on)} already"
    if breach.remedied_on is None:
        return "Record first how this breach was put right, and on which date"
    if needs_second and breach.remedy_recorded_by_id == by.pk:
        return "You recorded how this breach was put right: another person closes it"
    return None


def asks_again(role, fields):
    """Whether `fields` set the holder of `role` aside otherwise than it stands: from another day,
    for another reason, or for longer."""
    names = ("set_aside_from", "set_aside_because")
    if any(fields.get(name, getattr(role, name)) != getattr(role, name) for name in names):
        return True
    last = fields.get("set_aside_until", role.set_aside_until)
    before = role.set_aside_until
    return last != before and (last is None or (before is not None and last > before))


def why_not_approve(role, by, *, needs_second):
    """The sentence that refuses that `by` approves that the holder of `role` is set aside, or
    None."""
    if role.withdrawn_on:
        return f"This role was withdrawn on {say_day(role.withdrawn_on)}"
    if role.set_aside_from is None:
        return "There is no record that this person is set aside: there is nothing to approve"
    if role.set_aside_approver_id:
        return "This has been approved already"
    if needs_second and role.set_aside_recorded_by_id == by.pk:
        return "You recorded that this person is set aside: another person approves it"
    return None


def why_not_record(approver, *, needs_second):
    """The sentence that refuses a policy or wording with `approver` (None where it is to wait), or
    None."""
    if needs_second:
        return APPROVE_LATER if approver else None
    return None if approver else NO_APPROVER


def why_not_approve_text(row, by, *, needs_second):
    """The sentence that refuses that `by` approves a policy or a wording, or None."""
    if row.approver_id:
        return "This has been approved already"
    if needs_second and row.recorded_by_id == by.pk:
        return "You wrote this: another person approves it"
    return None
