"""The retention schedule: its policies, what ends next, the reports of runs, and legal holds."""

from django.db.models import Case, F, IntegerField, When
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.govuk.outcomes import message_number
from assurance.registers.declaration import Column, Item, Register
from assurance.registers.orders import in_words
from assurance.runtime.periods import end_of_month, months_after, today
from reports.data_protection.forms import (
    HoldFilters,
    HoldForm,
    NewHoldForm,
    PolicyFilters,
    PolicyForm,
)
from reports.data_protection.models import LegalHold, RetentionPolicy, RetentionRun
from reports.data_protection.operations.policies import add_policy
from reports.data_protection.rules import DAYS, MONTHS, YEARS
from reports.data_protection.schedule import adopt_usual, preview

REPORTS_SHOWN = 5
DAYS_OF_UNIT = {DAYS: 1, MONTHS: 30, YEARS: 365}


def days_kept():
    """The order of a list by period: about how many days each has."""
    cases = (When(unit=unit, then=F("length") * days) for unit, days in DAYS_OF_UNIT.items())
    return Case(*cases, output_field=IntegerField())


POLICIES = Register(
    namespace="data_protection",
    name="policy",
    path="policies/",
    model=RetentionPolicy,
    permission=Permission.KEEP_RETENTION,
    noun="retention policy",
    plural="retention policies",
    form=PolicyForm,
    add=add_policy,
    filters=PolicyFilters,
    first="kind",
    related=("council", "withdrawn_by"),
    columns=(
        Column("Kind of record", "get_kind_display", sort="kind", link=True),
        Column("Kept for", "period", sort="period", order=days_kept()),
        Column("From", "starts", sort="starts", order=in_words("starts")),
        Column("Start date", "from_date", sort="from_date"),
        Column("End date", "to_date", sort="to_date"),
        Column("Reason", "reason", sort="reason"),
        Column("State", "state", sort="state", order=in_words("state")),
    ),
    summary=(
        Item("Kind of record", "get_kind_display", "kind"),
        Item("State", "state"),
        Item("Kept for", "period", "length"),
        Item("Counted from", "starts"),
        Item("Outcome", "outcome"),
        Item("Reason", "reason", "reason"),
        Item("Start date", "from_date", "from_date"),
        Item("End date", "to_date", "to_date"),
    ),
    verbs={"Add policy": "Added", "Change policy": "Changed", "End policy": "Withdrawn"},
)
HOLDS = Register(
    namespace="data_protection",
    name="hold",
    path="holds/",
    model=LegalHold,
    permission=Permission.PROTECT_DATA,
    noun="legal hold",
    plural="legal holds",
    form=HoldForm,
    add_form=NewHoldForm,
    filters=HoldFilters,
    first="-from_date",
    related=("council", "withdrawn_by"),
    columns=(
        Column("Start date", "from_date", sort="from_date", link=True),
        Column("End date", "to_date", sort="to_date"),
        Column("Record of", "get_subject_display", sort="subject"),
        Column("Record", "record_words", sort="key"),
        Column("Reason", "reason", sort="reason", free_text=True),
    ),
    summary=(
        Item("Record of", "get_subject_display"),
        Item("Record", "record_words"),
        Item("Reason", "reason", "reason"),
        Item("Start date", "from_date", "from_date"),
        Item("End date", "to_date", "to_date"),
    ),
    verbs={"Place": "Added", "Renew": "Changed", "Release": "Withdrawn"},
)


@requires(Permission.KEEP_RETENTION)
def show_schedule(request):
    """What ends by the end of next month, by kind of record, and the last reports of runs."""
    day = today()
    lines = preview(request.user.council, day)
    context = {
        "lines": lines,
        "has_proposed": any(line.is_proposed for line in lines),
        "until": end_of_month(months_after(day, 1)),
        "runs": RetentionRun.objects.visible_to(request.user)[:REPORTS_SHOWN],
    }
    return render(request, "data_protection/schedule.html", context)


@requires(Permission.KEEP_RETENTION)
@require_POST
def adopt(request):
    """Adds the usual policy for each kind of record that has none."""
    made = adopt_usual(request.user.council, by=request.user, on=today())
    message_number(request, "Retention policies added", len(made))
    return redirect("data_protection:schedule")
