"""The forms that follow a position up: which position is looked at, breaches, and reminders."""

from django import forms

from assurance.dbs.forms.people import NO_CONTENT, choice, line
from assurance.dbs.forms.second_persons import offer_approver
from assurance.dbs.models.breaches import LATE, TO_CLOSE, UNDATED
from assurance.dbs.models.statuses import policies_of, standing_of
from assurance.dbs.rules import breaches, faults, populations
from assurance.dbs.rules import reminders as wording
from assurance.dbs.rules.statuses import policy_of
from assurance.govuk.forms import DatePartsField, GovukFilterForm, search_box
from assurance.govuk.numbers import WholeNumberField
from assurance.people.forms.post_fields import offer_posts, post_field
from assurance.people.models.people import Cohort, Engagement
from assurance.registers.forms import (
    ListFilters,
    PastDateField,
    RecordForm,
    leave_out,
    yours_filter,
)
from assurance.runtime.periods import today

OVERDUE = "kind.overdue"


def _population():
    return forms.ModelChoiceField(Cohort.objects.none(), label="Population", empty_label=None)


def _usual_first(form, council):
    """Offers the populations of staff; without a choice the usual one, else the first."""
    field = form.fields["cohort"]
    field.queryset = Cohort.objects.of(council).filter(kind=Cohort.STAFF).order_by("-usual", "pk")
    field.initial = field.queryset.first()


class DaysForm(GovukFilterForm):
    """Which two days are looked at: that of the audit and the position date."""

    submit = "Show"

    audit_date = DatePartsField(
        what="the date of the audit",
        label="Date of the audit",
        help_text="Empty for the position date.",
    )
    position_date = DatePartsField(
        what="the position date", label="Position date", help_text="Leave it empty for today."
    )

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        first, day = fields.get("audit_date"), fields.get("position_date") or today()
        late = first and faults.why_not_position(first, day)
        if late and not self.errors:
            self.add_error("position_date", late)
        return fields

    def days(self):
        """(day of the audit, position date)."""
        chosen = self.chosen()
        day = chosen.get("position_date") or today()
        return chosen.get("audit_date") or day, day


