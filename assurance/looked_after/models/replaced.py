"""What reading a return replaced, kept so that it can be taken back exactly."""

from collections.abc import Iterator

from django.db import models

from assurance.looked_after.models.censuses import Census, UnitCost
from assurance.looked_after.models.related import PlacementLocation
from assurance.looked_after.models.returns import Return
from assurance.records.personal import Personal
from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_capital


class ReplacedReturnQuerySet(models.QuerySet):
    """Readings of what returns replaced."""

    def usable(self):
        """Those that a return can be taken back with: no withdrawal has set them aside."""
        return self.filter(set_aside_with__isnull=True)


class ReplacedReturn(models.Model):
    """The children that a return found and replaced when it was read, packed, so that taking it
    back puts them back as they were; it goes with the rows of any return that named them."""

    held_return = models.OneToOneField(Return, models.PROTECT, related_name="before")
    content = models.BinaryField()

    # The withdrawn return after which nothing can be taken back by it, until that is undone.
    set_aside_with = models.ForeignKey(
        Return, models.PROTECT, null=True, blank=True, related_name="set_aside"
    )

    personal = {"content": Personal.SPECIAL}

    objects = ReplacedReturnQuerySet.as_manager()

    class Meta:
        verbose_name = "what a return replaced"
        verbose_name_plural = "what returns replaced"

    def __str__(self):
        return f"before return {self.held_return_id}"


INSTEAD = "Withdraw this return instead: the earlier counts then apply again."
ROWS_GONE = "The rows of this return were removed, so it cannot be taken back: withdraw it instead."
NOT_KEPT = (
    f"The data replaced by this return is no longer kept, so it cannot be put back. {INSTEAD}"
)
# What stands beside a census and is given to the edition that replaces it.
BESIDE = (
    (UnitCost, "unit_costs", ("group", "pounds", "source")),
    (PlacementLocation, "locations", ("place", "children", "source")),
)


def why_not_take_back(record: Return) -> str | None:
    """The sentence that refuses to take a return back, or None."""
    if record.is_withdrawn:
        return "This return has been withdrawn already."
    if record.rows_removed_on:
        return ROWS_GONE
    newer = Return.objects.of(record.council).filter(pk__gt=record.pk).order_by("-pk").first()
    if newer and newer.is_withdrawn:
        return f"The {newer}, read after this one, was withdrawn since. {INSTEAD}"
    if newer:
        return f"The {newer} was read after this one and compared with it: undo it first."
    if not ReplacedReturn.objects.usable().filter(held_return=record).exists():
        return NOT_KEPT
    return next(_standing_on(record), None)


def _standing_on(record):
    for census in record.censuses.in_date_order():
        later = Census.objects.editions_of(census).filter(edition__gt=census.edition)
        if later.exclude(held_return=record).exists():
            yield f"The count of {say_day(census.date)} was corrected since. {INSTEAD}"
        for sentence in beside_since(census):
            yield (
                f"{sentence} Undo the file that they came from first, or withdraw this return "
                "instead."
            )


def beside_since(census: Census) -> Iterator[str]:
    """Says of each kind of what was entered beside a census since it replaced another."""
    before = replaced_by(census)
    for model, related, names in BESIDE:
        ours = {*getattr(census, related).values_list(*names)}
        if ours - ({*getattr(before, related).values_list(*names)} if before else set()):
            what = with_capital(str(model._meta.verbose_name_plural))
            yield f"{what} were entered since with the count of {say_day(census.date)}."


def replaced_by(census):
    """The edition that a census counted from a return replaced, or None where none stood."""
    if not census.corrected_because:
        return None
    earlier = Census.objects.editions_of(census).filter(edition__lt=census.edition)
    return earlier.active().filter(replaced_on__isnull=False).first()
