"""The forms of improvement plans, priorities and actions, and the filters of their lists."""

from django import forms
from django.utils.text import Truncator

from assurance.govuk.forms import DatePartsField, helper_for
from assurance.improvement.models.actions import Action
from assurance.improvement.models.plans import Plan, Priority
from assurance.improvement.rules import actions
from assurance.improvement.rules.board import is_shown
from assurance.registers.confirmed_words import ConfirmedWordsForm
from assurance.registers.forms import (
    ListFilters,
    RecordForm,
    day,
    ends_by,
    line,
    past,
)
from assurance.reviews.models.findings import Finding
from assurance.runtime.digits import whole

NO_NAMES = "Do not name a child, a family or a worker."
A_ROLE = "The role's title, not a name."


def text_area(label, hint="", required=False):
    """A field of free words."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": f"Enter “{label}”"},
    )


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


class ActionForm(RecordForm):
    """An improvement action, with the findings it answers by review.

    Its due date is asked for once: afterwards it is moved on a page of its own, with a reason.
    """

    groups = (
        ("The action", ["priority", "reference", "text", "measure"]),
        ("Who and when", ["owner_role", "support_roles", "starts_on", "due_on", "next_report_on"]),
        (
            "How it goes",
            [
                *("status", "impact", "impact_reason", "evidence", "done_on", "checked_by_role"),
            ],
        ),
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
    reference = line("Reference", 20, "Such as “A1”; papers name the action by it.")
    text = text_area("What will be done", NO_NAMES, required=True)
    measure = text_area("How it will be known that it worked")
    owner_role = line("Owner", 120, A_ROLE)
    support_roles = line("Who supports", 200, A_ROLE, required=False)
    starts_on = DatePartsField(what="the date the action starts", label="Start")
    due_on = DatePartsField(what="the date the action is due", label="Due")
    next_report_on = day("the date of the next report", "Next report")
    status = choice(
        "Progress",
        Action.STATUSES,
        "An action past its due date is shown as overdue, whatever is chosen here.",
    )
    impact = choice("Difference made for children", Action.IMPACTS)
    impact_reason = line(
        "Why it is rated better",
        200,
        f"Only where no file, case audit or figure is attached or linked. {NO_NAMES}",
        required=False,
    )
    evidence = text_area("Evidence", f"What shows how it goes. {NO_NAMES}")
    done_on = past("the date the action was done", "Date it was done")
    checked_by_role = line(
        "Checked by", 120, "A role other than the owner's. " + A_ROLE, required=False
    )

    def prepare_for(self, council):
        """Offers the council's priorities and, review by review, the findings to answer."""
        self.fields["priority"].queryset = Priority.objects.of(council)
        del self.fields["due_on" if self.record else "impact_reason"]
        self.offered = {
            finding.pk: finding for finding in Finding.objects.offered_to(council, self.record)
        }
        self._offer({value.review_id: value.review for value in self.offered.values()})

    def clean(self):
        """Says at its field what does not fit together, where its parts could be read at all."""
        fields = super().clean()
        names = ("starts_on", "next_report_on", "status", "done_on")
        read = {name: fields.get(name) for name in names}
        read |= {
            name: fields.get(name, "") for name in ("owner_role", "evidence", "checked_by_role")
        }
        read["due_on"] = self.record.due_on if self.record else fields.get("due_on")
        for field, sentence in actions.faults(read, self.record.status if self.record else ""):
            at = "starts_on" if field == "due_on" and self.record else field
            if not {at, *actions.SPEAKS_OF[field]} & set(self.errors):
                self.add_error(at, sentence)
        self._weigh_impact(fields)
        return fields

    def _weigh_impact(self, values):
        if self.record and not {"impact", "impact_reason"} & set(self.errors):
            queries = values["impact"], is_shown(self.record), values["impact_reason"]
            if sentence := actions.why_not_impact(self.record.impact, *queries):
                self.add_error("impact_reason", sentence)

    def said(self):
        """The cleaned values, the findings of every review together."""
        values = super().said()
        chosen = [pk for name in self._by_review for pk in values.pop(name)]
        return {**values, "findings": [self.offered[pk] for pk in chosen]}

    def _offer(self, reviews):
        current = {finding.pk for finding in self.record.findings.all()} if self.record else set()
        self._by_review = []
        for key, review in reviews.items():
            own = [value for value in self.offered.values() if value.review_id == key]
            self.fields[f"findings_{key}"] = forms.TypedMultipleChoiceField(
                label=review.title,
                required=False,
                coerce=whole,
                choices=[(item.pk, _in_short(item)) for item in own],
                initial=[item.pk for item in own if item.pk in current],
                widget=forms.CheckboxSelectMultiple,
                error_messages={"invalid_choice": "Select findings from the list"},
            )
            self._by_review.append(f"findings_{key}")
        groups = [
            (legend, [name for name in names if name in self.fields])
            for legend, names in (*self.groups, ("Findings that it answers", self._by_review))
        ]
        named = [(legend, names) for legend, names in groups if names]
        self.helper = helper_for(self, submit=self.submit, groups=named)


