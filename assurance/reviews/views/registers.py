"""The registers of reviews, their themes, findings and comparisons, and of own frameworks."""

from assurance.accounts.access import Permission
from assurance.attachments.models import attached_to
from assurance.registers.declaration import (
    KNOWN,
    Bulk,
    Column,
    Item,
    Parent,
    Register,
    columns,
    items,
)
from assurance.registers.orders import Alphabetical, first_of, standing
from assurance.reviews import operations
from assurance.reviews.forms.findings import FindingFilters, FindingForm, TogetherForm
from assurance.reviews.forms.frameworks import FrameworkFilters, FrameworkForm, OutcomesForm
from assurance.reviews.forms.met_groups import MetGroupForm
from assurance.reviews.forms.reviews import ReviewFilters, ReviewForm, ThemeForm
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.frameworks import Framework
from assurance.reviews.models.met_groups import MetGroup
from assurance.reviews.models.outcomes import OutcomeTable
from assurance.reviews.models.themes import Theme
from assurance.reviews.rules import findings as rules
from assurance.reviews.rules import met_groups as people
from assurance.reviews.rules import repeated_findings as said_before
from assurance.reviews.rules import replies
from assurance.reviews.rules import strengths as points
from assurance.reviews.rules.findings import faults_of
from assurance.runtime.periods import today


def what_it_found(request, review):
    """A review's grades, its findings by theme and kind, its stated totals against those listed,
    the people it met, its reply and follow-up, what came of such reviews elsewhere, its files."""
    themes, result = list(review.themes.all()), list(review.findings.with_answers())
    listed = review.listed_totals()
    totals = rules.compared(review.stated_totals(), listed)
    met = list(review.met_groups.listed())
    met_total, are_counted = people.total_of(met), people.are_counted(met)
    return {
        "met_groups": met,
        "met_total": met_total,
        "are_counted": are_counted,
        "met_compared": are_counted and points.points_compared(review.people_met, met_total),
        "graded": [theme for theme in themes if theme.grade],
        "has_areas": bool(themes),
        "groups": rules.grouped(themes, result, Finding.KINDS),
        "totals": totals if any(item["stated"] or item["listed"] for item in totals) else [],
        "points": points.points_compared(review.stated_points, points.points(listed)),
        "reply": replies.said_of_reply(review, today()),
        "follow_up": replies.said_of_follow_up(review, today()),
        "is_reply_due": replies.waits_for_reply(review, today()),
        "is_follow_up_due": replies.due_for_follow_up(review, today()),
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
        "attached": attached_to(finding, request.user),
        **answers_of(finding, request.user),
    }


def answers_of(finding, user):
    """The active actions that answer a finding, with their pages for who keeps actions, and the
    address where such a user adds one."""
    register = KNOWN[Finding._meta.get_field("actions").related_model]
    keeps = register.may_change(user)
    actions = list(finding.actions.active())
    pages = [register.address("record", action.pk) if keeps else "" for action in actions]
    add = f"{register.address('add')}?findings={finding.pk}" if keeps else ""
    return {"actions": list(zip(actions, pages, strict=True)), "add_action": add}


def actions_of(finding):
    """The references of the standing actions that answer a finding, in their order."""
    current = (action for action in finding.actions.all() if not action.is_withdrawn)
    return sorted((action.reference for action in current), key=str.lower)


def first_action():
    """What the list of findings sorts by: the first standing action that answers each."""
    actions = standing(Finding._meta.get_field("actions").related_model, "findings")
    return first_of(actions, Alphabetical("reference"), Alphabetical("reference"))


def what_it_compares(request, table):
    """The lines of a table of outcomes with their per cents."""
    return table.compared()


def lines_of_table(table):
    """The categories with their counts, in the source's order."""
    return [f"{count.category}: {count.count:,}" for count in table.counts.all()]


def areas_of(framework):
    """The titles of a framework's areas."""
    return [area["title"] for area in framework.areas]


OWN_PAGES = {
    "namespace": "reviews",
    "permission": Permission.RECORD_REVIEWS,
}

