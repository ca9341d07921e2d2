"""What every record has in common: a council, a version for two people at once, and withdrawal in
place of deletion.
"""

from contextlib import contextmanager

from django.conf import settings
from django.db import models
from django.db.models import Q

from assurance.records.personal import Personal
from assurance.records.refusals import Refused


class RecordQuerySet(models.QuerySet):
    """Readings that every kind of record has."""

    def visible_to(self, user):
        """The records of `user`'s own council; none for somebody signed out or without one."""
        return self.filter(council_id=getattr(user, "council_id", None))

    def of(self, council):
        """The records of `council`, for figures and commands."""
        return self.filter(council=council)

    def active(self):
        """Those that have not been withdrawn: all that may be counted or quoted."""
        return self.filter(withdrawn_on__isnull=True)

    def in_state(self, state):
        """Those standing (an empty `state`), those `withdrawn`, or `every` one: a list's filter."""
        if state == "every":
            return self
        return self.filter(withdrawn_on__isnull=not state)

    def filtered(self):
        """All of them; a kind of record with filters of its own takes them by keyword."""
        return self


class Record(models.Model):
    """The abstract base of a record. A subclass's `Meta` inherits `Record.Meta` and adds to
    `constraints` by

        constraints = [*Record.Meta.constraints, ...]

    and its `personal` begins with `**Record.personal`. `council` and `withdrawn_by` have no way
    back.
    """

    personal = {
        "created_on": Personal.NONE,
        "withdrawn_on": Personal.NONE,
        "withdrawn_because": Personal.MAY,
    }

    council = models.ForeignKey("accounts.Council", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)
    created_on = models.DateField(editable=False)
    withdrawn_on = models.DateField(null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    withdrawn_because = models.TextField(blank=True, default="", editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    withdrawn_on__isnull=True, withdrawn_by__isnull=True, withdrawn_because=""
                )
                | (
                    Q(withdrawn_on__isnull=False, withdrawn_by__isnull=False)
                    & ~Q(withdrawn_because="")
                ),
                name="%(class)s_withdrawal_is_whole",
            ),
        ]

    @property
    def is_withdrawn(self):
        """Whether the record has been withdrawn."""
        return self.withdrawn_on is not None

    @property
    def history_name(self):
        """What history calls it: one of its kind in a council, never changed, never a person's
        name.
        """
        return f"{self._meta.verbose_name} {self.pk}"


class EditConflict(Refused):
    """Somebody else saved the record first. `newer` is the record as it stands; a view answers 409
    with both shown.
    """

    def __init__(self, newer):
        super().__init__(
            "Someone else changed this record while you had it open. "
            "Compare what it holds now with what you typed, then save again."
        )
        self.newer = newer


@contextmanager
def newer_shown_on(form):
    """Puts the newer version on the form where somebody else saved first, so that saving again
    saves over it; the refusal goes on."""
    try:
        yield
    except EditConflict as conflict:
        form.at_version(conflict.newer.version)
        raise


def lock(record, version):
    """The record read again and held until the transaction ends; raises `EditConflict` unless its
    version is `seen`.

    `seen` is the version the form was drawn with. Called first in an operation that changes a
    record.
    """
    newer = type(record)._default_manager.select_for_update(of=("self",)).get(pk=record.pk)
    check_version(newer, version)
    return newer


def check_version(record, version):
    """Raises `EditConflict`, carrying `record`, unless its version is the one the person saw."""
    if record.version != version:
        raise EditConflict(record)


def why_not_withdraw(record, because):
    """The sentence that refuses a withdrawal, or None."""
    if record.is_withdrawn:
        return "This record has been withdrawn already."
    if not because.strip():
        return "Say why the record is withdrawn."
    return None
