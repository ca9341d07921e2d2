"""The form of actions that an audit led to, and the filter of their list."""

from django import forms

from assurance.audits.forms.case_audits import row_of, text_area
from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.rules import agreed_actions as rules
from assurance.govuk.forms import DatePartsField, search_box
from assurance.people.forms.evidence import EvidenceForm
from assurance.people.forms.post_fields import post_field
from assurance.people.models.owned_actions import OF_OTHERS, TO_CHECK
from assurance.people.models.posts import Post
from assurance.registers.confirmed_words import NO_NAMES
from assurance.registers.forms import (
    ListFilters,
    RecordForm,
    day,
    leave_out,
    past,
    yours_filter,
)
from assurance.runtime.periods import today


class AuditActionForm(RecordForm):
    """An action that an audit led to."""

    groups = (("Action", ["text", "owner", "due_on"]), ("Done", ["done_on", "evidence"]))

    text = text_area("Action to take", NO_NAMES, required=True)
    owner = post_field("Post that will do it")
    due_on = day("the date the action is due", "Due", required=True)
    done_on = past("the date the action was done", "Done", "Empty where it is not done after all.")
    evidence = text_area("Evidence that it is done", NO_NAMES)

    def prepare_for(self, council):
        """Offers the posts that there are today, and the one that has it; asks for no evidence of
        an action that is not done, which has a page of its own."""
        posts = Post.objects.of(council)
        own = posts.filter(pk=self.record.owner_id) if self.record else posts.none()
        self.fields["owner"].queryset = posts.on(today()) | own
        if not (self.record and self.record.done_on):
            leave_out(self, ["done_on", "evidence"])

    def clean(self):
        """Says at its field what does not fit the audit."""
        fields = super().clean()
        audit = self.parent or self.record.audit
        values = {name: fields.get(name) for name in ("owner", "due_on", "done_on")}
        for field, sentence in rules.faults(values, audit.audited_on):
            if sentence and field not in self.errors:
                self.add_error(field, sentence)
        return fields


class ActionDoneForm(EvidenceForm):
    """When an action was done and what shows it."""

    field_order = ("done_on", "evidence")

    done_on = past("the date the action was done", "Date it was done", required=True)


class AuditActionFilters(ListFilters):
    """The filter of the list of actions."""

    text = search_box("actions", "words or audit reference")
    owner = row_of(Post.objects.none(), "Post", "Every post")
    state = forms.ChoiceField(
        label="State",
        choices=[
            *(("", "Whatever state"), (rules.OPEN, "Not done, overdue or not")),
            *((rules.OVERDUE, "Overdue"), (rules.WAITING, rules.STATES[rules.WAITING])),
            (rules.DONE, "Done"),
        ],
    )
    due_from = DatePartsField(what="the start date", label="Due from")
    due_to = DatePartsField(what="the end date", label="Due to")
    yours = yours_filter(
        (TO_CHECK, "You: marked as done, and another person checks it"),
        (OF_OTHERS, "Posts other than yours: overdue"),
    )

    def prepare_for(self, council):
        """Offers the posts that own actions."""
        self.fields["owner"].queryset = AuditAction.objects.of(council).owners()