REVIEWS = Register(
    **OWN_PAGES,
    model=Review,
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
        Column("Start date", "started_on", sort="started_on"),
        Column("Published", "published_on", sort="published_on"),
        Column("Grade", "grade", sort="grade"),
        Column("Who did it", "body", file_only=True),
        Column("Framework", "framework.title", file_only=True),
        Column("End date", "ended_on", file_only=True),
        Column("Report received", "response_received_on", file_only=True),
        Column("Reply due", "reply_due_on", file_only=True),
        Column("Reply sent", "response_sent_on", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        *items("kind title body"),
        Item("Framework", "framework.title", "framework"),
        *items("started_on ended_on team_size team_roles people_met groups_met"),
        *items("files_read grade"),
        Item("Report published", "published_on", "published_on"),
        Item("Report received", "response_received_on", "response_received_on"),
        Item("Reply due", "reply_due_on", "response_due_on"),
        Item("Reply sent", "response_sent_on", "response_sent_on"),
        Item("Why no reply is owed", "no_reply_because", "no_reply_because", lapses=True),
        Item("Follow-up", "follow_up_on", "follow_up_on"),
        Item("Followed up", "followed_up_on", "followed_up_on"),
    ),
)

THEMES = Register(
    **OWN_PAGES,
    name="theme",
    path="themes/",
    parent=Parent(REVIEWS, "review"),
    model=Theme,
    noun="theme",
    plural="themes",
    form=ThemeForm,
    related=("review__council",),
    summary=(
        Item("Review", "review.title"),
        *items("title grade"),
    ),
)

FINDINGS = Register(
    **OWN_PAGES,
    name="finding",
    path="findings/",
    parent=Parent(REVIEWS, "review"),
    model=Finding,
    noun="finding",
    plural="findings",
    form=FindingForm,
    filters=FindingFilters,
    bulk=Bulk(TogetherForm, faults_of),
    first="-review__started_on",
    related=("council", "withdrawn_by", "review", "theme", "speaker", "decider"),
    fetched=("actions",),
    also=what_stands_by_it,
    verbs={"Link repeated finding": "Linked to the earlier finding"},
    columns=(
        Column("Finding", str, sort="number", link=True),
        Column("Review", "review.title", sort="review__title"),
        Column("Theme", "theme.title", sort="theme__title"),
        Column("Wording", "text", free_text=True),
        Column("Actions", actions_of, sort="action", order=first_action),
        *columns("kind number place manner", file_only=True),
        Column("Why there is no action", "no_action_because", free_text=True, file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Review", "review.title"),
        Item("Kind", "get_kind_display", "kind"),
        Item("Theme", "theme.title", "theme"),
        *items("number text place manner"),
        Item("Post of the person quoted", "speaker", "speaker"),
        Item("Role of a speaker outside the council", "said_by_role", "said_by_role"),
        *items("no_action_because decider", lapses=True),
    ),
)

OUTCOMES = Register(
    **OWN_PAGES,
    name="outcomes",
    path="outcomes/",
    parent=Parent(REVIEWS, "review"),
    model=OutcomeTable,
    noun="comparison of outcomes",
    plural="comparisons of outcomes",
    form=OutcomesForm,
    add=operations.record_outcomes,
    change=operations.change_outcomes,
    related=("council", "withdrawn_by", "review"),
    also=what_it_compares,
    summary=(
        Item("Review", "review.title"),
        *items("title as_at"),
        Item("Categories and counts", lines_of_table, "lines"),
        *items("source stated_total"),
    ),
)

MET_GROUPS = Register(
    **OWN_PAGES,
    name="met",
    path="met/",
    parent=Parent(REVIEWS, "review"),
    model=MetGroup,
    noun="group of people met",
    plural="groups of people met",
    form=MetGroupForm,
    related=("council", "withdrawn_by", "review"),
    summary=(
        Item("Review", "review.title"),
        *items("group number met_on"),
    ),
)

FRAMEWORKS = Register(
    **OWN_PAGES,
    name="framework",
    path="frameworks/",
    model=Framework,
    noun="framework",
    plural="frameworks of our own reviews",
    form=FrameworkForm,
    filters=FrameworkFilters,
    first="-from_date",
    related=("council",),
    columns=(
        Column("Framework", "title", sort="title", link=True),
        *columns("kind from_date to_date", sorts=True),
    ),
    summary=(
        *items("kind title"),
        Item("Areas or lines of enquiry", areas_of, "areas"),
        *items("grades from_date to_date"),
    ),
)
