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
def record_matter(*, model, council, by, on, **said) -> NamedRecord | ChildRecord:
    """Adds a row of `model` with the fields `said`, within its parent where it has one; its slug
    is made of its title where it bears one and none is given.

    Refuses a title or day already used, what does not fit together, and rows of another council.
    """
    row = model(council=council)
    said = {**said, **_parent(row, said)}
    if issubclass(model, NamedRecord):
        said["slug"] = said.get("slug") or slugify(said["title"])[:60]
    said = _worked_out(row, said)
    _refuse(row, said)
    changes = operations.add(row, said, on=on)
    _keep_state(row)
    history.record(f"{model.__name__.lower()}.record", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def change_matter(*, record, seen, by, on, **said) -> NamedRecord | ChildRecord:
    """Changes the fields `said` of `record`, whose slug stays for the papers that name it; refuses
    as `record_matter` does, and one that was withdrawn, as its parent may be. Raises `EditConflict`
    where somebody saved first."""
    row = lock(record, seen)
    refuse_if(WITHDRAWN if row.is_withdrawn else None)
    _parent(row, {})
    said = _worked_out(row, said)
    _refuse(row, said)
    changes = operations.change(row, said)
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


def _parent(row, said):
    """The parent, read again and held, so that two people at once are not given one number."""
    if not row.parent_field:
        return {}
    field = row.parent_field
    named = said.get(field) or getattr(row, field)
    held = type(named).objects.of(row.council).select_for_update(of=("self",)).get(pk=named.pk)
    refuse_if(PARENT_WITHDRAWN.format(held) if held.is_withdrawn else None)
    setattr(row, field, held)
    return {field: held}


def _worked_out(row, said):
    """`said` with what follows from it: a milestone's number, a rating's scale, a per cent."""
    stands = _FutureRow(row, said)
    if isinstance(row, Milestone) and not row.number:
        last = row.development.milestones.aggregate(last=Max("number"))["last"]
        return {**said, "number": (last or 0) + 1}
    if isinstance(row, RiskRating):
        return {**said, "scale": RiskScale.objects.of(row.council).in_force(stands["rated_on"])}
    counted = isinstance(row, MeasureValue) and stands["value"] is None
    if counted and stands["count"] is not None and stands["out_of"]:
        return {**said, "value": choices.share(stands["count"], stands["out_of"])}
    return said


def _refuse(row, said):
    stands = _FutureRow(row, said)
    for value in said.values():
        rows = value if isinstance(value, list | tuple) else [value]
        theirs = any(_council_of(one) not in (None, row.council_id) for one in rows)
        refuse_if(OTHERS if theirs else None)
    for field, sentence in faults.FAULTS[row._meta.model_name](stands):
        refuse_if(sentence, field)
    others = type(row).objects.of(row.council).active().exclude(pk=row.pk)
    if isinstance(row, NamedRecord):
        taken = others.filter(slug=stands["slug"]).exists()
        refuse_if(why_not_name(row._meta.verbose_name, stands["slug"], taken), "title")
    if row.once:
        taken = others.filter(**{name: stands[name] for name in row.once}).exists()
        refuse_if(row.taken if taken else None, row.once[-1])
    if isinstance(row, RiskScale | MeasureTarget):
        near = others.within("measure", row.measure) if row.parent_field else others
        spans = near.values_list("from_date", "to_date")
        met = faults.overlap(spans, stands["from_date"], stands["to_date"])
        refuse_if(OVERLAPS if met else None, "from_date")
    if row.pk:
        _refuse_against_what_is_kept(row, stands)


def _refuse_against_what_is_kept(row, stands):
    if isinstance(row, Development):
        kept = list(row.states.values_list("from_date", "state"))
        refuse_if(faults.why_not_state(stands["state"], stands["state_on"], kept), "state_on")
    if isinstance(row, Measure):
        values = row.values.active().count()
        refuse_if(faults.why_not_unit(row.unit, stands["unit"], values), "unit")
    if isinstance(row, RiskScale):
        rated = row.ratings.aggregate(likelihoods=Max("likelihood"), impacts=Max("impact"))
        for name, highest in rated.items():
            refuse_if(faults.why_not_shorter(stands[name], highest), name)


def _council_of(value):
    return getattr(value, "council_id", None) if isinstance(value, Model) else None


def _keep_state(row):
    """Keeps what a development has come to with its day; the state that held already has its day
    corrected, and another state on that day takes its place."""
    if not isinstance(row, Development):
        return
    last = row.states.order_by("from_date").last()
    replaced = last and (last.state == row.state or last.from_date == row.state_on)
    kept = last if replaced else DevelopmentState(development=row)
    kept.state, kept.from_date = row.state, row.state_on
    kept.save()
