"""The forms of the audit programme, and the filters of its lists."""

from django import forms

from assurance.audits.forms.case_audits import row_of, several_of, text_area
from assurance.audits.models.kinds import AuditKind
from assurance.audits.models.rounds import LATE
from assurance.audits.rules import allocation, rounds
from assurance.govuk.forms import DatePartsField, search_box
from assurance.govuk.numbers import WholeNumberField
from assurance.people.forms.post_fields import offer_posts, post_field
from assurance.people.forms.teams import TeamsChoice
from assurance.people.models.posts import Post
from assurance.people.models.teams import Team
from assurance.registers.confirmed_words import NO_NAMES
from assurance.registers.forms import (
    ListFilters,
    PastDateField,
    RecordForm,
    day,
    ends_by,
    leave_out,
    line,
    past,
    yours_filter,
)
from assurance.registers.short_forms.row_search import searched_rows

LOWEST, MOST = 1, 100_000
SHARE = "By each post. Enter 0 for none."


def number(label, most, hint="", required=False, least=LOWEST):
    """A field of a whole number."""
    return WholeNumberField(
        label=label,
        help_text=hint,
        required=required,
        min_value=least,
        max_value=most,
        example=6,
    )


class DatedForm(RecordForm):
    """What has a title and is in use between two days."""

    field_faults = ends_by(rounds.why_not_end)

    title = line("Title", 120)
    from_date = day("the start date", "In use from", required=True)
    to_date = day("the end date", "In use to", "Empty while it is in use.")


class KindForm(DatedForm):
    """A kind of audit."""

    field_order = ("title", "category", "interval_months", "from_date", "to_date")
    category = forms.ChoiceField(
        label="Description",
        choices=AuditKind.CATEGORIES,
        widget=forms.RadioSelect,
        initial="routine",
        error_messages={
            "required": "Select what kind of audit it is",
            "invalid_choice": "Select what kind of audit it is from the list",
        },
    )
    interval_months = number(
        "Months from one round to the next", 120, "Such as 6. Empty where it does not come again."
    )


class KindFilters(ListFilters):
    """The filter of the list of kinds."""

    text = search_box("kinds", "title")
    category = forms.ChoiceField(
        label="Description", choices=[("", "Every kind"), *AuditKind.CATEGORIES]
    )


class ThemeForm(DatedForm):
    """A theme that audits find again."""


class ThemeFilters(ListFilters):
    """The filter of the list of themes."""

    text = search_box("themes", "title")


