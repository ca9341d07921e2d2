"""The time for a reply to an inspection, told in paragraphs that stand apart."""

from datetime import date, timedelta

import pytest

from assurance.reviews.rules.replies import working_day_after
from reports.verdicts.registry import rule_called
from tests.checks.drawn import found
from tests.sweeping import swept

PUBLISHED = date(2015, 2, 9)
LAST = working_day_after(PUBLISHED, 70)


def late(*paragraphs):
    """The days that are late in a paper of those paragraphs."""
    text = "\n\n".join(("# Ofsted inspection", *paragraphs))
    return [one.fault.about for one in found(text, rules=[rule_called("reply-late")])]


def said(day):
    return f"{day.day} {day:%B %Y}"


REPORT = f"The inspection report was published on {said(PUBLISHED)}."
OVER = said(LAST + timedelta(7))


def test_a_reply_may_come_on_the_seventieth_working_day_and_no_later():
    for step in range(-3, 4):
        day = said(LAST + timedelta(step))
        told = late(REPORT, "Members were told.", f"The Council submitted its response on {day}.")
        assert told == ([day] if step > 0 else []), step


@pytest.mark.parametrize(
    "paragraphs",
    [
        (f"Ofsted published its report on {said(PUBLISHED)}.", f"On {OVER} we sent a reply."),
        (REPORT, *("More.",) * 12, f"The action plan was sent to Ofsted on {OVER}."),
        (f"The report was issued on {said(PUBLISHED)} and the action plan was sent on {OVER}.",),
        (
            REPORT,
            f"The report was published again on {said(PUBLISHED + timedelta(3))}.",
            f"The action plan was sent to Ofsted on {OVER}.",
        ),
    ],
)
def test_a_late_reply_is_found_wherever_the_two_days_stand(paragraphs):
    assert late(*paragraphs) == [OVER]


@swept(
    [
        (case,)
        for case in [
            (REPORT, f"The action plan will be sent on {OVER}."),
            (REPORT, f"The action plan was due on {OVER}, and submitted."),
            (REPORT, f"A revised action plan was submitted on {OVER}."),
            (REPORT, f"The action plan was submitted on {OVER}, as an extension allowed."),
            (REPORT, *("More.",) * 12, f"A reply was sent to the parents on {OVER}."),
            (REPORT, "The action plan was submitted in July 2015."),
            (REPORT, f"The action plan was submitted on {said(PUBLISHED - timedelta(200))}."),
            (f"The action plan was submitted on {OVER}.",),
            (
                REPORT,
                f"Its report was received on {said(PUBLISHED + timedelta(40))}.",
                f"The action plan was sent on {OVER}.",
            ),
            (
                "The inspection report was published on 7 February 1890.",
                "The action plan was submitted on 7 February 1891.",
            ),
        ]
    ]
)
def test_what_is_no_late_reply_is_left_in_peace(paragraphs):
    assert late(*paragraphs) == []
