"""The certificate that a row of a file tells of, held against those that the register has."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assurance.accounts.models.accounts import Council
from assurance.dbs.importing.people import OTHER_LEVELS, OTHER_WORKFORCES
from assurance.dbs.models.checks import DbsCheck
from assurance.dbs.rules import faults as rules
from assurance.imports.declaration import Column, Fault, Values
from assurance.imports.plan.lookup import Reading, in_portions
from assurance.imports.plan.records import Record
from assurance.tables.cells import CertificateNumber

ANOTHERS = (
    "This certificate number is recorded for another person",
    "Check the number and the reference: a certificate belongs to one person",
)
WITHDRAWN = (
    "A certificate of this number was withdrawn from the register",
    "Check the number, or leave this row out",
)
NEWER = (
    "The register has a newer certificate of this person",
    "Leave the older one out, or check the date",
)
NO_DAY = ("A certificate has a number but no issue date", "Enter the issue date")


class NumberedCheck(NamedTuple):
    """A certificate that the register has, by the reference of its person."""

    reference: str
    is_withdrawn: bool


def checks_by_number(council: Council, rows: Sequence[Values]) -> dict[str, NumberedCheck]:
    """Number → the certificate of `council` that has it, withdrawn or not; without those that rows
    give to the same person with their date, of which there are very many."""
    dated, doubtful = {}, set()
    for row in rows:
        if number := row.get("certificate_number"):
            reference = row.get("reference")
            if not row.get("issued_on") or dated.setdefault(number, reference) != reference:
                doubtful.add(number)
    # Their index has numbers alone.
    checks = DbsCheck.objects.of(council).exclude(certificate_number="").order_by()
    fields = ("certificate_number", "person__reference", "withdrawn_on")
    return {
        number: NumberedCheck(reference, withdrawn_on is not None)
        for some in in_portions({*dated, *doubtful})
        for number, reference, withdrawn_on in checks.filter(
            certificate_number__in=some
        ).values_list(*fields)
        if number in doubtful or withdrawn_on or reference != dated[number]
    }


def why_not_certificate(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row's certificate: the rules of a typed one, another's or withdrawn number."""
    if not CERTIFICATE.is_told(values):
        return
    number, issued_on = values.get("certificate_number"), values.get("issued_on")
    record = reading.held.get(number)
    if record is not None and record.reference != values["reference"]:
        yield Fault("certificate_number", *ANOTHERS, given=("reference",))
    elif record is not None and record.is_withdrawn:
        yield Fault("certificate_number", *WITHDRAWN)
    elif sentence := rules.why_not_number(number or ""):
        yield Fault("certificate_number", sentence)
    if issued_on is None and record is None:
        yield Fault("issued_on", *NO_DAY)
    elif issued_on and _is_older(values, reading):
        yield Fault("issued_on", *NEWER)
    if sentence := rules.why_not_see(issued_on, values.get("seen_on")):
        yield Fault("seen_on", sentence)


def certificate_identity(values: Values, reading: Reading) -> dict:
    """What finds the certificate of a row: its number, without one its day."""
    current = _matching_check(values, reading)
    # The register has this certificate with its number, or has it without: one and the same.
    number = current.certificate_number if current else values.get("certificate_number")
    if number:
        return {"certificate_number": number}
    return {"issued_on": current.issued_on if current else values["issued_on"]}


def _matching_check(values, reading):
    number, issued_on = values.get("certificate_number"), values.get("issued_on")
    for check in reading.beside("dbscheck", values):
        if number and check.certificate_number == number:
            return check
        of_one_day = issued_on and check.issued_on == issued_on
        if of_one_day and not (number and check.certificate_number):
            return check
    return None


def _is_older(values, reading):
    if _matching_check(values, reading) is not None:
        return False
    others = reading.beside("dbscheck", values)
    return any(check.issued_on and check.issued_on > values["issued_on"] for check in others)


NUMBER = Column(
    "certificate_number", "Certificate number", "001234567890", read=CertificateNumber(),
    also=("dbs number", "dbs certificate number", "dbs no", "disclosure number", "certificate no",
          "disclosure no"),
)  # fmt: skip
CERTIFICATE = Record(
    DbsCheck,
    by=("person",),
    told_by=("certificate_number", "issued_on"),
    identity=certificate_identity,
    columns=(
        NUMBER,
        Column("issued_on", "Certificate issued on", "14/05/2014", past=True,
               also=("issue date", "dbs date", "dbs issue date", "date of issue", "disclosure date",
                     "certificate date", "date of certificate", "dbs check date"),
               condition="with a certificate number"),
        Column("certificate_level", "Level of the certificate", "Enhanced with barred list",
               ("certificate level", "level of check", "check level", "disclosure level"),
               field="level", words=OTHER_LEVELS),
        Column("certificate_workforce", "Workforce of the certificate", "Child",
               ("certificate workforce",), field="workforce", words=OTHER_WORKFORCES),
        Column("seen_on", "Certificate seen on", "20/05/2014",
               ("date seen", "seen", "certificate seen"), past=True),
    ),
)  # fmt: skip
