"""The forms of the people on the register and of their roles, and the filter of their list."""

from django import forms
from django.db.models import TextChoices

from assurance.dbs.models.policies import RecheckPolicy
from assurance.dbs.rules import statuses
from assurance.dbs.rules.statuses import Status
from assurance.govuk.forms import DatePartsField, search_box
from assurance.people.models.people import Cohort, Engagement, Person
from assurance.people.rules import why_not_refer
from assurance.registers.forms import ListFilters, RecordForm
from assurance.registers.short_forms.own_reference import OwnReference
from assurance.runtime.periods import today
from assurance.runtime.typography import with_capital

WIDE = {"class": "govuk-input--width-20"}
NO_CONTENT = "Do not write what a certificate shows."


class StatusFilter(TextChoices):
    """What the list can be narrowed to beside a single status."""

    COMPLIANT = "compliant", "In date, due soon or current"
    PAST_DUE = "past_due", "Overdue, all"
    WITHOUT_CHECK = "without_check", "Without a check, all"
    NEEDING = "needing", "In scope, all"
    EARLY = "early", "Started before the certificate came"
    ABSENT = "absent", "On a long absence"
    LEFT = "left", "Left: every role has ended"


STATUSES_BY_CHOICE = {
    **{status.value: {status} for status in Status},
    StatusFilter.COMPLIANT.value: statuses.COMPLIANT,
    StatusFilter.PAST_DUE.value: statuses.PAST_DUE_STATUSES,
    StatusFilter.WITHOUT_CHECK.value: statuses.WITHOUT_CHECK,
    StatusFilter.NEEDING.value: set(statuses.IN_BASE),
}


def line(label, what, hint="", length=120, **kwargs):
    """A field of one line; `what` names it in its messages."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=length,
        widget=forms.TextInput(attrs=WIDE),
        error_messages={
            "required": f"Enter {what}",
            "max_length": f"{with_capital(what)} must have {length} characters or fewer",
        },
        **kwargs,
    )


def choice(label, choices, what, **kwargs):
    """A field of one choice from a list."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        error_messages={
            "required": f"Select {what}",
            "invalid_choice": f"Select {what} from the list",
        },
        **kwargs,
    )


class PersonForm(OwnReference, RecordForm):
    """A person: no birth date, address or ethnicity is asked for."""

    referred, why_not_refer = Person, staticmethod(why_not_refer)

    reference = line(
        "Reference", "the reference", "A staff number, or another number of their own.", 40
    )
    name = line("Name", "the name")
    work_email = forms.EmailField(
        label="Work e-mail address",
        required=False,
        widget=forms.EmailInput(attrs=WIDE),
        error_messages={"invalid": "Enter an e-mail address such as name@council.example"},
    )


class PersonFilters(ListFilters):
    """The filter of the list of people; a status and a due day are those of the day chosen."""

    text = search_box("people", "name or reference")
    population = forms.ModelChoiceField(
        Cohort.objects.none(), label="Population", empty_label="Everyone"
    )
    group = forms.ChoiceField(label="Group", choices=[("", "Every group"), *Engagement.GROUPS])
    service = forms.ChoiceField(label="Service")
    status = forms.ChoiceField(
        label="Status",
        choices=[
            ("", "Every status"),
            *StatusFilter.choices,
            *((status.value, status.label) for status in statuses.WORST_FIRST),
        ],
    )
    at = DatePartsField(what="the date", label="Status on", help_text="Leave it empty for today.")
    due_from = DatePartsField(what="the start date", label="Re-check due from")
    due_to = DatePartsField(what="the end date", label="Re-check due to")
    started_from = DatePartsField(what="the start date", label="Started from")
    started_to = DatePartsField(what="the end date", label="Started to")
    left_from = DatePartsField(what="the start date", label="Left from")
    left_to = DatePartsField(what="the end date", label="Left to")

    def prepare_for(self, council):
        """Offers the council's populations and the services of its roles."""
        self.council = council
        self.fields["population"].queryset = Cohort.objects.of(council).of_the_register()
        services = Engagement.objects.of(council).active().order_by("service")
        names = services.values_list("service", flat=True).distinct()
        self.fields["service"].choices = [("", "Every service"), *((name, name) for name in names)]

    @property
    def day_to_come(self):
        """The date chosen for the statuses, where it is still to come: they are a forecast."""
        day = self.chosen().get("at")
        return day if day and day > today() else None

    def narrow(self, rows):
        """The people that fit what was chosen, each with the day as `as_at`."""
        chosen = self.chosen()
        day = chosen.pop("at", None) or today()
        policies = RecheckPolicy.objects.of(self.council).by_group(day)
        population = chosen.pop("population", None)
        groups = population.groups if population else None
        current = rows.in_state(chosen.pop("withdrawn", "")).as_at(day)
        current = current.at(day, policies, groups, self.council)
        current = self._by_role_dates(current, chosen, day)
        status = chosen.pop("status", "")
        if status in STATUSES_BY_CHOICE:
            current = current.with_status(STATUSES_BY_CHOICE[status])
        due = chosen.pop("due_from", None), chosen.pop("due_to", None)
        if any(due):
            last = due[1] or statuses.due_on(day, statuses.LONGEST_INTERVAL)
            current = current.due_between(due[0] or day, last)
        return current.filtered(groups=groups, **chosen)

    def _by_role_dates(self, rows, chosen, day):
        """Those whose roles began, ended or were left for a while as chosen."""
        status = chosen.get("status")
        started = chosen.pop("started_from", None), chosen.pop("started_to", None)
        left = chosen.pop("left_from", None), chosen.pop("left_to", None)
        if status == StatusFilter.EARLY:
            rows = rows.started_early(self.council, started[0], started[1] or day)
        elif any(started):
            rows = rows.started_between(started[0], started[1] or day)
        if status == StatusFilter.ABSENT:
            rows = rows.absent_on(self.council, day)
        if any(left) or status == StatusFilter.LEFT:
            rows = rows.left_between(left[0], left[1] or day)
        return rows


class TogetherForm(RecordForm):
    """What many people's roles change at once: a contract ends, a team goes to another service."""

    submit = "Show what would change"

    ends_on = DatePartsField(
        what="the end date of the roles",
        label="End date of the role",
        help_text="For every role that has no end date yet. From this date on it is not counted.",
    )
    service = line(
        "Service",
        "the service",
        "For every role that has not ended: the service or team that it now belongs to.",
    )
