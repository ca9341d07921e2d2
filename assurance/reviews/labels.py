"""What inspections, peer reviews and their findings are called where one is chosen to be quoted."""

from assurance.figures.labels import MemberNames, NameSource, RecordNames
from assurance.figures.quotable import active_rows
from assurance.figures.record_lists import list_of
from assurance.reviews import outcome_figures, quotable
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.met_groups import member_of
from assurance.reviews.models.themes import Theme

SUBJECT = quotable.SUBJECT
REVIEWS = NameSource(active_rows(Review), day="started_on", more="body")
MET = MemberNames(
    (NameSource(quotable.met_group_rows, "group", ("group",), member_of, more="review__title"),)
)
COMPARED = MemberNames(
    (
        NameSource(
            quotable.outcome_rows, "title", ("review__slug", "title"), outcome_figures.series_of
        ),
    )
)
BY_OUTCOME = MemberNames(
    (
        NameSource(
            quotable.outcome_counts,
            "full_title",
            ("table__review__slug", "table__title", "category"),
            outcome_figures.member_of,
        ),
    )
)
BY_THEME = MemberNames((NameSource(Theme.objects.of),))
STATED = MemberNames((REVIEWS,))
MEMBERS = {
    "reviews.strengths_by_theme": BY_THEME,
    "reviews.areas_for_development_by_theme": BY_THEME,
    "reviews.recommendations_by_theme": BY_THEME,
    "reviews.people_met_by_group": MET,
    outcome_figures.COMPARED: COMPARED,
    outcome_figures.BY_OUTCOME: BY_OUTCOME,
    "reviews.stated_points": STATED,
    "reviews.stated_points_over": STATED,
}
RECORDS = {
    "review": RecordNames(
        "Inspection or peer review",
        SUBJECT,
        REVIEWS,
        "title",
        {
            "body": "made by",
            "grade": "judgement",
            "team_size": "size of its team",
            "team_roles": "roles in its team",
            "groups_met": "groups met",
            "files_read": "case files read",
            "reply_due_on": "reply due",
            "response_received_on": "report received",
            "response_sent_on": "reply sent",
            "follow_up_on": "follow-up due",
            "followed_up_on": "followed up",
        },
        (
            "{title}, by {body}, took place from {started_on} to {ended_on}.",
            "{title}, by {body}, began on {started_on}.",
        ),
    ),
    "finding": RecordNames(
        "Finding",
        SUBJECT,
        NameSource(
            lambda council: Finding.objects.of(council).listed(),
            "text",
            ("review__slug", "kind", "number"),
            "{0}-{1}-{2}",
            more="review__title",
        ),
        "text",
        {
            "place": "place in the report",
            "said_by_role": "source of the finding",
            "manner": "manner given",
        },
        (
            "“{text}” ({said_by_role}, {review}).",
            "It was found: “{text}”",
        ),
    ),
    "theme": RecordNames(
        "Theme of an inspection or review",
        SUBJECT,
        NameSource(
            Theme.objects.offered_to,
            parts=("review__slug", "slug"),
            form="{0}__{1}",
            more="review__title",
        ),
        "grade",
        {"title": "area judged", "grade": "judgement"},
        ("{review}: “{title}” was judged {grade}.", "{review} looked at “{title}”."),
    ),
    "outcomes": RecordNames(
        "Comparison of outcomes",
        SUBJECT,
        NameSource(quotable.outcome_rows, parts=("pk",), day="as_at", more="review__title"),
        "title",
        {"as_at": "as at"},
        ("{title} on {as_at} (source: {source}).",),
    ),
    "met_group": RecordNames(
        "Group of people met",
        SUBJECT,
        NameSource(
            quotable.met_group_rows, "group", ("pk",), day="review__ended_on", more="review__title"
        ),
        "group",
        {"number": "number of people", "met_on": "date met"},
        (
            "{review}: {group} ({number}) were met on {met_on}.",
            "{review}: {group} ({number}) were met.",
        ),
    ),
}
LISTS = {
    "themes": list_of(
        quotable.RECORDS["theme"],
        RECORDS["theme"],
        "Themes of inspections and reviews",
        "No theme of a review had been reported by this date.",
        "review title grade",
    ),
    "outcomes": list_of(
        quotable.RECORDS["outcomes"],
        RECORDS["outcomes"],
        "Comparisons of outcomes",
        "No outcomes of such reviews elsewhere were published in this time.",
        "title review as_at source",
        within=("as_at",),
    ),
    "met_groups": list_of(
        quotable.RECORDS["met_group"],
        RECORDS["met_group"],
        "People met by inspections and reviews",
        "No review met a group of people in this time.",
        "group number met_on review",
        within=("review__started_on", "review__ended_on"),
    ),
}
