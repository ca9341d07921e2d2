"""Records that were erased, known again by a keyed digest of what names them, so that an old file
does not bring them back. A model that can be known again has `identified_by`, the ways to the
values that name its rows."""

from collections.abc import Iterable
from datetime import date
from operator import attrgetter

from django.db.models import Model
from django.db.models.fields.json import KT

from assurance.records.history import HistoryEntry, impersonal_changes, subject_kind
from assurance.runtime.keyed_digests import keyed_digest, keyed_digests

# The field of an entry of history that has the digest.
IDENTITY = "erased_identity"


def identity_changes(record: Model) -> tuple:
    """The changes of history that name an erased `record` by its digest; none where its model
    cannot be known again."""
    ways = getattr(record, "identified_by", ())
    text = _text(record.council, type(record), (attrgetter(way)(record) for way in ways))
    return impersonal_changes({IDENTITY: keyed_digest(text)}) if ways else ()


class ErasedRecords:
    """The dates on which records of a council were erased, read once for each model."""

    def __init__(self):
        self._dates = {}

    def date_of(self, council, model: type[Model], names: Iterable) -> date | None:
        """The last date on which the record with these `names` was erased, or None."""
        if council is None or not hasattr(model, "identified_by"):
            return None
        if model not in self._dates:
            self._dates[model] = _dates(council, model)
        digests = keyed_digests(_text(council, model, names)) if self._dates[model] else ()
        return max(filter(None, map(self._dates[model].get, digests)), default=None)


def _dates(council, model):
    entries = HistoryEntry.objects.of(council).filter(about_kind=subject_kind(model))
    erasures = entries.filter(changes__has_key=IDENTITY)
    return dict(erasures.values_list(KT(f"changes__{IDENTITY}__to"), "on"))


def _text(council, model, names):
    values = (str(name).strip().casefold() for name in names)
    return "\n".join(("erased", council.slug, model._meta.label_lower, *values))
