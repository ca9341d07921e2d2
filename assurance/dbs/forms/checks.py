"""The forms of certificates, applications and look-ups, and of re-check policies.

No field asks what a certificate shows, and none leaves room for it (Police Act 1997 s.124).
"""

from django import forms

from assurance.dbs.forms.people import choice, line
from assurance.dbs.forms.second_persons import offer_approver
from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.rules import faults
from assurance.dbs.rules.statuses import INTERVAL_MONTHS, LONGEST_INTERVAL, LOOKUP_MONTHS, WARN_DAYS
from assurance.govuk.forms import DatePartsField
from assurance.govuk.numbers import WholeNumberField
from assurance.people.forms.post_fields import offer_posts, own_post_in, post_field
from assurance.people.models.people import Engagement
from assurance.registers.forms import (
    ListFilters,
    PastDateField,
    RecordForm,
    leave_out,
    yes_or_no,
    yours_filter,
)
from assurance.runtime.typography import with_capital


def number_once(form):
    """The certificate number that was typed, without the spaces between its digits, where it is one
    and no other certificate has it."""
    number = "".join(form.cleaned_data["certificate_number"].split())
    others = DbsCheck.objects.of(form.council).exclude(pk=form.record and form.record.pk)
    is_used = number and others.filter(certificate_number=number).exists()
    if sentence := faults.why_not_number(number) or (is_used and faults.DUPLICATE_NUMBER):
        raise forms.ValidationError(sentence)
    return number


class CheckForm(RecordForm):
    """A certificate that somebody showed; a new one may answer the application that is open."""

    certificate_number = forms.CharField(
        label="Certificate number",
        help_text="The 12 digits on the certificate. Only the last 4 are shown afterwards.",
        max_length=20,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "autocomplete": "off"}),
        error_messages={
            "required": "Enter the certificate number",
            "max_length": "A certificate number has 12 digits",
        },
    )
    issued_on = PastDateField(what="the date of issue", label="Date of issue")
    level = choice("Level", Engagement.LEVELS, "the level", initial="enhanced_barred")
    workforce = choice("Workforce", Engagement.WORKFORCES, "the workforce", initial="child")
    seen_on = PastDateField(
        what="the date it was seen",
        label="Date the certificate was seen",
        help_text="The original, in person.",
        required=False,
    )
    answers = yes_or_no(
        help_text="Yes closes the application with this certificate.",
        initial=True,
        error_messages={"required": "Select whether it answers the application"},
    )

    def prepare_for(self, council):
        """Asks about the application that is open, where there is one. A number that is held
        already is not shown again, and stays if none is typed."""
        rows = DbsApplication.objects.active().filter(person=self.parent, closed_on=None)
        self.application = rows.first() if self.parent else None
        if self.application:
            self.fields["answers"].label = f"Does it answer the {self.application}?"
        else:
            leave_out(self, ["answers"])
        if self.record and self.record.certificate_number:
            number = self.fields["certificate_number"]
            number.required = False
            number.help_text = f"{with_capital(self.record.masked_number)}. Empty to keep it."

    def initial_of(self, record):
        """Everything but the number."""
        return {**super().initial_of(record), "certificate_number": ""}

    def clean_certificate_number(self):
        """Twelve digits; spaces between them are left out."""
        return number_once(self)

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        if sentence := faults.why_not_see(fields.get("issued_on"), fields.get("seen_on")):
            self.add_error("seen_on", sentence)
        sentence = faults.why_not_answer(self.application, fields.get("issued_on"))
        if sentence and fields.get("answers"):
            self.add_error("answers", sentence)
        return fields

    def values_to_save(self):
        """What an operation is told: no number where the one held stays."""
        values = super().values_to_save()
        if "answers" in values:
            values["answers"] = self.application if values["answers"] else None
        saved = self.record and not values["certificate_number"]
        return {
            name: value
            for name, value in values.items()
            if name != "certificate_number" or not saved
        }


class ApplicationForm(RecordForm):
    """An application for a first check or a re-check."""

    submitted_on = PastDateField(what="the date of the application", label="Date submitted")
    closed_on = PastDateField(
        what="the date it was closed",
        label="Date closed",
        help_text="Empty while the application is open.",
        required=False,
    )
    outcome = choice("Outcome", DbsApplication.OUTCOMES, "the outcome", required=False)

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        result = faults.faults_of_application(
            fields.get("submitted_on"), fields.get("closed_on"), fields.get("outcome")
        )
        for field, sentence in result if not self.errors else ():
            self.add_error(field, sentence)
        return fields


class LookupForm(RecordForm):
    """What the Update Service answered. Its two answers of a certificate that is still current are
    one choice here: the difference would tell whether a named person has a record."""

    proposed_for = own_post_in("post")

    looked_on = PastDateField(what="the date of the look-up", label="Date of the look-up")
    answer = choice(
        "The Update Service’s answer",
        UpdateLookup.ANSWERS,
        "the answer",
        help_text="Both answers that mean the certificate remains current are “Current”.",
        widget=forms.RadioSelect,
    )
    post = post_field("Looked up by", "The post that asked the Update Service.")
    consent_held = yes_or_no(
        label="Is the person’s consent recorded?",
        error_messages={"required": "Select whether the person’s consent is recorded"},
    )

    def prepare_for(self, council):
        """Offers the council's posts."""
        offer_posts(self, "post")


def bounded(label, least, most, initial, **more):
    """A field of a whole number from `least` to `most`."""
    return WholeNumberField(
        label=label,
        **more,
        min_value=least,
        max_value=most,
        initial=initial,
    )


class PolicyForm(RecordForm):
    """A re-check policy, from a day on."""

    group = choice(
        "Group",
        [("", "Every group"), *Engagement.GROUPS],
        "the group",
        help_text="A group’s own policy goes before that of every group.",
        required=False,
    )
    from_date = DatePartsField(what="the start date", label="Start date")
    interval_months = bounded("Months from issue to re-check", 1, LONGEST_INTERVAL, INTERVAL_MONTHS)
    warn_days = bounded("Days of warning before it is due", 0, 366, WARN_DAYS)
    lookup_months = bounded(
        "Months that an Update Service answer is valid", 1, LONGEST_INTERVAL, LOOKUP_MONTHS
    )
    audit_months = bounded(
        "Months between DBS audits",
        *(1, LONGEST_INTERVAL, None),
        required=False,
        help_text="How often the register is audited. Leave empty if the policy does not set it.",
    )
    approver = post_field("Approved by", "The post that approved it, or led the meeting that did.")
    minute = line(
        "Minute", "the minute", "The meeting, and where the decision is recorded.", required=False
    )

    def prepare_for(self, council):
        """Offers the council's posts, where who writes it may approve it."""
        offer_approver(self)


class PolicyFilters(ListFilters):
    """The filter of the list of policies, which are never withdrawn."""

    withdrawn = None
    yours = yours_filter(("approve", "You, to approve it"))
    group = forms.ChoiceField(label="Group", choices=[("", "Every one"), *Engagement.GROUPS])

    def narrow(self, rows):
        """The policies that fit what was chosen."""
        return rows.filtered(**self.chosen())
