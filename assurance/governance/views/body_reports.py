"""The register of reports that other bodies make to the council."""

from django.urls import reverse

from assurance.accounts.access import Permission
from assurance.figures.small_numbers import NOT_SHOWN
from assurance.governance.forms.body_reports import BodyReportFilters, BodyReportForm
from assurance.governance.measure_values import ShownValues
from assurance.governance.models.body_reports import STATE, BodyReport
from assurance.governance.views.registers import link, register_of
from assurance.registers.declaration import Column, Item, columns, items


def its_numbers(request, report):
    """The measures whose values it reports, each with the last one in its period."""
    links, values = [], ShownValues(report.council)
    for value in report.values_of_period():
        text = f"{value.measure}: {values.words(value) or NOT_SHOWN} ({value.when})"
        address = reverse("governance:measure-record", args=[value.measure_id])
        links.append(link(request.user, Permission.SEE_COUNTS, text, address))
    return {"links": links, "links_heading": "Its main numbers"}


def measures_of(report):
    """The measures whose values it reports."""
    return list(report.measures.all())


BODY_REPORTS = register_of(
    BodyReport,
    "body-report",
    noun="report of another body",
    plural="reports of other bodies",
    related=("meeting__body",),
    fetched=("measures__values",),
    form=BodyReportForm,
    filters=BodyReportFilters,
    first="-to_date",
    also=its_numbers,
    columns=(
        Column("Report", "title", sort="title", link=True),
        *columns("body", sorts=True),
        Column("Period to", "to_date", sort="to_date"),
        Column("State", "state_words", sort="state", order=STATE),
        *columns("interval from_date received_on", file_only=True),
        Column("Considered at", "meeting", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        *items("body interval from_date to_date received_on"),
        Item("Meeting that considered it", "meeting", "meeting"),
        Item("Measures whose values it reports", measures_of, "measures"),
        Item("Name in reports", "slug", folded=True),
    ),
)