class RoundForm(RecordForm):
    """A round, from its plan to its result."""

    chosen_from = {"service": Team}

    speaks_of = {
        "end": ("start",),
        "begun_on": ("start", "closed_on"),
        "report_due_on": ("start",),
        "closed_on": ("begun_on", "result"),
        "result": ("closed_on",),
        "cancelled_on": ("closed_on", "cancelled_because"),
        "cancelled_because": ("cancelled_on",),
    }

    groups = (
        ("The round", ["kind", "theme", "service", "teams", "start", "end"]),
        ("How many, how often", ["planned", "interval_months"]),
        ("Lead and recipients", ["lead", "report_to", "report_due_on"]),
        ("How it went", ["begun_on", "closed_on", "result"]),
        ("Cancellation", ["cancelled_on", "cancelled_because"]),
    )
    later = ("How it went", "Cancellation")

    kind = row_of(AuditKind.objects.none(), "Kind of audit", "Select a kind", required=True)
    theme = line("Theme", 160, "Such as “Supervision”.", required=False)
    service = forms.ChoiceField(
        label="Service",
        required=False,
        error_messages={"invalid_choice": "Select the service from the list"},
    )
    teams = several_of(
        Team.objects.none(), "Teams", "None ticked: every team of the service.", field=TeamsChoice
    )
    start = day("the start date of the period", "Start date of the period", required=True)
    end = day("the end date of the period", "End date of the period", required=True)
    planned = number("How many audits", MOST, "Empty where no number is set.")
    interval_months = number(
        "Months until the next round is due",
        120,
        "Counted from the start date. Leave empty to use the setting of its kind.",
    )
    lead = post_field("Who leads", required=False)
    report_to = line("Board that its result is reported to", 160, required=False)
    report_due_on = day("the date the report is due", "Report due")
    begun_on = PastDateField(what="the date it began", label="Began", required=False)
    closed_on = past(
        "the date it was closed",
        "Closed",
        "A round is closed with its result.",
    )
    result = text_area("Result", f"The findings of the round. {NO_NAMES}")
    cancelled_on = PastDateField(
        what="the date it was cancelled", label="Cancelled", required=False
    )
    cancelled_because = text_area("Why it was cancelled")

    def prepare_for(self, council):
        """Offers the council's kinds, services and teams."""
        kinds = AuditKind.objects.of(council)
        current = self.record.kind_id if self.record else None
        self.fields["kind"].queryset = kinds.active() | kinds.filter(pk=current)
        offer_posts(self, "lead")
        teams = Team.objects.of(council)
        services = [(name, name) for name in teams.services()]
        if self.record and (self.record.service, self.record.service) not in services:
            services.append((self.record.service, self.record.service or "Every service"))
        every = [] if ("", "Every service") in services else [("", "Every service")]
        self.fields["service"].choices = [*every, *services]
        self.fields["teams"].queryset = teams
        if not teams.exists():
            leave_out(self, ["teams"])

    @staticmethod
    def field_faults(values):
        """What refuses the round, its kind and its teams."""
        yield from rounds.faults_of_round(values)
        yield "kind", rounds.why_not_plan(values["kind"], values["start"])
        yield "teams", rounds.why_not_teams(values["service"], values.get("teams") or ())

    def values_to_save(self):
        """The cleaned values; no teams where the council has none to choose from."""
        return {"teams": [], **super().values_to_save()}


class RoundFilters(ListFilters):
    """The filter of the list of rounds."""

    text = search_box("rounds", "kind, theme, lead or board")
    kind = row_of(AuditKind.objects.none(), "Kind of audit", "Every kind")
    service = forms.ChoiceField(label="Service")
    state = forms.ChoiceField(
        label="State", choices=[("", "Whatever state"), *rounds.STATES.items()]
    )
    ends_from = DatePartsField(what="the start date", label="Period ends from")
    ends_to = DatePartsField(what="the end date", label="Period ends to")
    lead = row_of(Post.objects.none(), "Led by", "Every post and none")
    late = forms.ChoiceField(label="Late", choices=[("", "Either"), ("yes", "Late")])
    yours = yours_filter(
        (LATE, "Anyone: late, and no one has the tasks of its lead"),
        (rounds.AWAITING, "Anyone: awaiting its result, and no one has the tasks of its lead"),
    )

    def prepare_for(self, council):
        """Offers the council's kinds and services."""
        self.fields["kind"].queryset = AuditKind.objects.of(council)
        self.fields["lead"].queryset = Post.objects.of(council)
        services = [(name, name) for name in Team.objects.of(council).services()]
        self.fields["service"].choices = [("", "Every service"), *services]


class AllocationForm(RecordForm):
    """A line of a round's allocation rule."""

    @staticmethod
    def field_faults(values):
        """Pairs of field and sentence of what does not fit together."""
        yield "post", allocation.why_not_posts(values["post"], values["posts"])
        yield "own_team", allocation.why_not_allocate(values["own_team"], values["other_team"])

    post = post_field(
        "Post of each team",
        "Such as “Practice Manager”. The post in each team of the round has a share.",
        required=False,
    )
    posts = searched_rows(
        Post.objects.none(),
        "Posts that each have a share",
        "posts",
        "Where one post does not speak for every team. Search for words of their titles, such as "
        "“practice manager”.",
    )
    own_team = number("Cases of their own team", 100, SHARE, required=True, least=0)
    other_team = number("Cases of another team", 100, SHARE, required=True, least=0)
    every_months = number(
        "In every so many months", 24, "1 for each month. Empty: once in the whole round."
    )

    def prepare_for(self, council):
        """Offers the council's posts."""
        offer_posts(self, "post", "posts")
