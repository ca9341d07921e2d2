"""How each constraint of reviews and findings is broken, and the nearest row that it lets by."""

from datetime import date, timedelta

from django.db.models import F

from tests.make import findings

ONE = timedelta(days=1)
STARTED, ENDED, SENT = date(2016, 11, 14), date(2016, 12, 8), date(2017, 5, 17)
FIRST = date(2010, 1, 1)
TEXT = "x"


def before_its_start(field):
    """A review's `field` on the day before its first, and on its first."""
    return findings.review, {field: STARTED - ONE}, {field: STARTED}


CHECKS = {
    "review_dates_in_order": before_its_start("ended_on"),
    "review_published_after_start": before_its_start("published_on"),
    "review_answered_after_start": before_its_start("response_sent_on"),
    "review_followed_up_after_end": (
        findings.review,
        {"followed_up_on": ENDED - ONE},
        {"followed_up_on": ENDED},
    ),
    "review_answered_or_not": (
        lambda: findings.review(no_reply_because=TEXT),
        {"response_sent_on": SENT},
        {"response_sent_on": SENT, "no_reply_because": ""},
    ),
    "finding_unanswered_by_a_post": (
        lambda: findings.finding(no_action_because=TEXT, decider="Director"),
        {"no_action_because": ""},
        {"no_action_because": "", "decider": None},
    ),
    "finding_said_by_a_role": (
        findings.finding,
        {"manner": "oral"},
        {"manner": "oral", "said_by_role": "Lead inspector"},
    ),
    "finding_said_by_one_speaker": (
        lambda: findings.finding(speaker="Social Worker"),
        {"said_by_role": TEXT},
        {"said_by_role": TEXT, "speaker": None},
    ),
    "finding_not_before_itself": (
        findings.finding,
        {"said_before": F("pk")},
        {"said_before": None},
    ),
    "met_group_of_someone": (findings.met_group, {"number": 0}, {"number": None}),
    "outcomes_have_a_source": (findings.outcomes, {"source": ""}, {"source": TEXT}),
    "framework_dates_in_order": (
        findings.own_framework,
        {"to_date": FIRST - ONE},
        {"to_date": FIRST},
    ),
}
ONCE = {
    "review_named_once": findings.review,
    "finding_number_once": findings.finding,
    "theme_named_once": findings.theme,
    "theme_order_once": findings.theme,
    "framework_named_once": findings.own_framework,
    "national_framework_named_once": findings.framework,
    "met_group_once_a_day": findings.met_group,
    "outcome_once": lambda: findings.outcomes().counts.get(is_ours=False),
    "one_outcome_is_ours": lambda: findings.outcomes().counts.get(is_ours=True),
}
BESIDE = {
    "theme_named_once": {"order": 9},
    "theme_order_once": {"slug": "another"},
    "one_outcome_is_ours": {"category": "Another"},
}
RECORDS = {
    "review": findings.review,
    "finding": findings.finding,
    "outcometable": findings.outcomes,
    "metgroup": findings.met_group,
}
