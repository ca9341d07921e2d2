"""What a council has approved for figures: how small numbers are protected, and from when."""

import re

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from assurance.figures.figure import Unit
from assurance.figures.small_numbers import (
    MOST,
    NOT_SHOWN,
    SMALLEST_BASE,
    SmallNumberPolicy,
    fewer_than,
    is_small,
    usual_policy,
)
from assurance.records.named_record import IS_ACTIVE, one_active, plain
from assurance.records.record import Record, RecordQuerySet, in_order
from assurance.runtime.digits import UNITS, whole
from assurance.runtime.periods import say_day, today

APPROVED = "This policy was approved and cannot be changed. Enter a new one from another day."
LARGEST = 100
_NUMBERS = re.compile(rf"\b(?:[0-9][0-9,]*|{'|'.join(UNITS)})\b")
LATER = "A policy for these counts begins on {day}. Two policies cannot apply on one date."
ENDED = "A policy for these counts applies until {day}. Choose a later start date."


class DisclosurePolicyQuerySet(RecordQuerySet):
    """Readings over policies of small numbers."""

    def filtered(self, counted=""):
        """Those of a kind of figure: a list's filter."""
        return self.where(counted=counted)

    def in_force(self, day):
        """The approved ones that hold on `day`; both ends count."""
        not_ended = Q(to_date__isnull=True) | Q(to_date__gte=day)
        return self.active().filter(not_ended, from_date__lte=day, approved_on__isnull=False)

    def by_unit(self, council, day):
        """Unit of figure → the `SmallNumberPolicy` of `council` on `day`, where it has its own."""
        return {Unit(row.counted): row.as_policy() for row in self.of(council).in_force(day)}


class DisclosurePolicy(Record):
    """How one kind of figure of people is protected from a day on, approved by another person than
    the one who entered it."""

    COUNTED = [(str(Unit.CHILDREN), "Children"), (str(Unit.PEOPLE), "Staff, carers and others")]

    counted = models.CharField(max_length=20, choices=COUNTED)
    threshold = models.PositiveSmallIntegerField(default=MOST)
    nought_shown = models.BooleanField(default=True)
    smallest_base = models.PositiveSmallIntegerField(default=SMALLEST_BASE)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)
    minute = models.CharField(max_length=120, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    entered_on = models.DateField(editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    approved_on = models.DateField(null=True, editable=False)

    history_prefix = "disclosure_policies"
    history_verbs = ("enter", "change", "withdraw")
    personal = {
        **plain("counted threshold nought_shown smallest_base from_date to_date minute"),
        **plain("entered_by entered_on approved_by approved_on"),
        **Record.personal,
    }

    objects = DisclosurePolicyQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = "small-number policy", "small-number policies"
        ordering = ("counted", "-from_date")
        constraints = [
            *Record.Meta.constraints,
            one_active("disclosure_policy_from_a_day", "council", "counted", "from_date"),
            in_order("disclosure_policy_dates_in_order"),
            models.CheckConstraint(
                condition=Q(threshold__range=(MOST, LARGEST)), name="disclosure_policy_threshold"
            ),
            models.CheckConstraint(
                condition=Q(smallest_base__gt=F("threshold")), name="disclosure_policy_base"
            ),
            models.CheckConstraint(
                condition=Q(approved_on__isnull=True, approved_by__isnull=True)
                | (Q(approved_on__isnull=False) & ~Q(approved_by=F("entered_by"))),
                name="disclosure_policy_approved_by_another",
            ),
        ]

    def __str__(self):
        return f"{self.get_counted_display()}: small up to {self.threshold}"

    def as_policy(self):
        """The policy as figures read it."""
        return SmallNumberPolicy(self.threshold, self.nought_shown, self.smallest_base)

    @property
    def state(self):
        """How far it has come, in words."""
        return f"Approved on {say_day(self.approved_on)}" if self.approved_on else "Not approved"

    def faults(self, values):
        """Refuses a change of an approved one, and a day that another policy covers."""
        yield "from_date", APPROVED if self.approved_on else None
        yield from super().faults(values)
        yield from policy_faults(values)
        yield "from_date", self.why_not_from(values["counted"], values["from_date"])

    def withdrawal_faults(self):
        """Refuses that an approved one is withdrawn: reports were protected by it."""
        yield "because", APPROVED if self.approved_on else None

    def why_not_from(self, counted, first):
        """The sentence that refuses the first day, or None. An open policy that began earlier ends
        when this one is approved."""
        for other in self.others().filter(IS_ACTIVE, counted=counted):
            if other.from_date >= first:
                return LATER.format(day=say_day(other.from_date))
            if other.to_date and other.to_date >= first:
                return ENDED.format(day=say_day(other.to_date))
        return None


def small_up_to(council, paper) -> int:
    """The largest count of adults that is small in `paper` (None: today), by its own day."""
    day = today() if paper is None else paper.policy_day
    policies = DisclosurePolicy.objects.all().by_unit(council, day)
    return policies.get(Unit.PEOPLE, usual_policy()).threshold


def people_text(text: str, council, paper) -> str:
    """A number of people that a record states in words (`over 45`), as a report may print it: of a
    small number no more than that, and of words with one in them nothing."""
    most = small_up_to(council, paper)
    counts = [_counted(word) for word in _NUMBERS.findall(text.casefold())]
    if not any(is_small(count, most) for count in counts):
        return text
    return fewer_than(most) if _NUMBERS.fullmatch(text.strip().casefold()) else NOT_SHOWN


def _counted(word):
    return UNITS.index(word) if word in UNITS else whole(word.replace(",", "")) or 0


def policy_faults(values):
    """(field, sentence) of what does not fit together in a policy."""
    small, base = values["threshold"], values["smallest_base"]
    first, last = values["from_date"], values["to_date"]
    if small is not None and not MOST <= small <= LARGEST:
        yield "threshold", f"Enter a number from {MOST} to {LARGEST}"
    if small is not None and base is not None and base <= small:
        yield (
            "smallest_base",
            f"The smallest base must be more than {small}, the largest number hidden",
        )
    if first and last and last < first:
        yield "to_date", "The end date must be on or after the start date"