class PositionForm(DaysForm):
    """Which position is looked at: of whom, at which audit, on which day."""

    field_order = ("cohort", "audit_date", "position_date")

    cohort = _population()

    def __init__(self, data=None, *, council, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["audit_date"].help_text = "Empty for the latest audit."
        _usual_first(self, council)

    def asked(self):
        """(population or None, day of the audit or None, position date)."""
        chosen = self.chosen()
        cohort = chosen.get("cohort") or self.fields["cohort"].initial
        return cohort, chosen.get("audit_date"), chosen.get("position_date") or today()


class BreachForm(RecordForm):
    """A breach: of one person's check where it is recorded from their page."""

    groups = (
        ("The breach", ["group", "people", "policy", "found_on", "cause"]),
        ("The meeting that was informed", ["told_meeting", "told_on"]),
        ("How it is put right", ["remedy_due_on", "remedy", "remedied_on"]),
        ("Closed", ["closed_on", "closer"]),
    )

    group = choice("Group", [("", "Select a group"), *Engagement.GROUPS], "the group")
    people = WholeNumberField(
        label="How many people",
        help_text="For one person, record the breach from their own page.",
        min_value=1,
        max_value=100_000,
        initial=1,
        error_messages={"required": "Enter how many people"},
    )
    policy = line("Policy broken", "the policy that was broken", length=200)
    found_on = PastDateField(what="the date it was found", label="Date found")
    cause = forms.CharField(
        label="Cause",
        help_text=f"Why the re-check was late or missing. {NO_CONTENT}",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Describe the cause"},
    )
    told_meeting = line(
        "Meeting informed", "the meeting", "Such as the management team.", 160, required=False
    )
    told_on = PastDateField(
        what="the date the meeting was informed",
        label="Date the meeting was informed",
        required=False,
    )
    remedy_due_on = DatePartsField(
        what="the date by which it is to be put right",
        label="To be put right by",
        help_text="After this date it is late until it is put right.",
        required=False,
    )
    remedy = forms.CharField(
        label="Remedy",
        help_text=f"How it is put right, or was. {NO_CONTENT}",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    remedied_on = PastDateField(
        what="the date it was put right", label="Date put right", required=False
    )
    closed_on = PastDateField(what="the date it was closed", label="Date closed", required=False)
    closer = post_field("Closed by", required=False)

    def prepare_for(self, council):
        """Counts one where a person is named; begins with their group and the policy in force."""
        offer_posts(self, "closer")
        person = self.parent or (self.record and self.record.person)
        # A breach is closed on a page of its own, by another person than who put it right.
        gone = [] if self.record and self.record.closed_on else ["closed_on", "closer"]
        leave_out(self, [*gone, "people"] if person else gone)
        if not self.record:
            day = today()
            group = standing_of(person, day).group if person else ""
            policy = policy_of(group, policies_of(council, day))
            text = f"Re-check every {policy.interval_months} months"
            self.initial = {"group": group, "policy": text, "found_on": day, **self.initial}

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        for field, sentence in breaches.faults_of_breach(fields):
            if field in self.fields and field not in self.errors:
                self.add_error(field, sentence)
        return fields


class BreachFilters(ListFilters):
    """The filter of the list of breaches."""

    state = forms.ChoiceField(
        label="Open or closed",
        choices=[
            *(("", "Either"), ("open", "Open"), (LATE, "Late")),
            (UNDATED, "Without a date to be put right by"),
            *((TO_CLOSE, "Put right, to be closed"), ("closed", "Closed")),
        ],
    )
    group = forms.ChoiceField(label="Group", choices=[("", "Every group"), *Engagement.GROUPS])
    yours = yours_filter(("close", "You, to close it"))

    def narrow(self, rows):
        """The breaches that fit what was chosen; late ones are so today."""
        chosen = self.chosen()
        rows = rows.in_state(chosen.pop("withdrawn", ""))
        return rows.filtered(**chosen, day=today())


class ReminderForm(GovukFilterForm):
    """Whom to remind: those due in a month, or those overdue, of a population."""

    submit = "Show"

    cohort = _population()
    due = forms.ChoiceField(label="Recipients")

    def __init__(self, data=None, *, council, **kwargs):
        super().__init__(data, **kwargs)
        _usual_first(self, council)
        months = populations.months_ahead(today())
        self.fields["due"].choices = [
            (OVERDUE, "Overdue"),
            *((f"due.{month:%Y-%m}", f"Due in {month:%B %Y}") for month in months),
        ]

    def population(self):
        """The population that was chosen, else the usual one; None where there is none."""
        return self.chosen().get("cohort") or self.fields["cohort"].initial

    def recipients(self, count):
        """The key of the list that was chosen, else of the first that has people by `count`, else
        of this month. Each choice gets the number of its people."""
        field = self.fields["due"]
        numbers = {key: count(key) for key, _ in field.choices}
        field.choices = [(key, f"{words}: {numbers[key]:,}") for key, words in field.choices]
        _late, this_month, *_ = numbers
        first = next((key for key, number in numbers.items() if number), this_month)
        key = self.chosen().get("due") or first
        self.data = self.data.copy()
        self.data["due"] = key
        return key


class WordingForm(RecordForm):
    """What reminders say, from a day on."""

    from_date = DatePartsField(what="the start date", label="Start date")
    subject = line(
        "Subject",
        "the subject",
        "Of e-mails, and the heading of letters. It does not name a person.",
    )
    body = forms.CharField(
        label="Words",
        help_text="These places are filled in: "
        + ", ".join(f"{{{place}}} is {text}" for place, text in wording.PLACES.items())
        + ".",
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": "Enter the words of the reminder"},
    )
    approver = post_field("Approved by", "The post that approved it, or led the meeting that did.")

    def prepare_for(self, council):
        """Begins with the newest words; offers the council's posts, as `offer_approver` does."""
        offer_approver(self)
        newest = council.reminder_wordings.first()
        values = {"subject": wording.SUBJECT, "body": wording.BODY}
        values |= {"subject": newest.subject, "body": newest.body} if newest else {}
        self.initial = {**values, **self.initial}

    def clean_subject(self):
        """Words that name nobody."""
        return self._kept("subject", wording.why_not_subject)

    def clean_body(self):
        """Words whose places can be filled, and that say when; lines end as they end here."""
        return self._kept("body", wording.why_not_word).replace("\r\n", "\n")

    def _kept(self, name, why_not):
        text = self.cleaned_data[name]
        if sentence := why_not(text):
            raise forms.ValidationError(sentence)
        return text


class WordingFilters(ListFilters):
    """The filter of the list of wordings, which are never withdrawn."""

    withdrawn = None
    yours = yours_filter(("approve", "You, to approve it"))
    text = search_box("wordings", "subject or body")

    def narrow(self, rows):
        """Those that fit what was chosen."""
        return rows.filtered(**self.chosen())
