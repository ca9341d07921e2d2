"""The form of strategies and documents, and the filter of their list."""

from django import forms

from assurance.governance.forms.fields import BOUND, choice, radios
from assurance.governance.models.documents import Document
from assurance.governance.models.plan_outcomes import PlanOutcome
from assurance.governance.rules import faults
from assurance.govuk.forms import search_box
from assurance.people.forms.post_fields import offer_posts, owner_filter, post_field
from assurance.people.models.posts import Post
from assurance.registers.forms import ListFilters, RecordForm, day, line, past


class DocumentForm(RecordForm):
    """A strategy or another document."""

    field_faults = staticmethod(faults.document_faults)
    groups = (
        ("The document", ["title", "kind", "edition", "owner"]),
        ("The time it is for", ["from_date", "to_date"]),
        ("Where it is", ["address", "last_checked_on"]),
        ("How it came about", ["approved_body", "approved_on", "partners", "consulted"]),
    )

    title = line("Title", 160)
    kind = choice("Kind", Document.KINDS)
    edition = line("Version", 40, "Such as “2” or “draft of May”.", required=False)
    owner = post_field("Who owns it")
    from_date = day("the date it applies from", "Applies from")
    to_date = day("the date it applies until", "Applies until")
    address = forms.URLField(
        label="Address",
        help_text="Where it is published, such as https://www.example.org/strategy.",
        max_length=300,
        required=False,
        assume_scheme="https",
        error_messages={
            "invalid": "The address must be a web address, such as https://www.example.org/strategy",
            "max_length": "The address must have 300 characters or fewer",
        },
    )
    last_checked_on = past(
        "the date it was last checked",
        "Last checked",
        "When a person last checked that it is there and still applies.",
    )
    approved_body = line("Body that approved it", 120, "A body, not a person.", required=False)
    approved_on = past("the date of approval", "Approved on")
    partners = line("Partners", 40, BOUND, required=False)
    consulted = line("People consulted", 40, BOUND, required=False)

    def prepare_for(self, council):
        """Offers the council's posts."""
        offer_posts(self, "owner")


class DocumentFilters(ListFilters):
    """The filter of the list of documents."""

    text = search_box("documents", "title, owner or approving body")
    kind = forms.ChoiceField(label="Kind", choices=[("", "Every kind"), *Document.KINDS])
    unchecked = forms.ChoiceField(
        label="Not checked for",
        choices=[("", "Any time"), ("6", "6 months"), ("12", "12 months"), ("24", "24 months")],
    )
    owner = owner_filter()

    def prepare_for(self, council):
        """Offers the council's posts."""
        self.fields["owner"].queryset = Post.objects.of(council)


class PlanOutcomeForm(RecordForm):
    """An outcome or a priority of a plan."""

    kind = radios("Kind", PlanOutcome.KINDS)
    text = line("Outcome or priority", 300, "In the words of the plan.")
