"""The registers of reviews, their themes, findings and comparisons, and of own frameworks."""

from assurance.accounts.access import Permission
from assurance.attachments.models import attached_to
from assurance.registers.declaration import Bulk, Column, Item, Parent, Register
from assurance.reviews.forms.bulk import FindingFilters, TogetherForm
from assurance.reviews.forms.findings import FindingForm
from assurance.reviews.forms.frameworks import FrameworkFilters, FrameworkForm
from assurance.reviews.forms.outcomes import OutcomesForm
from assurance.reviews.forms.reviews import ReviewFilters, ReviewForm, ThemeForm
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.frameworks import Framework
from assurance.reviews.models.outcomes import OutcomeTable
from assurance.reviews.models.themes import Theme
from assurance.reviews.operations import findings as operations
from assurance.reviews.operations import outcomes
from assurance.reviews.rules import findings as rules
from assurance.reviews.rules import repeated_findings as said_before
from assurance.reviews.rules import responses as replies
from assurance.reviews.rules import strengths as points
from assurance.reviews.rules.bulk import faults_of
from assurance.runtime.periods import today


def what_it_found(request, review):
    """A review's grades, its findings by theme and kind, its stated totals against those listed,
    its reply and follow-up, what came of such reviews elsewhere, and its files."""
    themes, result = list(review.themes.all()), list(review.findings.with_answers())
    listed = review.listed_totals()
    return {
        "graded": [theme for theme in themes if theme.grade],
        "groups": rules.grouped(themes, result, Finding.KINDS),
        "totals": rules.compared(review.stated_totals(), listed),
        "points": points.points_compared(review.stated_points, points.points(listed)),
        "reply": replies.said_of_reply(review, today()),
        "follow_up": replies.said_of_follow_up(review, today()),
        "outcomes": list(review.outcome_tables.active().prefetch_related("counts")),
        "attached": attached_to(review, request.user),
    }


def what_stands_by_it(request, finding):
    """The earlier findings that say the same, those that may, and the finding's files."""
    earlier = list(Finding.objects.visible_to(request.user).before(finding))
    chain = said_before.chain_of(finding, {item.pk: item for item in earlier})
    return {
        "chain": chain if len(chain.findings) > 1 else None,
        "suggested": [] if finding.said_before_id else said_before.suggested(finding, earlier),
        "actions": list(finding.actions.active()),
        "attached": attached_to(finding, request.user),
    }


def actions_of(finding):
    """The references of the standing actions that answer a finding."""
    return [action.reference for action in finding.actions.all() if not action.is_withdrawn]


def what_it_compares(request, table):
    """The lines of a table of outcomes with their per cents."""
    return table.compared()


def lines_of_table(table):
    """The categories with their counts, in the source's order."""
    return [f"{count.category}: {count.count:,}" for count in table.counts.all()]


def areas_of(framework):
    """The titles of a framework's areas."""
    return [area["title"] for area in framework.areas]


