"""Everything kept on a person as one ZIP file: a page to read, JSON, a CSV file for each kind of
record (UK GDPR articles 15 and 20)."""

import io
import json
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.template.loader import render_to_string
from django.utils.text import slugify

from assurance.accounts.history_page import OF_THE_PROGRAM
from assurance.records.history import ACCOUNT, HistoryDetail, HistoryEntry, subject_kind
from assurance.registers.values import display_value
from assurance.runtime.periods import say_day
from assurance.tables.workbook.writer import write_csv
from reports.data_protection.labels import (
    action_of,
    actor_of,
    field_title,
    record_of,
    value_of_field,
)
from reports.data_protection.models import LegalHold
from reports.data_protection.subjects import DataSubject

# What would open an account or a link is nobody's answer.
SECRETS = {
    *("password", "digest", "key_digest", "feed_digest", "nonce", "session_hash"),
    # Of sessions and second steps.
    *("session_key", "session_data", "provider_session", "data"),
}


def contents_of(subject: DataSubject, day: date) -> dict:
    """What is kept, as JSON has it: kinds of record with their fields in words, and history."""
    return {
        "council": subject.council.name,
        "subject": subject.name,
        "made_on": day,
        "records": {title: [_fields(row) for row in rows] for title, rows in subject.groups},
        "history": list(_history(subject)),
        "actions": list(_actions(subject)),
    }


def zip_file(contents: dict):
    """The open ZIP file of `contents`, at its beginning; it is never on a disk."""
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        page = render_to_string("data_protection/export.html", {"contents": in_words(contents)})
        archive.writestr("read-me-first.html", page)
        text = json.dumps(contents, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
        archive.writestr("everything.json", text)
        for title, rows in contents["records"].items():
            archive.writestr(f"{slugify(title)}.csv", _csv(rows))
        archive.writestr("history.csv", _csv(contents["history"]))
        if contents["actions"]:
            archive.writestr("actions.csv", _csv(contents["actions"]))
    target.seek(0, io.SEEK_SET)
    return target


def in_words(contents: dict) -> dict:
    """The same contents with every value of a record in words, as the page to read has them."""
    records = {
        title: [{name: display_value(value) for name, value in row.items()} for row in rows]
        for title, rows in contents["records"].items()
    }
    return {**contents, "records": records}


def _csv(rows):
    headings = list(dict.fromkeys(name for row in rows for name in row))
    return write_csv(headings, [[_cell(row.get(name)) for name in headings] for row in rows])


def _cell(value):
    # Dates of a file stay as programs read them.
    return value.isoformat() if isinstance(value, date) else display_value(value)


def _fields(row):
    own = [item for item in row._meta.concrete_fields if item.name not in SECRETS]
    return {field_title(type(row), item.name): _value(row, item) for item in own}


def _value(row, field):
    if isinstance(field, models.BinaryField):
        return "(packed)"
    if field.choices:
        return getattr(row, f"get_{field.name}_display")()
    value = getattr(row, field.attname)
    if value is None or value == "":
        return ""
    return str(getattr(row, field.name)) if isinstance(field, models.ForeignKey) else value


def _history(subject):
    entries = list(subject.entries())
    seqs = [entry.seq for entry in entries]
    rows = HistoryDetail.objects.filter(council=subject.council.slug, seq__in=seqs)
    details = {(row.seq, row.field): row for row in rows}
    own = getattr(subject.rows[0], "history_name", "") if subject.rows else ""
    models_by_kind = {subject_kind(row): type(row) for row in subject.rows}
    for entry in entries:
        kind = entry.about_kind
        changes = {key: item for key, item in entry.changes.items() if key not in OF_THE_PROGRAM}
        for name, change in changes.items() or [("", {})]:
            detail = details.get((entry.seq, name))
            before = detail.before if detail else change.get("from", "")
            after = detail.after if detail else change.get("to", "")
            yield {
                "Date": say_day(entry.on),
                "Done by": actor_of(entry, own, subject.name),
                "Action": action_of(kind, entry.what),
                "Record": record_of(entry),
                "Field": name and field_title(models_by_kind[kind], name),
                "Before": value_of_field(kind, name, before),
                "After": value_of_field(kind, name, after),
            }


def _actions(subject):
    """Everything that the account did, without the values of the records, which may be other
    people's."""
    if subject.kind != LegalHold.ACCOUNT:
        return
    own = {"council": subject.council.slug, "actor_kind": ACCOUNT}
    entries = HistoryEntry.objects.filter(**own, who=subject.rows[0].history_name)
    for entry in entries.order_by("seq"):
        yield {
            "Date": say_day(entry.on),
            "Action": action_of(entry.about_kind, entry.what),
            "Record": record_of(entry),
        }
