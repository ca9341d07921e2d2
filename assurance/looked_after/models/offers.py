"""Counts that a later return would make of a day whose census stands: offered beside it, and taken
only by somebody.
"""

from dataclasses import dataclass
from datetime import date

from django.db import models

from assurance.figures.figure import Population
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.definitions import CensusDay
from assurance.looked_after.models.positions import return_telling_of
from assurance.looked_after.models.queries import CensusCounts, found_in, readings_in
from assurance.looked_after.models.returns import Return
from assurance.looked_after.rules import kept_counts
from assurance.looked_after.rules.counts import UASC, breakdowns
from assurance.looked_after.rules.days import month_ends, own_days
from assurance.looked_after.rules.groups import NOT_BROKEN_DOWN
from assurance.looked_after.rules.positions import ENTERED_BREAKDOWNS, MEASURE
from assurance.people.models.people import Cohort
from assurance.records.personal import Personal
from assurance.runtime.document_field import DocumentField
from assurance.runtime.typography import with_capital

# A census that has all of these of an offer is the count that was offered.
SAME_COUNT = ("cohort", "date", "held_return", "total", "rows_digest")
OFFERED = "Offered: another count is in force"


@dataclass(frozen=True)
class ReturnedDay:
    """A day that a return was asked about: the census counted from it, or what it offers, and in
    words what came of it."""

    date: date
    outcome: str
    census: Census | None = None
    offer: "CountOffer | None" = None

    @property
    def total(self) -> int | None:
        """How many children, None where nothing was counted or offered."""
        counted = self.census or self.offer
        return counted and counted.total


def days_of(held_return: Return) -> list[ReturnedDay]:
    """Every day that a return was asked about, in order."""
    censuses = held_return.censuses.in_date_order()
    days = [ReturnedDay(census.date, _outcome(census), census) for census in censuses]
    offers = held_return.offers.open()
    days += [ReturnedDay(offer.date, OFFERED, offer=offer) for offer in offers]
    done = {day.date for day in days}
    for notice in held_return.notices:
        # Returns that were read before notices had a day have them as sentences alone.
        day = notice.get("day") and date.fromisoformat(notice["day"])
        if day and day not in done:
            why = notice["sentence"].partition(": ")[2]
            days.append(ReturnedDay(day, with_capital(why)))
    return sorted(days, key=lambda day: day.date)


def uncounted_days(held_return: Return, until: date) -> list[date]:
    """The ends of months and the council's own census days up to `until` that the return tells of
    and of which no census is in force, in order."""
    council = held_return.council
    first, last = held_return.covers_from, min(held_return.covers_to, until)
    own = [(item.month, item.day) for item in CensusDay.objects.of(council)]
    days = {*month_ends(first, last), *own_days(own, first, last)}
    current = Census.objects.counting(council, None).in_force().filter(date__range=(first, last))
    return sorted(days - set(current.values_list("date", flat=True)))


def _outcome(census):
    counted = f"Counted, version {census.edition}" if census.edition > 1 else "Counted"
    if census.is_withdrawn:
        return f"{counted}; withdrawn"
    return f"{counted}; replaced" if census.replaced_on else counted


class CountOfferQuerySet(models.QuerySet):
    """Readings of counts that are offered."""

    def visible_to(self, user):
        """Those of the user's council."""
        return self.filter(held_return__council_id=getattr(user, "council_id", None))

    def open(self):
        """Those that were not taken, of returns in force, and whose count is not the one in force;
        by date, the newest first."""
        same = {name: models.OuterRef(name) for name in SAME_COUNT}
        current = Census.objects.in_force().filter(**same)
        rows = self.filter(taken_on=None, held_return__withdrawn_on=None)
        return rows.exclude(models.Exists(current)).order_by("date", "-pk")

    def beside(self, census):
        """The open ones of the day of `census`."""
        return self.open().filter(cohort=census.cohort_id, date=census.date)


class CountOffer(models.Model):
    """What `held_return` counts on a day of which another count stands.

    `counts` maps breakdown → member → children, as `CensusCount` keeps them; `rows_digest` is keyed
    as a census's.
    """

    held_return = models.ForeignKey(Return, models.PROTECT, related_name="offers")
    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="offers")
    date = models.DateField()
    total = models.PositiveIntegerField()
    counts = DocumentField(default=dict)
    rows_digest = models.CharField(max_length=64)
    taken_on = models.DateField(null=True, blank=True)

    personal = dict.fromkeys(("counts", "rows_digest"), Personal.NONE)

    objects = CountOfferQuerySet.as_manager()

    class Meta:
        verbose_name = "count offered"
        verbose_name_plural = "counts offered"
        ordering = ("date", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("held_return", "cohort", "date"), name="count_offered_once"
            )
        ]

    def __str__(self):
        return f"Count of {self.date.day} {self.date:%B %Y} from the {self.held_return}"

    @property
    def history_name(self):
        """What history calls it."""
        return f"count offered {self.pk}"

    def as_counts(self):
        """Itself as the `CensusCounts` that a census made of it would have."""
        return counted_from(self.held_return, self.cohort, self.date, self.total, self.counts)


