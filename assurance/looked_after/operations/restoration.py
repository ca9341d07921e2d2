"""Putting back what a return replaced, inside the operation that withdraws it."""

from django.db.models import Max

from assurance.looked_after.models.censuses import Census, CensusCount, UnitCost
from assurance.looked_after.models.related import PlacementLocation
from assurance.looked_after.models.returns import Child, UascMark

BATCH = 500


class ReturnRestoration:
    """What `held_return`, which is withdrawn by now, had replaced; lives inside one transaction."""

    def __init__(self, held_return, on):
        self.held_return, self.on = held_return, on

    def censuses(self, withdrawn):
        """For each of the `withdrawn` censuses that had been in force, the newest edition of its
        day that still stands, as a new edition in force; gives those that were made. A new edition
        and not the old one again: what was quoted meanwhile stays to be told."""
        return [made for census in withdrawn if (made := self._edition_before(census))]

    def marks(self):
        """Says of every child that its UASC file named what the other returns say."""
        self.mark_children(Child.objects.filter(uasc_marks__held_return=self.held_return))

    @staticmethod
    def mark_children(rows):
        """Says of the children of `rows` what the UASC files of standing returns say."""
        children = {child.pk: child for child in rows}
        for child in children.values():
            child.uasc, child.uasc_until = False, None
        marks = UascMark.objects.filter(
            child__in=list(children), held_return__withdrawn_on__isnull=True
        ).order_by("held_return__covers_to", "held_return")
        for mark in marks:
            child = children[mark.child_id]
            child.uasc, child.uasc_until = True, mark.until or child.uasc_until
        Child.objects.bulk_update(children.values(), ("uasc", "uasc_until"), batch_size=BATCH)

    def _edition_before(self, census):
        same_day = Census.objects.filter(cohort=census.cohort_id, date=census.date)
        before = same_day.active().filter(edition__lt=census.edition).order_by("-edition").first()
        if before is None or same_day.in_force().exists():
            return None
        newest = same_day.aggregate(edition=Max("edition"), version=Max("version"))
        made = Census.objects.create(
            council=before.council,
            created_on=self.on,
            cohort=before.cohort,
            date=before.date,
            total=before.total,
            origin=before.origin,
            source=before.source,
            differs_because=before.differs_because,
            edition=newest["edition"] + 1,
            version=newest["version"] + 1,
            corrected_because=f"As before the {self.held_return}, which was withdrawn"[:200],
            rows_digest=before.rows_digest,
            held_return=before.held_return,
        )
        other = StatedCounts(before)
        other.copy(made, CensusCount, "counts", ("breakdown", "member", "children"))
        other.give(made)
        return made


class StatedCounts:
    """What is stated beside one edition of a census, on its way to the next."""

    def __init__(self, before):
        self.before = before

    def give(self, census):
        """Gives the new edition the unit costs, and the locations where the total is the same."""
        self.copy(census, UnitCost, "unit_costs", ("group", "pounds", "source"))
        if self.before.total == census.total:
            self.copy(census, PlacementLocation, "locations", ("place", "children", "source"))

    def copy(self, census, model, related, fields):
        """Copies the rows of one kind."""
        rows = getattr(self.before, related).values(*fields)
        model.objects.bulk_create((model(census=census, **row) for row in rows), batch_size=BATCH)
