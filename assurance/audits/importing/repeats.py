"""Re-audits in files: the audit that one repeats is in the register, or in a row of the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.rules import reaudits
from assurance.imports.declaration import Fault, TargetRow, Values
from assurance.imports.plan.lookup import Reading


@dataclass(frozen=True)
class FileAudit:
    """An audit as a row of the file has it: its reference, which is its key until it has one, and
    its date, None where that could not be read."""

    reference: str
    audited_on: date | None
    pk: int | str
    withdrawn_on: date | None = None


def earlier_of(values: Values, reading: Reading):
    """The audit that a row repeats, by its reference in the register or in the same file."""
    name = values["earlier_audit"]
    earlier = reading.held.audits.get(name) or reading.held.in_file.get(name)
    if earlier is not None:
        return earlier, None
    right = "Check it, or put the row of the earlier audit right first"
    return None, Fault("earlier_audit", "No case audit has this reference", right)


def as_asked(fields: dict) -> dict:
    """The fields of an audit, with one of the file that it repeats asked for by its own row."""
    earlier = fields.get("earlier_audit")
    if not isinstance(earlier, FileAudit):
        return fields
    return {**fields, "earlier_audit": TargetRow(CaseAudit, {"reference": earlier.reference})}


def why_not_repeat(
    reference: str, earlier: CaseAudit | FileAudit | None, day: date, current, reading: Reading
) -> Iterator[Fault]:
    """What refuses that the audit `reference` of a date repeats an `earlier` one; `current` is it
    in the register, or None."""
    if earlier is None:
        return
    earlier = reading.held.as_in_file(earlier)
    was = getattr(current, "earlier_audit_id", None)
    # Without a date the row of the earlier one is refused, and this one with it.
    if earlier.audited_on and (
        sentence := reaudits.why_not_repeat(earlier, day, current.pk if current else reference, was)
    ):
        yield Fault("earlier_audit", sentence)


def refused_repeats(rows: Sequence[tuple[int, Values]], reading: Reading):
    """(number, `Fault`) of each of the sound `rows` that repeats an audit of the file whose own row
    is refused, near or far."""
    sound = dict(rows)
    while True:
        known = {values["reference"] for values in sound.values()}
        lost = [
            number
            for number, values in sound.items()
            if (name := values.get("earlier_audit")) in reading.held.in_file and name not in known
        ]
        if not lost:
            return
        for number in lost:
            del sound[number]
            wrong = "The row of the audit that it repeats is refused"
            yield number, Fault("earlier_audit", wrong, "Put that row right first")
