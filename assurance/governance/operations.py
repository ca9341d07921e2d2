"""What officers do with other matters. One way to add, to change and to withdraw serves every kind:
what differs is in the kind's model and in `rules.recording.FAULTS`."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max, Model
from django.utils.text import slugify

from assurance.governance.models.developments import Development, DevelopmentState, Milestone
from assurance.governance.models.measures import Measure, MeasureTarget, MeasureValue
from assurance.governance.models.risks import RiskRating, RiskScale
from assurance.governance.rules import choices, faults
from assurance.records import history, operations
from assurance.records.named_record import ChildRecord, NamedRecord
from assurance.records.record import lock, why_not_withdraw
from assurance.records.refusals import refuse_if
from assurance.reviews.rules.findings import why_not_name

WITHDRAWN = "This record was withdrawn and cannot be changed."
PARENT_WITHDRAWN = "“{}” was withdrawn: nothing can be added to it."
OTHERS = "Choose one of your own council."
OVERLAPS = "Another one holds on some of these days: end it first, or begin later"


@transaction.atomic
def record_matter(*, model, council, by, on, **fields) -> NamedRecord | ChildRecord:
    """Adds a row of `model` with the fields `said`, within its parent where it has one; its slug
    is made of its title where it bears one and none is given.

    Refuses a title or day already used, what does not fit together, and rows of another council.
    """
    row = model(council=council)
    fields = {**fields, **_parent(row, fields)}
    if issubclass(model, NamedRecord):
        fields["slug"] = fields.get("slug") or slugify(fields["title"])[:60]
    fields = _worked_out(row, fields)
    _refuse(row, fields)
    changes = operations.add(row, fields, on=on)
    _keep_state(row)
    history.record(f"{model.__name__.lower()}.record", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def change_matter(*, record, seen, by, on, **fields) -> NamedRecord | ChildRecord:
    """Changes the fields `said` of `record`, whose slug stays for the papers that name it; refuses
    as `record_matter` does, and one that was withdrawn, as its parent may be. Raises `EditConflict`
    where somebody saved first."""
    row = lock(record, seen)
    refuse_if(WITHDRAWN if row.is_withdrawn else None)
    _parent(row, {})
    fields = _worked_out(row, fields)
    _refuse(row, fields)
    changes = operations.change(row, fields)
    _keep_state(row)
    what = f"{type(row).__name__.lower()}.change"
    history.record(what, about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def withdraw_matter(*, record, seen, because, by, on) -> NamedRecord | ChildRecord:
    """Withdraws `record`, which then is neither counted nor quoted, nor is what lies within it;
    refuses one withdrawn already, or without a reason."""
    row = lock(record, seen)
    refuse_if(why_not_withdraw(row, because), "because")
    changes = operations.withdraw(row, because=because, by=by, on=on)
    what = f"{type(row).__name__.lower()}.withdraw"
    history.record(what, about=row, by=by, on=on, changes=changes)
    return row


class _FutureRow(Mapping):
    """What a row would hold once `said` were saved on it: field → value, None for what is not
    there yet."""

    def __init__(self, row, said):
        self.row, self.said = row, said

    def __getitem__(self, name):
        return self.said[name] if name in self.said else getattr(self.row, name, None)

    def __iter__(self):
        return iter(self.said)

    def __len__(self):
        return len(self.said)


def _parent(row, value):
    """The parent, read again and held, so that two people at once are not given one number."""
    if not row.parent_field:
        return {}
    field = row.parent_field
    named = value.get(field) or getattr(row, field)
    record = type(named).objects.of(row.council).select_for_update(of=("self",)).get(pk=named.pk)
    refuse_if(PARENT_WITHDRAWN.format(record) if record.is_withdrawn else None)
    setattr(row, field, record)
    return {field: record}


def _worked_out(row, value):
    """`said` with what follows from it: a milestone's number, a rating's scale, a per cent."""
    current = _FutureRow(row, value)
    if isinstance(row, Milestone) and not row.number:
        last = row.development.milestones.aggregate(last=Max("number"))["last"]
        return {**value, "number": (last or 0) + 1}
    if isinstance(row, RiskRating):
        return {**value, "scale": RiskScale.objects.of(row.council).in_force(current["rated_on"])}
    counted = isinstance(row, MeasureValue) and current["value"] is None
    if counted and current["count"] is not None and current["out_of"]:
        return {**value, "value": choices.share(current["count"], current["out_of"])}
    return value


def _refuse(row, answer):
    current = _FutureRow(row, answer)
    for value in answer.values():
        rows = value if isinstance(value, list | tuple) else [value]
        theirs = any(_council_of(item) not in (None, row.council_id) for item in rows)
        refuse_if(OTHERS if theirs else None)
    for field, sentence in faults.FAULTS[row._meta.model_name](current):
        refuse_if(sentence, field)
    others = type(row).objects.of(row.council).active().exclude(pk=row.pk)
    if isinstance(row, NamedRecord):
        is_used = others.filter(slug=current["slug"]).exists()
        refuse_if(why_not_name(row._meta.verbose_name, current["slug"], is_used), "title")
    if row.once:
        is_used = others.filter(**{name: current[name] for name in row.once}).exists()
        refuse_if(row.taken if is_used else None, row.once[-1])
    if isinstance(row, RiskScale | MeasureTarget):
        near = others.within("measure", row.measure) if row.parent_field else others
        spans = near.values_list("from_date", "to_date")
        met = faults.overlap(spans, current["from_date"], current["to_date"])
        refuse_if(OVERLAPS if met else None, "from_date")
    if row.pk:
        _refuse_against_what_is_kept(row, current)


def _refuse_against_what_is_kept(row, current):
    if isinstance(row, Development):
        rows = list(row.states.values_list("from_date", "state"))
        refuse_if(faults.why_not_state(current["state"], current["state_on"], rows), "state_on")
    if isinstance(row, Measure):
        values = row.values.active().count()
        refuse_if(faults.why_not_unit(row.unit, current["unit"], values), "unit")
    if isinstance(row, RiskScale):
        rated = row.ratings.aggregate(likelihoods=Max("likelihood"), impacts=Max("impact"))
        for name, highest in rated.items():
            refuse_if(faults.why_not_shorter(current[name], highest), name)


def _council_of(value):
    return getattr(value, "council_id", None) if isinstance(value, Model) else None


def _keep_state(row):
    """Keeps what a development has come to with its day; the state that held already has its day
    corrected, and another state on that day takes its place."""
    if not isinstance(row, Development):
        return
    last = row.states.order_by("from_date").last()
    replaced = last and (last.state == row.state or last.from_date == row.state_on)
    saved = last if replaced else DevelopmentState(development=row)
    saved.state, saved.from_date = row.state, row.state_on
    saved.save()
