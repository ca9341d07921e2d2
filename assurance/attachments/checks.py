"""The stored files that are missing, or whose bytes are not those that a record names."""

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db.models import Model

from assurance.attachments import storage
from assurance.records.proofs.faults import council_path

# Of a model: its fields that name a stored file by its digest.
FIELDS = "stored_files"


def stored_models() -> list[type[Model]]:
    """The models whose rows name stored files."""
    return [model for model in apps.get_models() if getattr(model, FIELDS, ())]


def file_faults(council) -> Iterator[tuple[Model, Path, bool]]:
    """(row, path, whether it is there) of each file of a council that is not as it was kept."""
    for model in stored_models():
        path = council_path(model, type(council))
        for row in model._base_manager.filter(**{path: council}).order_by("pk"):
            for digest in filter(None, (getattr(row, name) for name in getattr(model, FIELDS))):
                place = storage.place_of(council.slug, digest)
                if storage.held_at(place, digest) is None:
                    yield row, place, place.is_file()
