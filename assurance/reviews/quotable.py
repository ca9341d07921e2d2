"""What a report may quote and list of inspections and peer reviews."""

from assurance.figures.quotable import (
    QuotedList,
    QuotedRecord,
    active_rows,
    begun_by,
    by_number,
    by_slug,
    of_choices,
    plain,
    text_of,
)
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.outcomes import OutcomeTable
from assurance.reviews.models.themes import Theme
from assurance.runtime.digits import whole


def _finding(council, slug):
    review, _, rest = slug.rpartition("-")
    review, _, kind = review.rpartition("-")
    rows = Finding.objects.of(council).of_kind(kind).filter(review__slug=review)
    number = whole(rest) if len(rest) < 6 else None
    return None if number is None else rows.filter(number=number).first()


def _theme(council, slug):
    """`ofsted-2016__leadership`: the review and the theme."""
    review, _, theme = slug.partition("__")
    return Theme.objects.offered_to(council).filter(review__slug=review, slug=theme).first()


def outcome_rows(council):
    """Standing comparisons of outcomes of reviews that stand."""
    return active_rows(OutcomeTable)(council).filter(review__withdrawn_on=None)


PUBLISHED = begun_by("started_on", later={"published_on": {"grade": ""}, "response_sent_on": {}})
# Until its report is published a finding is known from the end of the visit.
FOUND = begun_by("review__published_on", "review__ended_on")
RECORDS = {
    "review": QuotedRecord(
        by_slug(Review),
        plain("title body grade started_on ended_on published_on response_sent_on team_size"),
        PUBLISHED,
    ),
    "finding": QuotedRecord(_finding, plain("text place"), FOUND),
    "theme": QuotedRecord(
        _theme, {**plain("title grade"), "review": lambda row: row.review.title}, FOUND
    ),
    "outcomes": QuotedRecord(
        by_number(outcome_rows),
        {**plain("title as_at source"), "review": lambda row: row.review.title},
        begun_by("as_at"),
    ),
}
LISTS = {
    "reviews": QuotedList(
        "Reviews",
        active_rows(Review),
        {"kind": of_choices("kind", Review.KINDS)},
        {
            "title": ("Review", text_of("title")),
            "body": ("By", text_of("body")),
            "started": ("From", text_of("started_on")),
            "ended": ("To", text_of("ended_on")),
            "grade": ("Judgement", text_of("grade")),
        },
        PUBLISHED,
        "No reviews in this period.",
        within=("started_on", "ended_on"),
        called={"peer reviews": {"kind": "peer_review"}, "inspections": {"kind": "inspection"}},
    ),
}
