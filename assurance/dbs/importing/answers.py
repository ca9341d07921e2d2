"""Answers of the Update Service, as a list.

Its two answers that nothing new is known are one before a row comes here: apart they would tell
that a named person has a record (domain 2.1). No word here tells them apart either.
"""

from collections.abc import Iterator

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.dbs.importing import columns
from assurance.dbs.importing.people import known_person, standing_of, why_not_known
from assurance.dbs.models.checks import UpdateLookup
from assurance.dbs.rules import faults as rules
from assurance.imports.declaration import Column, Fault, Reading, Sheet, TargetRow, Values
from assurance.tables.cells import Choice, Day, Text, YesNo

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


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses an answer: nobody known, no consent, a day before the first certificate."""
    reference = _reference(values, reading)
    if reference is None:
        yield Fault("reference", *NOBODY)
        return
    yield from why_not_known({"reference": reference}, reading)
    issues = [
        check.issued_on for check in reading.held.checks.get(reference, ()) if check.issued_on
    ]
    first = min(issues, default=None)
    result = rules.faults_of_lookup(values["looked_on"], values.get("consent_held"), first)
    for name, sentence in result:
        yield Fault(name, sentence)


def resolve_row(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """The look-up of a row: one of a person's, by its day."""
    person = known_person(_reference(values, reading))
    yield person
    details = {name: values.get(name) for name in ("answer", "looked_by", "consent_held")}
    yield TargetRow(UpdateLookup, {"person": person, "looked_on": values["looked_on"]}, details)


def export_rows(council: Council) -> Iterator[Values]:
    """A row for each answer that stands, by the person's reference."""
    rows = UpdateLookup.objects.of(council).active().filter(person__withdrawn_on__isnull=True)
    entries = ("looked_on", "answer", "looked_by", "consent_held")
    for row in rows.select_related("person").order_by("looked_on", "pk").iterator():
        yield {"reference": row.person.reference, **{name: getattr(row, name) for name in entries}}


def _reference(values, reading):
    if values.get("reference"):
        return values["reference"]
    check = reading.held.numbers.get(values.get("certificate_number"))
    return check.person.reference if check and not check.is_withdrawn else None


UPDATE_SERVICE = Sheet(
    key="update-service",
    title="Update Service answers",
    about="What the DBS Update Service answered about certificates that were seen in person and "
    "whose holders agreed to the look-up.",
    permission=Permission.RECORD_DBS,
    columns=(
        Column(
            "reference",
            *("Reference", columns.REFERENCE.read, "A1047"),
            also=columns.REFERENCE.also,
            personal=True,
        ),
        columns.NUMBER,
        Column(
            "looked_on",
            "Looked up on",
            Day(),
            "10/12/2015",
            also=("date looked up", "date of look-up", "checked on", "date checked", "status date"),
            required=True,
            filled=True,
            personal=True,
        ),
        Column(
            "answer",
            "Answer",
            ANSWER,
            "No new information",
            also=("status", "result", "status check result", "update service status"),
            required=True,
            filled=True,
            personal=True,
        ),
        Column(
            "looked_by",
            "Looked up by (role)",
            Text(120),
            "HR adviser",
            also=("looked up by", "checked by", "role of checker"),
            required=True,
            filled=True,
        ),
        Column(
            "consent_held",
            "Consent held",
            YesNo(),
            "Yes",
            also=("consent", "permission given"),
            required=True,
            filled=True,
        ),
    ),
    wanted=resolve_row,
    faults=faults,
    prepare=standing_of,
    standing=export_rows,
)
