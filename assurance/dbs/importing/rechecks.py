"""The re-check list: applications that were sent, and the certificates that came of them."""

from collections.abc import Iterator, Sequence

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.dbs.importing.certificates import (
    CERTIFICATE,
    checks_by_number,
    why_not_certificate,
)
from assurance.dbs.importing.people import KNOWN, two_of_one
from assurance.dbs.importing.register import TWO_PEOPLE
from assurance.dbs.models.checks import DbsApplication
from assurance.dbs.rules import faults as rules
from assurance.imports.declaration import Column, Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.records import Record

NO_DAY = (
    "The day of the application is missing, and no one open application stands for it",
    "Enter the day that the application was submitted",
)
NOTHING = (
    "The row tells neither of an application nor of a certificate",
    "Enter the day that the application was submitted, or the new certificate",
)
OTHER_OUTCOMES = {
    "certificate": ("issued", "complete", "completed", "clear"),
    "stopped": ("withdrawn", "cancelled", "rejected"),
}


def find_days(rows: Sequence[Values], standing: Sequence[DbsApplication], reading: Reading):
    """Gives an application without its day that of the one which its row can mean."""
    for values in rows:
        if APPLICATION.is_told(values) and not values.get("submitted_on"):
            record = reading.beside("dbsapplication", values)
            still_open = [item for item in record if item.closed_on is None]
            same = [item for item in record if item.closed_on == values.get("closed_on")]
            result = still_open or same
            values["submitted_on"] = result[0].submitted_on if len(result) == 1 else None


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: an application or a certificate that would be refused if it were
    typed."""
    if APPLICATION.is_told(values):
        submitted_on, closed_on = values.get("submitted_on"), values.get("closed_on")
        if submitted_on is None:
            yield Fault("submitted_on", *NO_DAY)
        outcome = values.get("outcome") or ""
        for name, sentence in rules.faults_of_application(submitted_on, closed_on, outcome):
            yield Fault(name, sentence)
    elif not CERTIFICATE.is_told(values):
        yield Fault("", *NOTHING)
    yield from why_not_certificate(values, reading)


def export_rows(council: Council) -> Iterator[tuple]:
    """Each application that stands; certificates are given back with the register."""
    rows = DbsApplication.objects.of(council).active().filter(person__withdrawn_on__isnull=True)
    for row in rows.select_related("person").order_by("submitted_on", "pk").iterator():
        yield row.person, row


APPLICATION = Record(
    DbsApplication,
    by=("person", "submitted_on"),
    arrange=find_days,
    columns=(
        Column("submitted_on", "Application submitted on", "02/11/2015", required=True,
               also=("submitted on", "date submitted", "application date", "applied on", "sent")),
        Column("closed_on", "Application closed on",
               also=("closed on", "date closed", "completed on", "closed")),
        Column("outcome", "What came of it", also=("outcome", "result", "application status"),
               words=OTHER_OUTCOMES),
    ),
)  # fmt: skip
RECHECKS = Sheet(
    key="dbs-rechecks",
    title="DBS re-check list",
    about="Applications for a re-check and what came of them, for people who are on the register.",
    permission=Permission.RECORD_DBS,
    records=(KNOWN, APPLICATION, CERTIFICATE),
    faults=faults,
    prepare=checks_by_number,
    across=lambda rows, reading: two_of_one(rows, "certificate_number", "reference", TWO_PEOPLE),
    standing=export_rows,
)
