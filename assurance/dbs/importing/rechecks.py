"""The re-check list: applications that were sent, and the certificates that came of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.dbs.importing import columns
from assurance.dbs.importing.certificates import (
    certificate_of,
    has_certificate,
    why_not_certificate,
)
from assurance.dbs.importing.people import (
    AT_ONCE,
    RegisterIndex,
    known_person,
    standing_of,
    two_of_one,
    why_not_known,
)
from assurance.dbs.importing.register import TWO_PEOPLE
from assurance.dbs.models.checks import DbsApplication
from assurance.dbs.rules import faults as rules
from assurance.imports.declaration import Column, Fault, Reading, Sheet, TargetRow, Values
from assurance.tables.cells import Choice, Day

NO_DAY = (
    "The day of the application is missing, and no one open application stands for it",
    "Enter the day that the application was submitted",
)
NOTHING = (
    "The row tells neither of an application nor of a certificate",
    "Enter the day that the application was submitted, or the new certificate",
)
OUTCOME = Choice(
    {
        "certificate": ("Certificate issued", "issued", "complete", "completed", "clear"),
        "stopped": ("Stopped", "withdrawn", "cancelled", "rejected"),
    }
)


@dataclass(frozen=True)
class ApplicationIndex(RegisterIndex):
    """What the register holds, and reference → the standing applications of that person."""

    applications: dict[str, list[DbsApplication]] = field(default_factory=lambda: defaultdict(list))


def prepare(council: Council, rows: Sequence[Values]) -> ApplicationIndex:
    """What the register holds of everybody whom `rows` name."""
    current = standing_of(council, rows)
    record = ApplicationIndex(**vars(current))
    keys = sorted(person.pk for person in record.people.values())
    for start in range(0, len(keys), AT_ONCE):
        rows_of = DbsApplication.objects.of(council).active().select_related("person")
        for item in rows_of.filter(person__in=keys[start : start + AT_ONCE]):
            record.applications[item.person.reference].append(item)
    return record


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: somebody unknown, an application or a certificate that would be refused
    if it were typed."""
    yield from why_not_known(values, reading)
    if not (_has_application(values) or has_certificate(values)):
        yield Fault("", *NOTHING)
    if _has_application(values):
        submitted = _submitted_on(values, reading)
        if submitted is None:
            yield Fault("submitted_on", *NO_DAY)
        result = rules.faults_of_application(submitted, values.get("closed_on"), _outcome(values))
        for name, sentence in result:
            yield Fault(name, sentence)
    yield from why_not_certificate(values, reading)


def resolve_row(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """The application of a row and its certificate; the person has to stand already."""
    person = known_person(values["reference"])
    yield person
    if _has_application(values):
        identity = {"person": person, "submitted_on": _submitted_on(values, reading)}
        details = {"closed_on": values.get("closed_on"), "outcome": _outcome(values)}
        yield TargetRow(DbsApplication, identity, details)
    if has_certificate(values):
        yield certificate_of(values, person, reading)


def across(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[tuple[int, Fault]]:
    """A certificate number that two people have."""
    return two_of_one(rows, "certificate_number", "reference", TWO_PEOPLE)


def export_rows(council: Council) -> Iterator[Values]:
    """A row for each application that stands; certificates are given back with the register."""
    rows = DbsApplication.objects.of(council).active().filter(person__withdrawn_on__isnull=True)
    entries = ("submitted_on", "closed_on", "outcome")
    for row in rows.select_related("person").order_by("submitted_on", "pk").iterator():
        yield {"reference": row.person.reference, **{name: getattr(row, name) for name in entries}}


def _has_application(values):
    return any(values.get(name) for name in ("submitted_on", "closed_on", "outcome"))


def _outcome(values):
    return values.get("outcome") or ""


def _submitted_on(values, reading):
    if values.get("submitted_on"):
        return values["submitted_on"]
    record = reading.held.applications.get(values["reference"], ())
    still_open = [item.submitted_on for item in record if item.closed_on is None]
    same = [item.submitted_on for item in record if item.closed_on == values.get("closed_on")]
    result = still_open or same
    return result[0] if len(result) == 1 else None


RECHECKS = Sheet(
    key="dbs-rechecks",
    title="DBS re-check list",
    about="Applications for a re-check and what came of them, for people who are on the register.",
    permission=Permission.RECORD_DBS,
    columns=(
        columns.REFERENCE,
        Column(
            "submitted_on",
            "Application submitted on",
            Day(),
            "02/11/2015",
            also=("submitted on", "date submitted", "application date", "applied on", "sent"),
            required=True,
            personal=True,
        ),
        Column(
            "closed_on",
            "Application closed on",
            Day(),
            also=("closed on", "date closed", "completed on", "closed"),
            personal=True,
        ),
        Column(
            "outcome",
            "What came of it",
            OUTCOME,
            also=("outcome", "result", "application status"),
            personal=True,
        ),
        *columns.CERTIFICATE,
    ),
    wanted=resolve_row,
    faults=faults,
    prepare=prepare,
    across=across,
    standing=export_rows,
)
