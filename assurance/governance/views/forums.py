"""The registers of boards and forums and of their meetings."""

from datetime import timedelta

from django.db.models import Case, DateField, ExpressionWrapper, IntegerField, Value, When
from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.audits.models.learning import LearningMeeting
from assurance.governance.forms.forums import ForumFilters, ForumForm, MeetingForm
from assurance.governance.models.forum_meetings import ForumMeeting
from assurance.governance.views.registers import link, register_of, within
from assurance.meetings.intervals import AS_NEEDED, DAYS_OF, MONTHS_OF
from assurance.meetings.models.bodies import Body
from assurance.meetings.models.meetings import Meeting
from assurance.registers.declaration import Column, Item, Parent, items
from assurance.registers.orders import first_of, months_on, standing


def its_meetings(request, forum):
    """The meetings of a forum, the last one first, and those kept with the audits."""
    links = [
        link(
            request.user,
            Permission.RECORD_AUDITS,
            learning_meeting,
            reverse("audits:meeting-record", args=[learning_meeting.pk]),
        )
        for learning_meeting in LearningMeeting.objects.visible_to(request.user).of_body(forum)
    ]
    display = within(request, forum, MEETINGS)
    if forum.kind == Body.LEARNING and may(request.user, Permission.RECORD_AUDITS):
        display["sections"][0]["add"] = ""
        links.append({"words": "Add a learning meeting", "address": reverse("audits:meeting-add")})
    return {**display, "links": links, "links_heading": "Learning meetings"}


def what_it_looked_at(request, meeting):
    """The reviews and improvement plans that a meeting looked at."""
    links = [
        link(
            request.user,
            Permission.RECORD_REVIEWS,
            review,
            reverse("reviews:record", args=[review.pk]),
        )
        for review in meeting.reviews.all()
    ]
    links += [
        link(
            request.user,
            Permission.RECORD_ACTIONS,
            plan,
            reverse("improvement:plan-record", args=[plan.pk]),
        )
        for plan in meeting.plans.all()
    ]
    return {"links": links, "links_heading": "Records that it looked at"}


def last_met():
    """The day of the last meeting that stands."""
    return first_of(standing(Meeting, "body"), "date", "-date")


def next_turn():
    """A number in the order of the days by which each should meet again."""
    in_days = {
        item: ExpressionWrapper(last_met() + Value(timedelta(days)), DateField())
        for item, days in DAYS_OF.items()
    }
    in_months = {item: months for item, months in MONTHS_OF.items() if months}
    return Case(
        *(When(interval=item, then=months_on(day, 0)) for item, day in in_days.items()),
        *(
            When(interval=item, then=months_on(last_met(), some))
            for item, some in in_months.items()
        ),
        output_field=IntegerField(),
    )


def meets_again(forum):
    """The date by which a body should meet again; words for one that meets when it is needed."""
    return forum.get_interval_display() if forum.interval == AS_NEEDED else forum.next_by


def posts_of(forum):
    """The posts of a task group's members."""
    return list(forum.members.all())


FORUMS = register_of(
    Body,
    "forum",
    manager="forums",
    plural="boards and forums",
    form=ForumForm,
    filters=ForumFilters,
    first="title",
    related=("chair",),
    fetched=("meetings",),
    also=its_meetings,
    columns=(
        Column("Name", "title", sort="title", link=True),
        Column("Kind", "get_kind_display", sort="kind"),
        Column("How often it meets", "get_interval_display"),
        Column("Last met", "last_met_on", sort="last_met", order=last_met, kind="date"),
        Column("Meets again by", meets_again, sort="next_by", order=next_turn, kind="date"),
        Column("Chair", "chair", file_only=True),
        Column("Final report", "report_words", file_only=True),
        Column("Remit", "remit", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        *items("kind interval chair"),
        Item("Last met", "last_met_on"),
        Item("Meets again by", meets_again),
        *items("remit objectives"),
        Item("Posts of its members", posts_of, "members"),
        Item("Final report due", "report_due_on", "report_due_on"),
        Item("Final report", "report_words", "reported_on"),
        Item("Name in reports", "slug", folded=True),
    ),
)

MEETINGS = register_of(
    ForumMeeting,
    "meeting",
    parent=Parent(FORUMS, "forum"),
    form=MeetingForm,
    related=("body",),
    fetched=("reviews", "plans"),
    also=what_it_looked_at,
    columns=(
        Column("Date", "met_on", link=True),
        Column("Subjects considered", "reviewed"),
        Column("Circulated", "circulated"),
        Column("Circulated to", "circulated_to"),
    ),
    summary=(
        Item("Forum", "forum.title"),
        *items("met_on reviewed resolutions circulated circulated_to next_on"),
        Item("Name in reports", "quoted_as", folded=True),
    ),
)
