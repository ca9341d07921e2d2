"""Replacing the words that name a person in the free text of a record about something else."""

from collections.abc import Sequence
from datetime import date

from django.db import models, transaction

from assurance.records import history
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.refusals import refuse_if
from assurance.runtime.databases.erased_bytes import empty_log_after_commit
from reports.data_protection import rules
from reports.data_protection.free_text.finds import Find, strings, why_it_stays
from reports.data_protection.free_text.spellings import matches, replaced
from reports.data_protection.subjects import DataSubject, has_council

REPLACEMENT = "[name removed]"
REPLACE = "data_protection.replace_text"


@transaction.atomic
def replace_text(
    *, subject: DataSubject, find: Find, terms: Sequence[str], because: str, by, on: date
) -> models.Model | None:
    """Puts `REPLACEMENT` for `terms` in one text, and erases the values of history that have them
    too. Refuses what stays by law, and a person on legal hold; None where the text is gone already,
    as a value of history is that was erased with the text of its record."""
    hold = subject.hold(on)
    refuse_if(hold and rules.why_not_erase_held(hold.reason))
    rows = find.row._meta.model._base_manager.select_for_update(of=("self",))
    row = rows.filter(pk=find.row.pk).first()
    if row is None:
        return None
    refuse_if(why_it_stays(row, find.name))
    if isinstance(row, HistoryDetail):
        about, pairs = subject.council, _erased([row], terms)
    else:
        _replace(row, find.name, terms)
        about = row if hasattr(row, "history_name") and has_council(row) else subject.council
        pairs = _erased(_details_about(row), terms)
    number = {"texts": 1, history.ERASED: pairs}
    changes = history.impersonal_changes(number)
    empty_log_after_commit()
    history.record(REPLACE, about=about, by=by, on=on, changes=changes, reason=because)
    return row


def _replace(row, name, terms):
    field = row._meta.get_field(name)
    value = _without(getattr(row, name), terms)
    if isinstance(value, str) and field.max_length:
        value = value[: field.max_length]
    setattr(row, name, value)
    changed = [name]
    if hasattr(row, "version"):
        row.version += 1
        changed.append("version")
    row.save(update_fields=changed)


def _without(value, terms):
    if isinstance(value, str):
        return replaced(value, terms, REPLACEMENT)
    if isinstance(value, dict):
        return {key: _without(item, terms) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without(item, terms) for item in value]
    return value


def _details_about(row):
    if not (hasattr(row, "history_name") and has_council(row)):
        return []
    seqs = HistoryEntry.objects.about(row).values("seq")
    return HistoryDetail.objects.filter(council=row.council.slug, seq__in=seqs)


def _erased(details, terms):
    """Deletes those of `details` that have one of `terms`; (number of the entry, field) of each."""
    named = [
        detail
        for detail in details
        if any(matches(text, terms) for text in strings([detail.before, detail.after]))
    ]
    HistoryDetail.objects.filter(pk__in=[detail.pk for detail in named]).delete()
    return [[detail.seq, detail.field] for detail in named]
