"""Digests of the index of an edition, which history keeps as the edition is published: pages and
search read the index in place of the edition."""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder

from reports.editions.models.editions import Edition
from reports.publication.models.figures import (
    EditionFront,
    EditionSubject,
    PrintedFigure,
    PrintedRecord,
)
from reports.publication.models.headlines import EditionHeadlines
from reports.publication.models.passages import Passage
from reports.publication.models.tables import EditionTable

INDEX = (
    *(EditionFront, EditionHeadlines, EditionSubject, EditionTable),
    *(Passage, PrintedFigure, PrintedRecord),
)
# Which edition it is, and where it lies in the database, an address or a key says.
_NOT_PRINTED = {"id", "edition"}


def index_digests(edition: Edition) -> dict[str, str]:
    """Name → SHA-256, in hexadecimal, of the rows that `edition` has in each table of
    its index, in their order."""
    return {model._meta.model_name: _digest(model, edition) for model in INDEX}


def _digest(model, edition):
    names = sorted(
        field.name for field in model._meta.concrete_fields if field.name not in _NOT_PRINTED
    )
    rows = model.objects.filter(edition=edition).order_by("pk").values_list(*names)
    text = json.dumps([*rows], sort_keys=True, ensure_ascii=False, cls=DjangoJSONEncoder)
    return hashlib.sha256(f"{names}{text}".encode()).hexdigest()
