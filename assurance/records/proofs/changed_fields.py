"""The fields of a row that have another value than history last has for them."""

from django.core.exceptions import FieldDoesNotExist, ValidationError

from assurance.records import history, writes
from assurance.records.history import LATER_ROWS, HistoryDetail, HistoryEntry
from assurance.records.proofs.models import WrittenRows
from assurance.records.record import RecordedModel


def changed_fields(row) -> list[str]:
    """The names, as pages show them, of the fields of `row` that history has another value for;
    empty where history has digests of the row alone, as of an imported one."""
    if not isinstance(row, RecordedModel):
        return []
    last = _last_values(row)
    names = sorted(row.field_names() & {*last})
    # A number that history has in part is compared in part.
    known = history.changes({}, writes.history_values(row, names), row.personal)
    values = {item.field: item.after for item in row.history_changes(known)}
    fields = {name: _field(row, name) for name in names}
    return [
        str(field.verbose_name)
        for name, field in fields.items()
        if field and not _is_same(field, values.get(name), last[name])
    ]


def _field(row, name):
    try:
        return row._meta.get_field(row.aliases.get(name, name))
    except FieldDoesNotExist:
        return None


def _is_same(field, value, kept):
    if history.as_json(value) == kept:
        return True
    if field.is_relation:
        return False
    try:
        # As text a number of the database may have more noughts than the one that was typed.
        return field.to_python(kept) == value
    except ValidationError:
        return False


def _last_values(row):
    """Field → value that history last has, of entries about `row` since anything else wrote it."""
    entries = HistoryEntry.objects.about(row)
    own = {*entries.values_list("seq", flat=True)}
    others = _writing_entries(row).exclude(seq__in=own).exclude(what=LATER_ROWS)
    since = max(others.values_list("seq", flat=True), default=0)
    values = {}
    for entry in entries.filter(seq__gt=since).order_by("seq"):
        details = HistoryDetail.objects.filter(council=entry.council, seq=entry.seq)
        recorded = dict(details.values_list("field", "after"))
        for field, change in entry.changes.items():
            if "digest" not in change:
                values[field] = change.get("to")
            elif field in recorded:
                values[field] = recorded[field]
            else:
                # Its words were erased, so that nothing is known of it.
                values.pop(field, None)
    return values


def _writing_entries(row):
    """The entries of history that wrote `row`."""
    written = WrittenRows.objects.filter(
        council=row.council.slug, table=row._meta.db_table, digests__contains=f'"{row.pk}":'
    )
    return HistoryEntry.objects.of(row.council).filter(seq__in=written.values("seq"))
