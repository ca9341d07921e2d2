"""Recording an outcome set with all its outcomes at once, and correcting it."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from assurance.accounts.models.accounts import Council
from assurance.outcomes import rules
from assurance.outcomes.models import OutcomeSet, SetOutcome
from assurance.records import history, writes
from assurance.records.personal import Personal
from assurance.records.record import checked_fields, lock_active
from assurance.records.refusals import refuse_if

OUTCOMES = {"outcomes": Personal.NONE}


@transaction.atomic
def record_set(
    *, council: Council, outcomes: Sequence[Mapping], by, on: date, **fields
) -> OutcomeSet:
    """Adds a set with its `outcomes`, each with `title`, `count`, `target` and `tolerance` in per
    cent or None. Raises `Refused` for what `OutcomeSet.faults` and the rules of lines say, and
    where the outcomes do not add up to the `base`."""
    record = OutcomeSet(council=council)
    fields = checked_fields(record, fields)
    _refuse(fields["base"], outcomes)
    changes = writes.insert(record, fields, on=on)
    _save(record, outcomes)
    changes = (*changes, *history.changes({}, _values(record), OUTCOMES))
    history.record("outcome_sets.record", about=record, by=by, on=on, changes=changes)
    return record


@transaction.atomic
def change_set(
    *, record: OutcomeSet, version: int, outcomes: Sequence[Mapping], by, on: date, **fields
) -> OutcomeSet:
    """Corrects a set: its `fields`, and `outcomes` in place of those it had. Refuses as
    `record_set` does; raises `EditConflict` where somebody saved first."""
    record = lock_active(record, version)
    fields = checked_fields(record, fields)
    _refuse(fields.get("base", record.base), outcomes)
    before = _values(record)
    changes = writes.update(record, fields)
    record.outcomes.all().delete()
    _save(record, outcomes)
    changes = (*changes, *history.changes(before, _values(record), OUTCOMES))
    history.record("outcome_sets.change", about=record, by=by, on=on, changes=changes)
    return record


def _refuse(base, outcomes):
    for _field, _place, sentence in rules.line_faults(outcomes):
        refuse_if(sentence, "")
    refuse_if(rules.why_not_sum(base, [line["count"] for line in outcomes]) or None, "base")


def _save(record, outcomes):
    SetOutcome.objects.bulk_create(
        SetOutcome(outcome_set=record, order=order, slug=rules.slug_of(line["title"]), **line)
        for order, line in enumerate(outcomes, 1)
    )


def _values(record):
    lines = [_line_text(line) for line in record.outcomes.order_by("order")]
    return {"outcomes": lines} if lines else {}


def _line_text(line):
    target = "" if line.target is None else f", target {line.target:f}%"
    tolerance = "" if line.tolerance is None else f" give or take {line.tolerance:f}"
    return f"{line.title}: {line.count}{target}{tolerance}"
