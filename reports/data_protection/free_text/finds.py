"""Every text of a council that may name a person, compared with names and references."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, reduce
from itertools import chain
from operator import or_

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from assurance.accounts.models.accounts import Council
from assurance.audits.models.case_audits import CaseAudit
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.personal import Personal
from assurance.records.proofs.faults import council_path
from reports.data_protection import rules
from reports.data_protection.free_text.spellings import matches
from reports.data_protection.labels import field_title, title_of
from reports.data_protection.subjects import DataSubject
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper

FREE = (Personal.MAY, Personal.SPECIAL)
TEXTS = (models.CharField, models.TextField, models.JSONField)
# What was approved, published or frozen is kept as it was.
OF_RECORD = {
    *("papers.SentRound", "editions.ExemptAnnex", "editions.EditionRemoval"),
    *("approvals.Approval", "approvals.Clearance", "approvals.PaperBeforeCorrection"),
    *("oversight.MeetingScorecard",),
}
# Packed values that go with their own record or their own day.
ELSEWHERE = {"imports.RowWritten", "imports.ImportRun"}
PASSAGE = "publication.Passage"
AROUND = 60
# The fields in which history names a case audit.
NAMING_AUDITS = {"references", *(item.field.name for item in CaseAudit._meta.related_objects)}


@dataclass(frozen=True)
class Find:
    """One text that names a person: the row and its field, the parts of the text around the first
    place (before, named, after), whether it is spelled as asked for, and why it stays."""

    row: models.Model = field(repr=False)
    name: str
    parts: tuple[str, str, str]
    is_exact: bool
    stays: str = ""

    @property
    def key(self):
        """Its name in a form."""
        return f"{self.row._meta.label}:{self.row.pk}:{self.name}"

    @property
    def where(self):
        """The kind of record, its number and the field, in words."""
        kind = type(self.row)
        title = field_title(kind, self.name)
        return f"{title_of(kind)} {self.row.pk}, {title[:1].lower()}{title[1:]}"


def finds(subject: DataSubject, terms: Sequence[str]) -> list[Find]:
    """The texts of the council that have one of `terms` and are in no row of the subject's own:
    those spelled as asked for first."""
    own = {(row._meta.label, row.pk) for row in subject.rows}
    results = [
        find
        for row, name in _texts(subject.council)
        if (row._meta.label, row.pk) not in own
        if (find := _find(row, name, terms)) is not None
    ]
    return sorted(results, key=lambda find: (not find.is_exact, bool(find.stays), find.key))


def strings(value) -> Iterator[str]:
    """Every text in a value of JSON, or the text itself."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)


def details_naming(audit: CaseAudit, own: models.QuerySet) -> models.QuerySet:
    """The values by which history names an audit in other records, such as the list of those that a
    learning meeting reviewed, by any reference that its `own` values have."""
    earlier = own.filter(field="reference").values_list("before", "after")
    references = {audit.reference, *filter(None, chain.from_iterable(earlier))}
    names = {text.strip().casefold() for item in references for text in (item, f"Audit {item}")}
    # The database leaves few to be compared: letters of JSON are escaped in SQLite alone.
    ways = (True, False)
    texts = {json.dumps(item, ensure_ascii=way)[1:-1] for item in references for way in ways}
    has_one = (Q(before__icontains=text) | Q(after__icontains=text) for text in texts)
    rows = HistoryDetail.objects.filter(council=audit.council.slug, field__in=NAMING_AUDITS)
    keys = [
        row.pk
        for row in rows.filter(reduce(or_, has_one))
        if names & {text.strip().casefold() for text in strings([row.before, row.after])}
    ]
    return HistoryDetail.objects.filter(pk__in=keys)


@cache
def searched_fields() -> dict[type[models.Model], tuple[str, ...]]:
    """Model → its fields of free text, of every model of a council but those left out by name."""
    result = {}
    for model in apps.get_models():
        classes = getattr(model, "personal", {})
        names = tuple(
            item.name
            for item in model._meta.concrete_fields
            if classes.get(item.name) in FREE and isinstance(item, TEXTS) and not item.choices
        )
        if names and council_path(model, Council) and model._meta.label not in ELSEWHERE:
            result[model] = names
    # The words of published editions: classed with the edition, whose text they are.
    return {**result, apps.get_model(PASSAGE): ("heading", "words")}


def _texts(council):
    for model, names in searched_fields().items():
        rows = model._base_manager.filter(**{council_path(model, Council): council})
        for row in rows.order_by("pk").iterator():
            yield from ((row, name) for name in names)
    for row in HistoryEntry.objects.of(council).exclude(reason="").iterator():
        yield row, "reason"
    for row in HistoryDetail.objects.filter(council=council.slug).iterator():
        yield from ((row, name) for name in ("before", "after"))


def _find(row, name, terms):
    best = None
    for text in strings(getattr(row, name)):
        for match in matches(text, terms):
            if best is None or match.is_exact > best[1].is_exact:
                best = text, match
    if best is None:
        return None
    text, match = best
    parts = (
        text[max(match.start - AROUND, 0) : match.start],
        text[match.start : match.end],
        text[match.end : match.end + AROUND],
    )
    return Find(row, name, parts, match.is_exact, why_it_stays(row, name))


def why_it_stays(row: models.Model, name: str) -> str:
    """Why the text of a row’s field is not replaced, with the law, or nothing."""
    label = row._meta.label
    if label == PASSAGE:
        return rules.EDITION_STAYS
    if isinstance(row, HistoryEntry):
        return rules.HISTORY_STAYS
    if label in OF_RECORD or council_path(type(row), Edition) is not None:
        return rules.RECORD_STAYS
    if isinstance(row, Paper) and name == "frozen":
        return rules.RECORD_STAYS
    paper = _paper_of(row)
    return rules.RECORD_STAYS if paper and paper.status != Paper.WRITING else ""


def _paper_of(row):
    if isinstance(row, Paper):
        return row
    for item in row._meta.concrete_fields:
        if item.related_model is Paper:
            return getattr(row, item.name)
    return None


def as_rows(results: Sequence[Find]) -> list[list[str]]:
    """The rows of a file of finds: where, how it is spelled, the whole text."""
    return [
        [find.where, "as asked for" if find.is_exact else "nearly", _whole(find)]
        for find in results
    ]


def _whole(find):
    value = getattr(find.row, find.name)
    if isinstance(value, str):
        return value
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
