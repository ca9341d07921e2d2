"""The forms of improvement plans, priorities and actions, and the filters of their lists."""

from django import forms
from django.utils.text import Truncator

from assurance.govuk.forms import DatePartsField, helper_for, search_box
from assurance.govuk.numbers import WholeNumberField
from assurance.improvement.models.actions import Action
from assurance.improvement.models.pending_actions import DUE
from assurance.improvement.models.plans import Plan, Priority
from assurance.improvement.rules import actions
from assurance.improvement.rules.board import is_shown
from assurance.people.forms.post_fields import offer_posts, post_field
from assurance.people.models.owned_actions import OF_OTHERS, TO_CHECK
from assurance.people.models.posts import Post
from assurance.people.models.second_persons import needs_second_person
from assurance.registers.confirmed_words import NO_NAMES, ConfirmedWordsForm
from assurance.registers.forms import (
    ListFilters,
    RecordForm,
    day,
    ends_by,
    line,
    past,
    yours_filter,
)
from assurance.registers.short_forms.own_reference import OwnReference
from assurance.registers.short_forms.row_search import searched_rows
from assurance.reviews.models.findings import Finding

TAKES_MARK = " It is marked as done: another progress takes that mark away."


def text_area(label, hint="", required=False):
    """A field of free words."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def in_short(finding):
    """A finding in a line to choose it by."""
    text = Truncator(finding.text).chars(140)
    return f"{finding.review.title}, {str(finding).lower()}: {text}"


def choice(label, choices, hint=""):
    """A field of radios."""
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=choices,
        widget=forms.RadioSelect,
        initial=choices[0][0],
        error_messages={
            "required": f"Select “{label}”",
            "invalid_choice": f"Select “{label}” from the list",
        },
    )


class PriorityChoice(forms.ModelChoiceField):
    """One priority of the council's plans, said with its plan."""

    def label_from_instance(self, priority):
        """The choice's words."""
        return f"{priority.plan.title}: {priority.order}. {priority.title}"


class ActionForm(OwnReference, RecordForm):
    """An improvement action, with the findings it answers.

    Its due date is asked for once: afterwards it is moved on a page of its own, with a reason.
    """

    referred, why_not_refer = Action, staticmethod(actions.why_not_refer)

    groups = (
        ("The action", ["priority", "reference", "text", "measure"]),
        ("Who and when", ["owner", "supporters", "starts_on", "due_on", "next_report_on"]),
        (
            "How it goes",
            [
                *("status", "status_reason", "impact", "impact_reason"),
                *("evidence", "done_on", "checker"),
            ],
        ),
        ("Findings that it answers", ["findings"]),
    )

    priority = PriorityChoice(
        Priority.objects.none(),
        label="Priority of the plan",
        empty_label="Select a priority",
        error_messages={
            "required": "Select the priority of the plan that the action serves",
            "invalid_choice": "Select a priority from the list",
        },
    )
    reference = line("Reference", 20, "Such as “A1”; reports name the action by it.")
    text = text_area("Action to take", NO_NAMES, required=True)
    measure = text_area("How it will be known that it worked")
    owner = post_field("Owner", "The post whose tasks it is among.")
    supporters = searched_rows(
        Post.objects.none(), "Who supports", "posts", "Posts that help the owner.", str
    )
    starts_on = DatePartsField(what="the date the action starts", label="Start")
    due_on = DatePartsField(what="the date the action is due", label="Due")
    next_report_on = day("the date of the next report", "Next report")
    status = choice(
        "Progress",
        Action.STATUSES,
        "An action past its due date is shown as overdue, whatever is chosen here.",
    )
    status_reason = line(
        "Why progress is rated otherwise",
        200,
        f"Only where you change the progress. {NO_NAMES}",
        required=False,
    )
    impact = choice("Difference made for children", Action.IMPACTS)
    impact_reason = line(
        "Why it is rated better",
        200,
        f"Only where no file, case audit or figure is attached or linked. {NO_NAMES}",
        required=False,
    )
    evidence = text_area("Evidence", f"How progress is measured. {NO_NAMES}")
    done_on = past("the date the action was done", "Date it was done")
    checker = post_field("Checked by", "A post other than the owner’s.", required=False)
    findings = searched_rows(
        Finding.objects.none(),
        "Findings",
        "findings",
        "Areas for development, recommendations and agreed priorities of reviews.",
        in_short,
    )

    def prepare_for(self, council):
        """Offers the council's priorities and the findings to answer."""
        self.fields["priority"].queryset = Priority.objects.of(council)
        offer_posts(self, "owner", "checker", "supporters")
        gone = ["due_on"] if self.record else ["impact_reason", "status_reason"]
        gone += [] if self.is_done else ["done_on", "checker"]
        for name in gone:
            del self.fields[name]
        if not self.is_done:
            # An action is closed on pages of its own, by one who marks it and one who checks it.
            self.fields["status"].choices = [
                item for item in Action.STATUSES if item[0] not in actions.CLOSED_STATUSES
            ]
        if self.record and self.record.marked_done_on:
            self.fields["status"].help_text += TAKES_MARK
        self.fields["findings"].queryset = Finding.objects.offered_to(council, self.record)
        groups = [
            (legend, [name for name in names if name in self.fields])
            for legend, names in self.groups
        ]
        self.helper = helper_for(self, submit=self.submit, groups=groups)

    def clean(self):
        """Says at its field what does not fit together, where its parts could be read at all."""
        fields = super().clean()
        names = ("starts_on", "next_report_on", "status", "done_on", "owner", "checker")
        read = {name: fields.get(name) for name in names}
        read["evidence"] = fields.get("evidence", "")
        read["due_on"] = self.record.due_on if self.record else fields.get("due_on")
        before = self.record.status if self.record else ""
        if read["status"] not in actions.CLOSED_STATUSES:
            # What is taken up again is neither done nor checked any more.
            read |= {"done_on": None, "checker": None}
        needs_another = self.is_done and needs_second_person(
            self.council, "actions", read["done_on"]
        )
        for field, sentence in actions.faults(read, before, needs_second=needs_another):
            at = "starts_on" if field == "due_on" and self.record else field
            if not {at, *actions.SPEAKS_OF[field]} & set(self.errors):
                self.add_error(at, sentence)
        self._weigh_impact(fields)
        self._weigh_progress(fields, before)
        return fields

    @property
    def is_done(self):
        """Whether the action is done and checked, so that its day and checker are mended here."""
        return bool(self.record) and self.record.status in actions.CLOSED_STATUSES

    def _weigh_progress(self, values, before):
        names = {"status", "status_reason"}
        if names <= set(self.fields) and not names & set(self.errors):
            reason = values["status_reason"]
            if sentence := actions.why_not_rate(before, values["status"], reason):
                self.add_error("status_reason", sentence)

    def _weigh_impact(self, values):
        if self.record and not {"impact", "impact_reason"} & set(self.errors):
            queries = values["impact"], is_shown(self.record), values["impact_reason"]
            if sentence := actions.why_not_impact(self.record.impact, *queries):
                self.add_error("impact_reason", sentence)

    def values_to_save(self):
        """The cleaned values; of an action that is taken up again neither day nor checker."""
        values = super().values_to_save()
        if values["status"] not in actions.CLOSED_STATUSES and self.is_done:
            values |= {"done_on": None, "checker": None}
        return values


