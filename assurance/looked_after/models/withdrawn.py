"""What stood before a return was withdrawn, for whoever withdraws one by mistake."""

from django.db import models
from django.db.models import Q

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.replaced import beside_since
from assurance.looked_after.models.returns import Return
from assurance.records.personal import Personal
from assurance.runtime.periods import say_day

ROWS_GONE = "The rows of this return were removed after it was withdrawn"
NOT_KEPT = "The state before this withdrawal is no longer kept"


class WithdrawnReturnQuerySet(models.QuerySet):
    """Readings of what stood before withdrawals."""

    def to_forget(self, now):
        """Those whose withdrawal nobody can undo any more at the moment `now`."""
        return self.filter(kept_until__lt=now).order_by("pk")


class WithdrawnReturn(models.Model):
    """What stood before `held_return` was withdrawn, packed, for as long as that can be undone: the
    censuses withdrawn with it, the editions made in their place, and what was held of its children.
    What returns had replaced is set aside with it (`ReplacedReturn.set_aside_with`)."""

    held_return = models.OneToOneField(Return, models.PROTECT, related_name="state_before")
    kept_until = models.DateTimeField()
    content = models.BinaryField()

    personal = {"kept_until": Personal.NONE, "content": Personal.SPECIAL}

    objects = WithdrawnReturnQuerySet.as_manager()

    class Meta:
        verbose_name = "state before a return was withdrawn"
        verbose_name_plural = "states before returns were withdrawn"

    def __str__(self):
        return f"before the withdrawal of return {self.held_return_id}"


def why_not_reinstate(record: Return, state: dict | None) -> str | None:
    """The sentence that refuses to put a withdrawn return back where `state`, what stood before it
    was withdrawn, is no longer kept, or something took its place since; or None."""
    if state is None:
        gone = ROWS_GONE if record.rows_removed_on else NOT_KEPT
        return f"{gone}, so the withdrawal cannot be undone. {record.instead_of_undo}"
    in_the_way = (_returns_since, _changes_since, _censuses_since)
    return next((sentence for values in in_the_way for sentence in values(record, state)), None)


def _returns_since(record, state):
    same_days = Q(covers_from__lt=record.covers_to, covers_to__gt=record.covers_from)
    others = Return.objects.of(record.council).exclude(pk=record.pk)
    since = same_days & Q(pk__gt=state["newest"])
    read = others.active().filter(Q(fingerprint=record.fingerprint) | since)
    for other in read:
        yield (
            f"The {other}, read on {say_day(other.created_on)}, took the place of this one. "
            "Withdraw it first, then undo this withdrawal."
        )
    # One that was read and withdrawn since has left nothing in its place.
    withdrawn = others.filter(same_days, withdrawn_on__isnull=False, pk__lte=state["newest"])
    for other in withdrawn.exclude(pk__in=state["withdrawn"]):
        yield (
            f"The {other}, which counts some of the same days, was withdrawn after this one. "
            "Undo that withdrawal first."
        )


def _censuses_since(record, state):
    ours = Census.objects.filter(pk__in=state["censuses"], replaced_on__isnull=True)
    for census in ours.in_date_order():
        same_day = Census.objects.editions_of(census).in_force()
        for other in same_day.exclude(pk__in=state["restored"]).select_related("held_return"):
            how = f"counted from the {other.held_return}" if other.held_return else "entered"
            yield (
                f"The count of {say_day(census.date)} was {how} since. "
                "Withdraw that count first, then undo this withdrawal."
            )


def _changes_since(record, state):
    for census in Census.objects.filter(pk__in=state["restored"]).in_date_order():
        current = Census.objects.editions_of(census).in_force().first()
        if current is None or current.pk not in state["restored"]:
            how = "corrected" if current else "withdrawn"
            yield (
                f"The count of {say_day(census.date)}, which came back with the withdrawal, was "
                f"{how} since. {record.instead_of_undo}"
            )
        for sentence in beside_since(census):
            yield f"{sentence} Take them away first, then undo this withdrawal."
