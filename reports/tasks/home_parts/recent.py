"""The records that a person changed last, as history has them."""

from django.urls import reverse
from django.utils.text import capfirst

from assurance.accounts.access import Permission
from assurance.accounts.history_page import last_by
from assurance.registers.declaration import KNOWN
from assurance.runtime.digits import whole
from reports.papers.models.papers import Paper

MOST = 5
# Entries of the person that are looked at: one record may be changed many times.
LOOKED_AT = 40


def of_records(reader):
    """(kind, name, address, day) of the last records that the reader changed and may open."""
    rows = {}
    by_kind = {_kind(model): register for model, register in KNOWN.items()}
    entries = last_by(reader.user)[:LOOKED_AT]
    for entry in entries:
        key = _key(entry, by_kind)
        if key and key not in rows:
            rows[key] = entry.on
    printed = list(_records(reader, rows, by_kind))[:MOST]
    return {"rows": printed} if printed else None


def _kind(model):
    return getattr(model, "history_kind", model._meta.model_name)


def _key(entry, by_kind):
    """(kind, key) of the record of an entry, blocks taken for their report; None for others."""
    if entry.about_kind in ("paper", "block"):
        series, _, slug = entry.about.partition("#")[0].partition("/")
        return ("paper", (series, slug)) if slug else None
    number = entry.about.rpartition(" ")[2]
    key = whole(number) if entry.about_kind in by_kind else None
    return None if key is None else (entry.about_kind, key)


def _records(reader, rows, by_kind):
    index = _papers(reader, [key for kind, key in rows if kind == "paper"])
    for kind in {kind for kind, _ in rows if kind != "paper"}:
        register = by_kind[kind]
        if register.reads_with in reader.permissions:
            keys = [key for name, key in rows if name == kind]
            for record in register.rows(reader.user).filter(pk__in=keys):
                address = register.address("record", record.pk)
                index[kind, record.pk] = (capfirst(register.noun), capfirst(record), address)
    for key, on in rows.items():
        if key in index:
            noun, name, address = index[key]
            yield {"noun": noun, "name": name, "address": address, "on": on}


def _papers(reader, keys):
    if not keys or Permission.READ_DRAFTS not in reader.permissions:
        return {}
    rows = Paper.objects.visible_to(reader.user).without_content()
    named = rows.filter(
        series__slug__in={key[0] for key in keys}, slug__in={key[1] for key in keys}
    )
    return {
        ("paper", (row.series.slug, row.slug)): (
            "Report",
            row.title,
            reverse("editor:draft", args=[row.series.slug, row.slug]),
        )
        for row in named.select_related("series")
    }