class ActionFilters(ListFilters):
    """The filter of the list of actions."""

    text = search_box("actions", "reference, words or evidence")
    plan = forms.ModelChoiceField(Plan.objects.none(), label="Plan", empty_label="Every plan")
    status = forms.ChoiceField(
        label="Progress", choices=[("", "Whatever progress"), *Action.STATUSES]
    )
    owner = forms.ModelChoiceField(Post.objects.none(), label="Owner", empty_label="Every owner")
    waiting = forms.ChoiceField(
        label="Marked as done",
        choices=[("", "Either"), ("yes", "Waits for its check"), ("no", "Not marked as done")],
    )
    overdue = forms.ChoiceField(
        label="Past its due date",
        choices=[("", "Either"), ("yes", "Overdue"), ("no", "Not overdue")],
    )
    yours = yours_filter(
        (TO_CHECK, "You, to check it"),
        (DUE, "Your posts, late or due within four weeks"),
        (OF_OTHERS, "Posts other than yours, overdue"),
    )

    def prepare_for(self, council):
        """Offers the council's plans and the posts that own actions."""
        self.fields["plan"].queryset = Plan.objects.of(council)
        self.fields["owner"].queryset = Action.objects.of(council).owners()


class MoveForm(ConfirmedWordsForm):
    """Another due date and why."""

    submit = "Move the due date"

    to_day = DatePartsField(what="the new due date", label="New due date")
    reason = forms.CharField(
        label="Why is it moved?",
        help_text=f"{NO_NAMES} Every move is kept with its reason, and slippage is counted.",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Explain why the due date is moved",
            "max_length": "The reason must have 200 characters or fewer",
        },
    )


class PlanForm(RecordForm):
    """An improvement plan."""

    field_faults = ends_by(actions.why_not_end_plan)

    title = line("Title", 160)
    from_date = DatePartsField(what="the plan’s start date", label="Start date")
    to_date = day("the plan’s end date", "End date", "Empty while the plan goes on.")


class PlanFilters(ListFilters):
    """The list of plans, which are few and never withdrawn, has words to look for alone."""

    withdrawn = None
    text = search_box("plans", "title")


class PriorityForm(RecordForm):
    """A priority of a plan."""

    title = line("Priority", 200)
    order = WholeNumberField(
        label="Place in the plan",
        help_text="Empty for the last place.",
        required=False,
        min_value=1,
        max_value=1000,
        example=3,
    )

    def values_to_save(self):
        """The title, and the place where one was given."""
        return {
            name: value for name, value in super().values_to_save().items() if value is not None
        }
