"""The forms of boards and forums and of their meetings, and the filter of their list."""

from django import forms

from assurance.governance.forms.fields import (
    choice,
    rows_to_tick,
    text_area,
)
from assurance.governance.rules import faults
from assurance.govuk.forms import search_box
from assurance.improvement.models.plans import Plan
from assurance.meetings import task_groups
from assurance.meetings.models.bodies import Body
from assurance.people.forms.post_fields import offer_posts, post_field
from assurance.people.models.posts import Post
from assurance.registers.forms import ListFilters, RecordForm, day, line, past
from assurance.reviews.models.findings import Review


class ForumForm(RecordForm):
    """A board or forum, or a task group with its remit."""

    field_faults = staticmethod(task_groups.faults)
    later = ("A task group",)
    groups = (
        ("The body", ["title", "kind", "interval", "chair"]),
        ("A task group", ["remit", "objectives", "members", "report_due_on", "reported_on"]),
    )

    title = line("Name", 160)
    kind = choice("Kind", Body.FORUMS)
    interval = choice("How often it meets", Body._meta.get_field("interval").choices)
    chair = post_field("Who chairs it")
    remit = text_area("Its task", "A task group needs one.", required=False)
    objectives = text_area("Objectives", "One to a line.", required=False)
    members = rows_to_tick(Post.objects.none(), "Posts of its members")
    report_due_on = day("the date its final report is due", "Final report due")
    reported_on = past("the date of its final report", "Final report made")

    def prepare_for(self, council):
        """Offers the council's posts."""
        offer_posts(self, "chair", "members")


class ForumFilters(ListFilters):
    """The filter of the list of forums."""

    text = search_box("forums", "name or chair’s post")
    kind = forms.ChoiceField(label="Kind", choices=[("", "Every kind"), *Body.FORUMS])


class MeetingForm(RecordForm):
    """A meeting of a forum."""

    field_faults = staticmethod(faults.meeting_faults)
    groups = (
        ("The meeting", ["met_on", "reviewed", "reviews", "plans", "resolutions"]),
        ("Circulation", ["circulated", "circulated_to"]),
        ("The next one", ["next_on"]),
    )

    met_on = past("the date of the meeting", "Date", required=True)
    reviewed = text_area(
        "Subjects considered", "One thing to a line. Do not name a child or a worker."
    )
    reviews = rows_to_tick(Review.objects.none(), "Reviews that it looked at")
    plans = rows_to_tick(Plan.objects.none(), "Improvement plans that it looked at")
    resolutions = text_area("Decisions", "In short, one to a line.", required=False)
    circulated = line("Circulated", 200, required=False)
    circulated_to = line("Circulated to", 200, "Teams or roles, not names.", required=False)
    next_on = day("the date of the next meeting", "Next meeting")

    def prepare_for(self, council):
        """Offers the council's reviews that stand and its plans."""
        self.fields["reviews"].queryset = Review.objects.of(council).active()
        self.fields["plans"].queryset = Plan.objects.of(council)

    def besides(self):
        """The forum, where a meeting is added to it."""
        return {"forum": self.parent}
