"""Rows of no council, which no history is about: those that come with the program, compared with
its own files, and rows that were added to no council outside the program."""

import json
from collections import Counter
from collections.abc import Iterator

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model

from assurance.records.proofs.faults import council_path
from assurance.records.proofs.models import WrittenRows
from assurance.records.proofs.rows import proved_models

OTHER = "It does not come with the program, or has other values there."
LACKING = "It comes with the program, and is not here or has other values."
OF_NOBODY = "It belongs to no council: it was added outside the program."


def shared_row_faults(council: type[Model]) -> Iterator[tuple[str, bool, str]]:
    """(name, whether it is there, sentence) of each row without a council that the program did not
    put there, and of each that it did and that is gone; `council` is the model of councils."""
    national = _national_rows()
    for model, rows in national.items():
        yield from _differences(model, rows, council)
    for model in proved_models():
        path = council_path(model, council)
        if path and model not in national:
            yield from _of_nobody(model, path)


def _national_rows():
    rows = {}
    for config in apps.get_app_configs():
        for module in getattr(config, "national", ()):
            rows |= module.rows(apps)
    return rows


def _differences(model, rows, council):
    path = council_path(model, council)
    present = model._base_manager.filter(**({f"{path}__isnull": True} if path else {}))
    names = [field for field in model._meta.concrete_fields if not field.primary_key]
    expected, found = ({_values(row, names): row for row in some} for some in (rows, present))
    times = Counter(_values(row, names) for row in present)
    for values, row in found.items():
        if values not in expected or times[values] > 1:
            yield _name(row), True, OTHER
    for values, row in expected.items():
        if values not in found:
            yield _name(row), False, LACKING


def _values(row, fields):
    values = [field.to_python(getattr(row, field.attname)) for field in fields]
    return json.dumps(values, cls=DjangoJSONEncoder, sort_keys=True)


def _of_nobody(model, path):
    rows = model._base_manager.filter(**{f"{path}__isnull": True})
    for key in rows.order_by("pk").values_list("pk", flat=True):
        # What history knows was taken out of its council, which its last digest shows.
        known = WrittenRows.objects.filter(
            table=model._meta.db_table, digests__contains=f'"{key}":'
        )
        if not known.exists():
            yield f"{model._meta.verbose_name} {key}", True, OF_NOBODY


def _name(row):
    return f"{row._meta.verbose_name} {row}"
