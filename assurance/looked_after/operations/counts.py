"""Counting censuses from the rows of a held return, inside the operation that asks for them."""

from datetime import date

from django.db.models import Max

from assurance.looked_after.models.censuses import Census, CensusCount, by_breakdown
from assurance.looked_after.models.offers import EVERY, LATER, CountOffer, differences
from assurance.looked_after.models.queries import found_in
from assurance.looked_after.operations.counted_rows import StoredEpisodes
from assurance.looked_after.operations.restoration import StatedCounts
from assurance.looked_after.rules import counts as counting
from assurance.looked_after.rules import kept_counts
from assurance.looked_after.rules.returns import Notice
from assurance.people.models.people import Cohort
from assurance.runtime.keyed_digests import keyed_digest
from assurance.runtime.periods import end_of_month, say_day

USUAL_TITLE = "Children looked after"
USUAL_DEFINITION = (
    "Every child looked after by the authority under section 22 of the Children Act 1989 at the "
    "end of the day, wherever the child lives. Agreed series of short breaks are left out."
)
# When the Act that defines the population came into force.
USUAL_FROM = date(1991, 10, 14)


class CensusCounter:
    """Counts the usual population from one held return; lives inside one transaction.

    A count that stands stays, and the new one is offered beside it; but the return of a day's own
    year takes the place of one that only lent the day, and `is_asked` says that somebody wants the
    new count in force, also where it is the same and only broken down further. `episodes` are those
    that it counts, in place of the stored ones.
    """

    def __init__(self, held_return, on, is_asked=False, episodes=None):
        self.episodes = episodes or StoredEpisodes(held_return)
        self.held_return, self.on, self.is_asked = held_return, on, is_asked
        self.council = held_return.council
        usual = Cohort.objects.of(self.council).filter(kind=Cohort.CHILDREN, usual=True).first()
        self.made_cohort = None if usual else self._make_cohort()
        self.cohort = usual or self.made_cohort

    def count_all(self, query):
        """The censuses made for the days `asked`, and a `Notice` per day that got none or whose
        census another one replaced."""
        made, values = [], []
        for day in query:
            census, notice = self._count(day)
            made += [census] if census else []
            values += [notice] if notice else []
        return made, values

    def _count(self, day):
        current = self.held_return
        if not current.covers_from <= day <= current.covers_to:
            return _none(day, f"No count of {say_day(day)}: the return does not cover that date.")
        count = self.counted(day)
        before = Census.objects.counting(self.council, self.cohort).in_force().filter(date=day)
        state = before.select_related("held_return").first()
        if state is None:
            return self.keep(count, None), None
        if state.is_entered and self.is_asked:
            return _none(
                day,
                f"No count of {say_day(day)}: there is one entered as totals. Withdraw that one "
                "first to have it counted.",
            )
        lines = differences(found_in(before, *EVERY), count.as_counts(), self.council)
        if not lines and self.is_asked and _adds(state, count):
            return self.keep(count, state), None
        if not lines:
            same = f"The count of {say_day(day)} is unchanged: the numbers are the same."
            return _none(day, same)
        if self.is_asked:
            return self.keep(count, state), None
        if not state.is_entered and current.owns(day) and not state.held_return.owns(day):
            sentence = kept_counts.replaced_sentence(day, state.source, lines)
            census = self.keep(count, state)
            self._offer_lent(state, census)
            return census, _notice("census_replaced", day, sentence)
        count.save()
        sentence = kept_counts.offered_sentence(day, state.source, lines)
        return None, _notice("census_kept", day, sentence)

    def _offer_lent(self, lent, census):
        """Offers what another return had lent the date, where it differs: the same is offered as
        when the returns are read year by year."""
        same = {"held_return": lent.held_return, "cohort": lent.cohort, "date": lent.date}
        counts = by_breakdown(lent.counts.all())
        fields = {"total": lent.total, "counts": counts, "rows_digest": lent.rows_digest}
        offer = CountOffer(**same, **fields)
        current = found_in(Census.objects.filter(pk=census.pk), *EVERY)
        if differences(current, offer.as_counts(), self.council):
            CountOffer.objects.update_or_create(**same, defaults={**fields, "taken_on": None})

    def counted(self, day) -> CountOffer:
        """What the return counts on a day, not saved."""
        rows, text = self.episodes.children(day)
        return CountOffer(
            held_return=self.held_return,
            cohort=self.cohort,
            date=day,
            total=len(rows),
            counts=self._counts(rows, day),
            # Keyed, so that nobody without the key can try a list of children against it.
            rows_digest=keyed_digest(text),
        )

    def _counts(self, rows, day):
        counts = counting.breakdowns(rows, day, has_uasc=self.held_return.has_uasc)
        counts["open"] = self._open(day)
        first = day.replace(day=1)
        # The opening day's own month lies before the year that the return tells of.
        if day == end_of_month(day) and first > self.held_return.covers_from:
            counts["starts"] = self.episodes.starting(first, day)
            counts["ends"] = self.episodes.ceasing(first, day)
        return counts

    def _open(self, day):
        each = self.episodes.of_each_child(day)
        several = sum(1 for number in each.values() if number > 1)
        return {"episodes": each.total(), "children_with_several": several}

    def keep(self, count, current):
        """The census of a `CountOffer`, in place of the `current` one where that is not None; what
        began and ended in the month stays where the return does not speak of the month."""
        counts, source = count.counts, f"Counted from the {self.held_return}"
        if current:
            Census.objects.filter(pk=current.pk).update(replaced_on=self.on)
            if moved := _movements(current, besides=counts):
                counts = {**counts, **moved}
                source += f"; what began and ended in the month: {current.source}"
        same_day = Census.objects.filter(cohort=self.cohort, date=count.date)
        latest = same_day.aggregate(latest=Max("edition"))["latest"] or 0
        census = Census.objects.create(
            council=self.council,
            created_on=self.on,
            cohort=self.cohort,
            date=count.date,
            total=count.total,
            origin=Census.COUNTED,
            source=source[:200],
            edition=latest + 1,
            version=current.version + 1 if current else 1,
            corrected_because=f"Counted again from the {self.held_return}" if current else "",
            rows_digest=count.rows_digest,
            held_return=self.held_return,
        )
        CensusCount.objects.bulk_create(
            CensusCount(census=census, breakdown=breakdown, member=member, children=children)
            for breakdown, members in counts.items()
            for member, children in members.items()
        )
        if current:
            StatedCounts(current).give(census)
        return census

    def _make_cohort(self):
        return Cohort.objects.create(
            council=self.council,
            kind=Cohort.CHILDREN,
            slug="children-looked-after",
            title=USUAL_TITLE,
            definition=USUAL_DEFINITION,
            usual=True,
            from_date=USUAL_FROM,
        )


def _adds(census, count):
    """Whether a count breaks down what the census that it confirms was counted without."""
    stored = set(census.counts.values_list("breakdown", flat=True))
    return any(count.counts.get(name) and name not in stored for name in LATER)


def _movements(census, besides):
    return by_breakdown(census.counts.filter(breakdown__in={"starts", "ends"} - set(besides)))


def _none(day, sentence):
    return None, _notice("no_census", day, sentence)


def _notice(kind, day, sentence):
    return Notice(kind, 1, sentence, day.isoformat())