def counted_from(held_return, cohort, day, total, counts):
    """The `CensusCounts` of what a return counts on a day."""
    source = f"Counted from the {held_return}"
    return CensusCounts(None, day, total, True, source, cohort.title, Population.of(cohort), counts)


BREAKDOWNS = {**ENTERED_BREAKDOWNS, MEASURE: "external residential placements"}
# What two counts of one day are compared by, each with its words: the finest that both keep.
COMPARED = {
    "placement_code": "placement",
    "age": "age",
    "legal_status": "legal status",
    "need": "category of need",
    "sex": "sex",
    "ethnicity": "ethnicity",
    "uasc": "unaccompanied asylum-seeking",
    "starts": "began in the month",
    "ends": "ended in the month",
}
# What censuses that were counted before it was kept, or from a return without its file, do not
# have; that contradicts nothing.
LATER = ("need", UASC)
# All that a census may be compared by.
EVERY = (*COMPARED, *BREAKDOWNS)


@dataclass(frozen=True)
class Difference:
    """What stands and what would stand in its place, of the total (no `breakdown`) or a part."""

    breakdown: str
    label: str
    kept: int
    counted: int


def differences(kept: CensusCounts, counted: CensusCounts, council) -> list[Difference]:
    """Where two counts of one day differ: the total first, then every part that both state. Of an
    entered census the parts are those that were entered."""
    parts = _finest(kept, counted) if kept.counted else _entered(kept, counted, council)
    lines = [Difference("", "Children looked after", kept.total, counted.total)]
    for name, before, after, labels in parts:
        members = sorted({*before, *after})
        lines += [
            Difference(name, labels.get(item, item), before.get(item, 0), after.get(item, 0))
            for item in members
        ]
    return [line for line in lines if line.kept != line.counted]


def _finest(kept, counted):
    for breakdown, text in COMPARED.items():
        lacks = breakdown in LATER and breakdown not in kept.counts
        if breakdown in counted.counts and not lacks:
            before, after = (item.counts.get(breakdown, {}) for item in (kept, counted))
            yield text, before, after, {}


def _entered(kept, counted, council):
    readings = readings_in(counted, council)
    for breakdown, entered in readings_in(kept, council).items():
        # A part that nobody broke down contradicts nothing.
        if breakdown in readings and NOT_BROKEN_DOWN not in entered.members:
            before, after = (
                {member: tally.count for member, tally in item.members.items()}
                for item in (entered, readings[breakdown])
            )
            yield BREAKDOWNS[breakdown], before, after, readings[breakdown].labels


def offers_beside(census):
    """The open offers of a census's day that differ from it, newest first."""
    offers = CountOffer.objects.beside(census).select_related("held_return", "cohort")
    return [offer for offer in offers if _beside(census, offer)]


def kept_and_offered(offer):
    """The census in force of an offer's day, or None, and where the two differ."""
    same_day = Census.objects.in_force().filter(cohort=offer.cohort, date=offer.date)
    census = same_day.first()
    return census, _beside(census, offer) if census else []


def _beside(census, offer):
    current = found_in(Census.objects.filter(pk=census.pk), *EVERY)
    return differences(current, offer.as_counts(), census.council)


def why_not_beside_return(census):
    """The sentence that asks why a census that was entered is not what a return counts, with both;
    None where they agree, or no return gives the usual population then."""
    source, counted = _return_count(census) if census.cohort.usual else ("", None)
    if counted is None:
        return None
    saved = found_in(Census.objects.filter(pk=census.pk), *EVERY)
    lines = differences(saved, counted, census.council)
    return kept_counts.entered_sentence(source, census.date, lines) if lines else None


def _return_count(census):
    """(The return in words, its count of a census's date): counted from its rows, or where these
    have been removed, as it was counted; ("", None) where no return has one."""
    current = return_telling_of(census.council, census.date)
    if current:
        rows = list(current.episodes.describing(census.date).to_count())
        counts = breakdowns(rows, census.date, has_uasc=current.has_uasc)
        total = len(rows)
        return str(current), counted_from(current, census.cohort, census.date, total, counts)
    same_day = Census.objects.active().filter(cohort=census.cohort, date=census.date)
    counted = same_day.filter(held_return__withdrawn_on=None, origin=Census.COUNTED)
    latest = counted.order_by("-edition").first()
    if latest is None:
        return "", None
    return str(latest.held_return), found_in(counted.filter(pk=latest.pk), *EVERY)