def _in_short(finding):
    return f"{finding}: {Truncator(finding.text).chars(140)}"


class ActionFilters(ListFilters):
    """The filter of the list of actions."""

    text = forms.CharField(label="Words", help_text="In the reference, the action or evidence.")
    plan = forms.ModelChoiceField(Plan.objects.none(), label="Plan", empty_label="Every plan")
    status = forms.ChoiceField(
        label="Progress", choices=[("", "Whatever progress"), *Action.STATUSES]
    )
    owner = forms.ChoiceField(label="Owner")
    overdue = forms.ChoiceField(
        label="Past its due date",
        choices=[("", "Either"), ("yes", "Overdue"), ("no", "Not overdue")],
    )

    def prepare_for(self, council):
        """Offers the council's plans and the roles that own actions."""
        self.fields["plan"].queryset = Plan.objects.of(council)
        owners = [(role, role) for role in Action.objects.of(council).owners()]
        self.fields["owner"].choices = [("", "Every owner"), *owners]


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
            "required": "Say why the due date is moved",
            "max_length": "The reason must have 200 characters or fewer",
        },
    )


class PlanForm(RecordForm):
    """An improvement plan."""

    field_faults = ends_by(actions.why_not_end_plan)

    title = line("Title", 160)
    from_date = DatePartsField(what="the plan's first day", label="First day")
    to_date = day("the plan's last day", "Last day", "Empty while the plan goes on.")


class PlanFilters(ListFilters):
    """The list of plans, which are few and never withdrawn, has words to look for alone."""

    withdrawn = None
    text = forms.CharField(label="Words", help_text="In the plan's title.")


class PriorityForm(RecordForm):
    """A priority of a plan."""

    title = line("Priority", 200)
    order = forms.IntegerField(
        label="Place in the plan",
        help_text="Empty for the last place.",
        required=False,
        min_value=1,
        max_value=1000,
        error_messages={
            "invalid": "The place in the plan must be a whole number, such as 3",
            "min_value": "The place in the plan must be 1 or more",
            "max_value": "The place in the plan must be 1,000 or fewer",
        },
    )

    def said(self):
        """The title, and the place where one was given."""
        return {name: value for name, value in super().said().items() if value is not None}


class TogetherForm(RecordForm):
    """What many actions change at once: a post is renamed, a whole plan is moved."""

    submit = "Show what would change"

    owner_role = ActionForm.base_fields["owner_role"]
    due_on = MoveForm.base_fields["to_day"]
    reason = MoveForm.base_fields["reason"]

    def clean(self):
        """Says what is missing where a due date is moved without a reason, or a reason is given
        for nothing."""
        fields = super().clean()
        day, reason = fields.get("due_on"), fields.get("reason")
        if day and not reason and "reason" not in self.errors:
            self.add_error("reason", "Say why the due date is moved")
        if reason and not day and "due_on" not in self.errors:
            self.add_error("due_on", "Enter the new due date that the reason is for")
        return fields
