"""The re-check list: applications that were sent, and the certificates that came of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.dbs.importing.certificates import (
    CERTIFICATE,
    NUMBER,
    checks_by_number,
    why_not_certificate,
)
from assurance.dbs.importing.people import KNOWN, REFERENCE, UNKNOWN, two_of_one
from assurance.dbs.importing.register import TWO_PEOPLE
from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.rules import faults as rules
from assurance.imports.declaration import Column, Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.records import Record
from assurance.people.importing import POSTS
from assurance.tables.cells import Choice

NO_DAY = (
    "The date of the application is missing, and there is not exactly one open application",
    "Enter the date that the application was submitted",
)
NOTHING = (
    "The row tells neither of an application nor of a certificate",
    "Enter the date that the application was submitted, or the new certificate",
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
    """What refuses a row: an application or a certificate that could not be typed."""
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
        Column("submitted_on", "Application submitted on", "16/11/2015", required=True, past=True,
               also=("submitted on", "date submitted", "application date", "applied on", "sent")),
        Column("closed_on", "Application closed on", past=True,
               also=("closed on", "date closed", "completed on", "closed")),
        Column("outcome", "Outcome", also=("result", "application status", "what came of it"),
               words=OTHER_OUTCOMES),
    ),
)  # fmt: skip
RECHECKS = Sheet(
    key="dbs-rechecks",
    title="DBS re-check list",
    about="Applications for a re-check and their outcomes, for people who are on the register.",
    permission=Permission.RECORD_DBS,
    records=(KNOWN, APPLICATION, CERTIFICATE),
    faults=faults,
    prepare=checks_by_number,
    across=lambda rows, reading: two_of_one(rows, "certificate_number", "reference", TWO_PEOPLE),
    standing=export_rows,
    repeats=True,
)


NOBODY = (
    "The row names neither a reference nor a certificate that is on the register",
    "Enter the person’s reference, or the number of a certificate on the register",
)
ANSWER = Choice(
    {
        "CURRENT": ("Current", "NO_NEW_INFO", "no new information", "still current"),
        "NOT_CURRENT": (
            *("Not current", "NEW_INFO", "new information", "no longer current"),
            "Not current: apply for a new certificate",
        ),
        "NO_MATCH": ("No match", "NO_MATCH_FOUND", "not found"),
    }
)


def prepare(council: Council, rows: Sequence[Values]):
    """Fills in the references of rows that name a certificate alone."""
    known = checks_by_number(council, [row for row in rows if not row.get("reference")])
    for values in rows:
        check = known.get(values.get("certificate_number"))
        if check and not check.is_withdrawn and not values.get("reference"):
            values["reference"] = check.reference


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses an answer: no consent, a day before the first certificate."""
    if values.get("reference"):
        issues = [item.issued_on for item in reading.beside("dbscheck", values) if item.issued_on]
        first, consent = min(issues, default=None), values.get("consent_held")
        for name, sentence in rules.faults_of_lookup(values["looked_on"], consent, first):
            yield Fault(name, sentence)


def export_rows(council: Council) -> Iterator[tuple]:
    """Each answer that stands, by the person's reference."""
    rows = UpdateLookup.objects.of(council).active().filter(person__withdrawn_on__isnull=True)
    for row in rows.select_related("person").order_by("looked_on", "pk").iterator():
        yield row.person, None, row


SUBJECT = replace(
    KNOWN,
    told_by=("looked_on",),
    unknown=lambda values, reading: UNKNOWN if values.get("reference") else NOBODY,
    columns=(replace(REFERENCE, required=False, filled=False), NUMBER),
)
# Read alone, for the day of the first.
CHECKS = Record(DbsCheck, by=("person",), link=True)
LOOKUP = Record(
    UpdateLookup,
    by=("person", "looked_on"),
    columns=(
        Column("looked_on", "Looked up on", "15/12/2015", required=True, filled=True, past=True,
               also=("date looked up", "date of look-up", "checked on", "date checked",
                     "status date")),
        Column("answer", "Answer", "No new information", required=True, filled=True, read=ANSWER,
               also=("status", "result", "status check result", "update service status")),
        Column("post", "Looked up by", "HR adviser", titles=POSTS, required=True, filled=True,
               also=("looked up by (role)", "checked by", "role of checker")),
        Column("consent_held", "Consent recorded", "Yes",
               ("consent", "permission given", "consent held"),
               required=True, filled=True),
    ),
)  # fmt: skip
UPDATE_SERVICE = Sheet(
    key="update-service",
    title="Update Service answers",
    about="Answers of the DBS Update Service about certificates that were seen in person. "
    "The people named on them agreed to the look-up.",
    permission=Permission.RECORD_DBS,
    records=(SUBJECT, CHECKS, LOOKUP),
    faults=faults,
    prepare=prepare,
    standing=export_rows,
    repeats=True,
)
