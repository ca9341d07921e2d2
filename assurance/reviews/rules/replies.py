"""When a reply to a report is due, and when a peer review is followed up.

Domain 4.1: a written statement of action is due 70 working days after the report was received,
the first of them the working day after. Domain 4.3: a peer review is followed up 9 to 12 months
after it.
"""

from datetime import timedelta

from assurance.meetings.clear_days import (
    FIRST_YEAR,
    LAST_YEAR,
    working_day_after,
    working_days_between,
)
from assurance.runtime.periods import months_after, say_day
from assurance.runtime.typography import with_full_stop

WORKING_DAYS_TO_REPLY = 70
FOLLOW_UP_MONTHS = (9, 12)
KINDS_THAT_ARE_ANSWERED = ("inspection",)
KINDS_THAT_ARE_FOLLOWED_UP = ("peer_review",)
ONE_DAY = timedelta(days=1)


def owes_a_reply(review):
    """Whether a reply to `review` is expected: to an inspection, or where a due day was given, and
    nobody has said why there is none."""
    expected = review.kind in KINDS_THAT_ARE_ANSWERED or review.response_due_on is not None
    return expected and not review.no_reply_because


def reply_due(review):
    """The day on which the reply to `review` is due: as given, else 70 working days after its
    report was received. None where no reply is owed, or nothing is known to reckon it from."""
    if not owes_a_reply(review):
        return None
    if review.response_due_on or not review.response_received_on:
        return review.response_due_on
    return working_day_after(review.response_received_on, WORKING_DAYS_TO_REPLY)


def waits_for_reply(review, day):
    """Whether a standing `review` was received by `day`, owes a reply and had sent none by then."""
    received, sent = review.response_received_on, review.response_sent_on
    came = review.withdrawn_on is None and received is not None and received <= day
    return came and owes_a_reply(review) and (sent is None or sent > day)


def latest_before(day, number):
    """The latest day of which `months_after(…, number)` is `day` or earlier."""
    latest = months_after(day, -number)
    while months_after(latest + ONE_DAY, number) <= day:
        latest += ONE_DAY
    return latest


def follow_up_window(review):
    """(first, last) day between which `review` is followed up, or None: the day agreed, else 9 to
    12 months after a peer review ended."""
    if review.follow_up_on:
        return review.follow_up_on, review.follow_up_on
    if review.kind not in KINDS_THAT_ARE_FOLLOWED_UP:
        return None
    first, last = (months_after(review.ended_on, number) for number in FOLLOW_UP_MONTHS)
    return first, last


def due_for_follow_up(review, day):
    """Whether the follow-up of a standing `review` was due by `day` and not done by then."""
    window, done = follow_up_window(review), review.followed_up_on
    due = review.withdrawn_on is None and window is not None and window[0] <= day
    return due and (done is None or done > day)


def said_of_reply(review, day):
    """A sentence on the reply to `review` as it stands on `day`, or an empty text where there is
    nothing to say."""
    if review.no_reply_because:
        return with_full_stop(f"No reply is owed: {review.no_reply_because}")
    due, received, sent = reply_due(review), review.response_received_on, review.response_sent_on
    if sent:
        return f"Sent on {say_day(sent)}{_on_which_working_day(received, sent)}{_late(due, sent)}."
    if due is None:
        return _unknown_from(received) if received and owes_a_reply(review) else ""
    if day > due:
        return f"It was due on {say_day(due)} and has not been sent."
    return f"It is due on {say_day(due)}{_left(day, due)}."


def said_of_follow_up(review, day):
    """A sentence on the follow-up of `review` as it stands on `day`, or an empty text."""
    window = follow_up_window(review)
    if review.followed_up_on:
        return f"Followed up on {say_day(review.followed_up_on)}."
    if window is None:
        return ""
    first, last = window
    if first == last:
        return f"{'It was' if day > last else 'It is'} agreed for {say_day(last)}."
    past = "That time has passed." if day > last else ""
    return f"To be followed up from {say_day(first)} to {say_day(last)}. {past}".strip()


def _unknown_from(received):
    return (
        f"A reply is owed. Its due date cannot be worked out from {say_day(received)}: "
        f"bank holidays are known here for {FIRST_YEAR} to {LAST_YEAR}. Enter the due "
        "date."
    )


def _on_which_working_day(received, sent):
    number = working_days_between(received, sent) if received else 0
    if number is None and sent >= received:
        known = f"{FIRST_YEAR} to {LAST_YEAR}"
        return f"; bank holidays are known here for {known}, so no working days are counted"
    return f", working day {number} after the report was received" if number else ""


def _late(due, sent):
    return f"; it was due on {say_day(due)}" if due and sent > due else ""


def _left(day, due):
    left = working_days_between(day, due)
    return "" if left is None else f": {left} working day{'' if left == 1 else 's'} left"
