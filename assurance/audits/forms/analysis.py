"""Which audits are shown together: those of a period, of a service, by which steps of time."""

from django import forms
from django.utils.http import urlencode

from assurance.audits.rules.groups import HALF_YEAR, STEPS
from assurance.govuk.dates import typed_parts
from assurance.govuk.forms import DatePartsField, GovukFilterForm
from assurance.people.models.teams import Team
from assurance.runtime.periods import When, half_year, half_year_before, say_day


def as_filter(when, **more):
    """The list of audits' filter for those done within `when`, as an address has it; `more` are its
    further words."""
    return urlencode({**typed_parts(done_from=when.start, done_to=when.end), **more})


class PeriodFilters(GovukFilterForm):
    """The period and the service of a page that shows audits together.

    Without a period it is from `since` to the day `on`; where `since` is not given, from the start
    of the half-year before the one that holds the last day.
    """

    done_from = DatePartsField(what="the start date", label="Done from")
    done_to = DatePartsField(what="the end date", label="Done to")
    service = forms.ChoiceField(
        label="Service", error_messages={"invalid_choice": "Select the service from the list"}
    )

    def __init__(self, data=None, *, council, on, since=None, **kwargs):
        super().__init__(data, **kwargs)
        self.on, self.since = on, since
        services = [(name, name) for name in Team.objects.of(council).services()]
        self.fields["service"].choices = [("", "Every service"), *services]

    def clean(self):
        """Refuses a period that ends before it starts, and then shows the usual one."""
        fields = super().clean()
        first, last = fields.get("done_from"), fields.get("done_to")
        if first and last and last < first:
            self.add_error("done_to", "The end date must be on or after the start date")
            del fields["done_from"]
        return fields

    @property
    def when(self):
        """The period asked for; one end alone leaves the other as it usually is."""
        chosen = self.chosen()
        first, last = chosen.get("done_from"), chosen.get("done_to")
        last = last or max(self.on, first or self.on)
        usual = self.since or half_year_before(half_year(last)).start
        return When(first or min(usual, last), last)

    @property
    def in_service(self):
        """The service asked for, an empty text for every one."""
        return self.chosen().get("service", "")

    def told(self):
        """What a page says of what was chosen: `when`, `service`, `true_on`, and `chosen`, the
        same as the address of a list of audits has it."""
        service = {"service": self.in_service} if self.in_service else {}
        return {
            "when": self.when,
            "service": self.in_service,
            "true_on": say_day(self.on),
            "chosen": as_filter(self.when, **service),
        }


class ShownFilters(PeriodFilters):
    """A period, a service and by which steps of time."""

    step = forms.ChoiceField(
        label="Over time by",
        choices=list(STEPS.items())[::-1],
        error_messages={"invalid_choice": "Select quarters or half-years"},
    )

    @property
    def by_step(self):
        """Quarters or half-years."""
        return self.chosen().get("step", HALF_YEAR)