REVIEWS = Register(
    namespace="findings",
    folder="reviews",
    model=Review,
    permission=Permission.RECORD_REVIEWS,
    noun="review",
    plural="inspections and peer reviews",
    form=ReviewForm,
    filters=ReviewFilters,
    add=operations.record_review,
    first="-started_on",
    related=("council", "withdrawn_by", "framework"),
    also=what_it_found,
    verbs={
        "Record findings": "Findings added",
        "Record table": "Findings added from a table",
        "Grade themes": "Grades changed",
    },
    columns=(
        Column("Review", "title", sort="title", link=True),
        Column("Kind", "get_kind_display", sort="kind"),
        Column("First day", "started_on", sort="started_on"),
        Column("Published", "published_on", sort="published_on"),
        Column("Grade", "grade", sort="grade"),
        Column("Who did it", "body", file_only=True),
        Column("Framework", "framework.title", file_only=True),
        Column("Last day", "ended_on", file_only=True),
        Column("Report received", "response_received_on", file_only=True),
        Column("Response due", "reply_due_on", file_only=True),
        Column("Response sent", "response_sent_on", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Kind", "get_kind_display", "kind"),
        Item("Title", "title", "title"),
        Item("Who did it", "body", "body"),
        Item("Framework", "framework.title", "framework"),
        Item("First day on site", "started_on", "started_on"),
        Item("Last day on site", "ended_on", "ended_on"),
        Item("People in the review team", "team_size", "team_size"),
        Item("Roles in the review team", "team_roles", "team_roles"),
        Item("People met", "people_met", "people_met"),
        Item("Case files read", "files_read", "files_read"),
        Item("Grade", "grade", "grade"),
        Item("Report published", "published_on", "published_on"),
        Item("Report received", "response_received_on", "response_received_on"),
        Item("Response due", "reply_due_on", "response_due_on"),
        Item("Response sent", "response_sent_on", "response_sent_on"),
        Item("Why no response is owed", "no_reply_because", "no_reply_because"),
        Item("Follow-up", "follow_up_on", "follow_up_on"),
        Item("Followed up", "followed_up_on", "followed_up_on"),
    ),
)

THEMES = Register(
    namespace="findings",
    folder="reviews",
    name="theme",
    path="themes/",
    parent=Parent(REVIEWS, "review"),
    model=Theme,
    permission=Permission.RECORD_REVIEWS,
    noun="theme",
    plural="themes",
    form=ThemeForm,
    related=("review__council",),
    summary=(
        Item("Review", "review.title"),
        Item("Theme", "title", "title"),
        Item("Grade", "grade", "grade"),
    ),
)

FINDINGS = Register(
    namespace="findings",
    folder="reviews",
    name="finding",
    path="findings/",
    parent=Parent(REVIEWS, "review"),
    model=Finding,
    permission=Permission.RECORD_REVIEWS,
    noun="finding",
    plural="findings",
    form=FindingForm,
    filters=FindingFilters,
    bulk=Bulk(TogetherForm, faults_of),
    first="-review__started_on",
    related=("council", "withdrawn_by", "review", "theme"),
    fetched=("actions",),
    also=what_stands_by_it,
    verbs={"Link said before": "Linked to what was said before"},
    columns=(
        Column("Finding", str, link=True),
        Column("Review", "review.title", sort="review__title"),
        Column("Theme", "theme.title", sort="theme__title"),
        Column("What was found", "text", free_text=True),
        Column("Actions", actions_of),
        Column("Kind", "get_kind_display", file_only=True),
        Column("Number", "number", file_only=True),
        Column("Place in the report", "place", file_only=True),
        Column("How it was said", "get_manner_display", file_only=True),
        Column("Why there is no action", "no_action_because", free_text=True, file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Review", "review.title"),
        Item("Kind", "get_kind_display", "kind"),
        Item("Theme", "theme.title", "theme"),
        Item("Number", "number", "number"),
        Item("What was found", "text", "text"),
        Item("Place in the report", "place", "place"),
        Item("How it was said", "get_manner_display", "manner"),
        Item("Role of whoever said it", "said_by_role", "said_by_role"),
        Item("Why there is no action", "no_action_because", "no_action_because"),
        Item("Role that decided it", "no_action_role", "no_action_role"),
    ),
)

OUTCOMES = Register(
    namespace="findings",
    folder="reviews",
    name="outcomes",
    path="outcomes/",
    parent=Parent(REVIEWS, "review"),
    model=OutcomeTable,
    permission=Permission.RECORD_REVIEWS,
    noun="comparison of outcomes",
    plural="comparisons of outcomes",
    form=OutcomesForm,
    add=outcomes.record_outcomes,
    change=outcomes.change_outcomes,
    related=("council", "withdrawn_by", "review"),
    also=what_it_compares,
    summary=(
        Item("Review", "review.title"),
        Item("Title", "title", "title"),
        Item("Date of the counts", "as_at", "as_at"),
        Item("Categories and counts", lines_of_table, "lines"),
        Item("Source", "source", "source"),
        Item("Total that the source states", "stated_total", "stated_total"),
    ),
)

FRAMEWORKS = Register(
    namespace="findings",
    folder="reviews",
    name="framework",
    path="frameworks/",
    model=Framework,
    permission=Permission.RECORD_REVIEWS,
    noun="framework",
    plural="frameworks of our own reviews",
    form=FrameworkForm,
    filters=FrameworkFilters,
    first="-from_date",
    related=("council",),
    columns=(
        Column("Framework", "title", sort="title", link=True),
        Column("Kind", "get_kind_display", sort="kind"),
        Column("First day", "from_date", sort="from_date"),
        Column("Last day", "to_date", sort="to_date"),
    ),
    summary=(
        Item("Kind", "get_kind_display", "kind"),
        Item("Title", "title", "title"),
        Item("Areas or lines of enquiry", areas_of, "areas"),
        Item("Grades", "grades", "grades"),
        Item("First day", "from_date", "from_date"),
        Item("Last day", "to_date", "to_date"),
    ),
)
