"""What a report may quote and list of inspections and peer reviews."""

from django.db.models import Q, Value
from django.db.models.functions import Concat

from assurance.figures.models import people_text
from assurance.figures.quotable import (
    DATES,
    AtDay,
    QuotedList,
    QuotedRecord,
    active_rows,
    begun_by,
    by_number,
    by_slug,
    chosen,
    of_choices,
    of_records,
    plain,
    text_of,
)
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.met_groups import MetGroup
from assurance.reviews.models.outcomes import OutcomeCount, OutcomeTable
from assurance.reviews.models.themes import Theme
from assurance.reviews.rules import replies
from assurance.runtime.digits import whole

SUBJECT = "Inspections and peer reviews"


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


def outcome_counts(council):
    """Their lines, each by its comparison and category: “Good” is one of many comparisons."""
    full_title = Concat("table__title", Value(": "), "category")
    rows = OutcomeCount.objects.filter(table__in=outcome_rows(council).values("pk"))
    return rows.annotate(full_title=full_title)


def met_group_rows(council):
    """The groups that reviews met, of reviews that stand."""
    return MetGroup.objects.of(council).of_standing_reviews().select_related("council")


def in_paper(row, paper):
    """The group or review as a `paper` may print how many people were met."""
    row.paper = paper
    return row


def people_met(row):
    """How many people a review met, as a report may print it."""
    return people_text(row.people_met, row.council, getattr(row, "paper", None))


LATER = {
    **{"published_on": {"grade": ""}, "response_sent_on": {}},
    **{"response_received_on": {}, "followed_up_on": {}},
}
PUBLISHED = begun_by("started_on", later=LATER)
# Until its report is published a finding is known from the end of the visit.
FOUND = begun_by("review__published_on", "review__ended_on")
RECORDS = {
    "review": QuotedRecord(
        by_slug(Review),
        {
            **plain("title body grade started_on ended_on published_on response_sent_on team_size"),
            **plain("team_roles groups_met files_read response_received_on"),
            "people_met": people_met,
            **plain("reply_due_on follow_up_on followed_up_on"),
        },
        PUBLISHED,
        for_paper=in_paper,
    ),
    "finding": QuotedRecord(
        _finding,
        {
            **plain("text place"),
            "said_by_role": lambda row: row.speaker_title,
            **chosen("manner"),
            "review": lambda row: row.review.title,
        },
        FOUND,
    ),
    "theme": QuotedRecord(
        _theme, {**plain("title grade"), "review": lambda row: row.review.title}, FOUND
    ),
    "outcomes": QuotedRecord(
        by_number(outcome_rows),
        {**plain("title as_at source"), "review": lambda row: row.review.title},
        begun_by("as_at"),
    ),
    "met_group": QuotedRecord(
        by_number(met_group_rows),
        {
            **plain("group met_on"),
            "number": lambda row: row.printed_number,
            "review": lambda row: row.review.title,
        },
        begun_by("met_on", "review__ended_on"),
        for_paper=in_paper,
    ),
}


def quotation_rows(council):
    """What people said to reviews that stand, in their own words."""
    rows = Finding.objects.of(council).of_kind(Finding.QUOTATION)
    return rows.select_related("review", "theme", "speaker")


def _owed_at(rows, day):
    """The reviews that owed a reply by the end of `day`, or were due for a follow-up by then."""
    owed = rows.waiting_for_reply(day).values("pk")
    return rows.filter(Q(pk__in=owed) | Q(pk__in=rows.due_for_follow_up(day).values("pk")))


LISTS = {
    "quotations": QuotedList(
        "Quotations",
        quotation_rows,
        {"review": of_records("review__slug", active_rows(Review))},
        {
            "text": ("Quotation", text_of("text")),
            "who": ("Source of the finding", text_of("speaker_title")),
            "theme": ("Theme", lambda row: row.theme.title if row.theme else ""),
            "review": ("Review", lambda row: row.review.title),
            "place": ("Place in the report", text_of("place")),
        },
        FOUND,
        "No quotation is recorded by this date.",
        called={"quotations": {}},
        subject=SUBJECT,
    ),
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
            "people_met": ("People met", people_met),
            "groups_met": ("Groups met", text_of("groups_met")),
            "team": ("Review team", text_of("team_roles")),
            "reply_due": ("Reply due", text_of("reply_due_on")),
            "reply_sent": ("Reply sent", text_of("response_sent_on")),
            "follow_up": ("Follow-up", text_of("follow_up_on")),
            "followed_up": ("Followed up", text_of("followed_up_on")),
        },
        PUBLISHED,
        "No reviews in this period.",
        for_paper=in_paper,
        within=("started_on", "ended_on"),
        called={"peer reviews": {"kind": "peer_review"}, "inspections": {"kind": "inspection"}},
    ),
    "reviews_owed": QuotedList(
        "Replies and follow-ups due",
        active_rows(Review),
        {"kind": of_choices("kind", Review.KINDS)},
        {
            "title": ("Review", text_of("title")),
            "body": ("By", text_of("body")),
            "reply": ("Reply", lambda row: replies.said_of_reply(row, row.read_on)),
            "follow_up": ("Follow-up", lambda row: replies.said_of_follow_up(row, row.read_on)),
            "ended": ("Ended", text_of("ended_on")),
        },
        AtDay(DATES, _owed_at, LATER),
        "No review owed a reply or was due for a follow-up.",
    ),
}
