"""What officers do with developments: each state that one comes to is kept with its day."""

from django.db import transaction

from assurance.governance.models.developments import Development, DevelopmentState
from assurance.records import operations


@transaction.atomic
def record_development(*, council, by, on, **fields) -> Development:
    """Adds a development and keeps its state; refuses what `Development.faults` say."""
    row = operations.create(model=Development, council=council, by=by, on=on, **fields)
    return _keep_state(row)


@transaction.atomic
def change_development(*, record, version, by, on, **fields) -> Development:
    """Changes a development and keeps its state; refuses what `Development.faults` say. Raises
    `EditConflict` where somebody saved first."""
    row = operations.change(record=record, version=version, by=by, on=on, **fields)
    return _keep_state(row)


def _keep_state(row):
    """Keeps what a development has come to with its day; the state that held already has its day
    corrected, and another state on that day takes its place."""
    last = row.states.order_by("from_date").last()
    replaced = last and (last.state == row.state or last.from_date == row.state_on)
    saved = last if replaced else DevelopmentState(development=row)
    saved.state, saved.from_date = row.state, row.state_on
    saved.save()
    return row
