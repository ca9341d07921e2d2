"""Answers of the Update Service, as a list.

Its two answers that nothing new is known are one before a row comes here: apart they would tell
that a named person has a record (domain 2.1). No word here tells them apart either.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.dbs.importing.certificates import NUMBER, checks_by_number
from assurance.dbs.importing.people import KNOWN, REFERENCE, UNKNOWN
from assurance.dbs.models.checks import DbsCheck, UpdateLookup
from assurance.dbs.rules import faults as rules
from assurance.imports.declaration import Column, Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.records import Record
from assurance.tables.cells import Choice

NOBODY = (
    "The row names neither a reference nor a certificate that the register holds",
    "Enter the person's reference, or the number of a certificate on the register",
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
            values["reference"] = check.person.reference


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
        Column("looked_on", "Looked up on", "10/12/2015", required=True, filled=True,
               also=("date looked up", "date of look-up", "checked on", "date checked",
                     "status date")),
        Column("answer", "Answer", "No new information", required=True, filled=True, read=ANSWER,
               also=("status", "result", "status check result", "update service status")),
        Column("looked_by", "Looked up by (role)", "HR adviser", required=True, filled=True,
               also=("looked up by", "checked by", "role of checker")),
        Column("consent_held", "Consent held", "Yes", ("consent", "permission given"),
               required=True, filled=True),
    ),
)  # fmt: skip
UPDATE_SERVICE = Sheet(
    key="update-service",
    title="Update Service answers",
    about="What the DBS Update Service answered about certificates that were seen in person and "
    "whose holders agreed to the look-up.",
    permission=Permission.RECORD_DBS,
    records=(SUBJECT, CHECKS, LOOKUP),
    faults=faults,
    prepare=prepare,
    standing=export_rows,
)
