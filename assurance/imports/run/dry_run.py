"""What would refuse an undoing, found by trying it and taking that back."""

from datetime import date

from django.db import transaction

from assurance.imports import operations
from assurance.imports.models import ImportRun
from assurance.records.refusals import Refused


def why_not(run: ImportRun, by, on: date) -> str | None:
    """The sentence that refuses to undo `run`, or None; leaves everything as it is."""
    with transaction.atomic():
        try:
            operations.undo(run=run, by=by, on=on)
        except Refused as refused:
            return refused.sentence
        finally:
            transaction.set_rollback(True)
    return None
