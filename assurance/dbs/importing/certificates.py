"""The certificate that a row of a file tells of, held against those that the register has."""

from collections.abc import Iterator

from assurance.dbs.models.checks import DbsCheck
from assurance.dbs.rules import faults as rules
from assurance.imports.declaration import Fault, Reading, TargetRow, Values

ANOTHERS = (
    "This certificate number is recorded for somebody else",
    "Check the number and the reference: a certificate belongs to one person",
)
WITHDRAWN = (
    "A certificate of this number was withdrawn from the register",
    "Check the number, or leave this row out",
)
NEWER = (
    "The register holds a newer certificate of this person",
    "Leave the older one out, or check the date",
)
NO_DAY = ("A certificate has a number but no day of issue", "Enter the day it was issued")


def why_not_certificate(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses the certificate of a row: the rules of one typed by hand, and a number that is
    another person's or was withdrawn."""
    if not has_certificate(values):
        return
    number, issued_on = values.get("certificate_number"), values.get("issued_on")
    record = reading.held.numbers.get(number) if number else None
    if record is not None and record.person.reference != values["reference"]:
        yield Fault("certificate_number", *ANOTHERS)
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


def has_certificate(values: Values) -> bool:
    """Whether a row tells of a certificate."""
    return bool(values.get("certificate_number") or values.get("issued_on"))


def certificate_of(values: Values, person: TargetRow, reading: Reading) -> TargetRow:
    """The certificate that a row asks for: known by its number, without one by its day."""
    current = _matching_check(values, reading)
    details = {
        "issued_on": values.get("issued_on"),
        "level": values.get("certificate_level"),
        "workforce": values.get("certificate_workforce"),
        "seen_on": values.get("seen_on"),
    }
    if current is not None:
        # The register has this certificate with its number, or has it without: one and the same.
        identity = {"person": person, "certificate_number": current.certificate_number}
        if not current.certificate_number:
            identity = {"person": person, "issued_on": current.issued_on}
            details["certificate_number"] = values.get("certificate_number")
        return TargetRow(DbsCheck, identity, details)
    if number := values.get("certificate_number"):
        return TargetRow(DbsCheck, {"person": person, "certificate_number": number}, details)
    return TargetRow(DbsCheck, {"person": person, "issued_on": values["issued_on"]}, details)


def _matching_check(values, reading):
    number, issued_on = values.get("certificate_number"), values.get("issued_on")
    for check in reading.held.checks.get(values["reference"], ()):
        if number and check.certificate_number == number:
            return check
        of_one_day = issued_on and check.issued_on == issued_on
        if of_one_day and not (number and check.certificate_number):
            return check
    return None


def _is_older(values, reading):
    if _matching_check(values, reading) is not None:
        return False
    others = reading.held.checks.get(values["reference"], ())
    return any(check.issued_on and check.issued_on > values["issued_on"] for check in others)
