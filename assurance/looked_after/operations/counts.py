"""Counting censuses from the rows of a held return, inside the operation that asks for them."""

import hmac
from collections import Counter
from datetime import date

from django.conf import settings
from django.db.models import Max

from assurance.looked_after.models.censuses import Census, CensusCount
from assurance.looked_after.models.returns import Episode
from assurance.looked_after.operations.restoration import StatedCounts
from assurance.looked_after.rules import counts as counting
from assurance.looked_after.rules.returns import Notice
from assurance.people.models.people import Cohort
from assurance.runtime.periods import end_of_month, say_day

USUAL_TITLE = "Children looked after"
USUAL_DEFINITION = (
    "Every child looked after by the authority under section 22 of the Children Act 1989 at the "
    "end of the day, wherever the child lives. Agreed series of short breaks are left out."
)
# When the Act that defines the population came into force.
USUAL_FROM = date(1991, 10, 14)


class CensusCounter:
    """Counts the usual population from one held return; lives inside one transaction."""

    def __init__(self, held_return, on):
        self.held_return, self.on = held_return, on
        self.council = held_return.council
        usual = Cohort.objects.of(self.council).filter(kind=Cohort.CHILDREN, usual=True).first()
        self.made_cohort = None if usual else self._make_cohort()
        self.cohort = usual or self.made_cohort
        self.episodes = Episode.objects.carried_by(held_return)

    def count_all(self, query):
        """The censuses made for the days `asked`, and a `Notice` per day that got none."""
        made, values = [], []
        for day in query:
            census, sentence = self._count(day)
            if census:
                made.append(census)
            else:
                values.append(Notice("no_census", 1, sentence))
        return made, values

    def _count(self, day):
        current = self.held_return
        if not current.covers_from <= day <= current.covers_to:
            return None, f"No census of {say_day(day)}: the return says nothing of that day."
        before = Census.objects.counting(self.council, self.cohort).in_force().filter(date=day)
        state = before.prefetch_related("counts").first()
        if state and state.origin == Census.ENTERED:
            return None, (
                f"No census of {say_day(day)}: one entered as counts stands. "
                "Withdraw that one first to have it counted."
            )
        rows = list(self.episodes.describing(day).to_count())
        counts = self._counts(rows, day)
        if state and state.total == len(rows) and _same(state, counts):
            return None, f"The census of {say_day(day)} stands as it was: the count is the same."
        return self._keep(day, rows, counts, state), ""

    def _counts(self, rows, day):
        counts = {**counting.breakdowns(rows, day), "open": self._open(day)}
        first = day.replace(day=1)
        # The opening day's own month lies before the year that the return tells of.
        if day == end_of_month(day) and first > self.held_return.covers_from:
            counts["starts"] = self.episodes.starting(first, day).movements()
            counts["ends"] = self.episodes.ceasing(first, day).movements()
        return counts

    def _open(self, day):
        each = Counter(self.episodes.counted_on(day).values_list("child", flat=True))
        several = sum(1 for number in each.values() if number > 1)
        return {"episodes": each.total(), "children_with_several": several}

    def _keep(self, day, rows, counts, current):
        if current:
            Census.objects.filter(pk=current.pk).update(replaced_on=self.on)
        same_day = Census.objects.filter(cohort=self.cohort, date=day)
        latest = same_day.aggregate(latest=Max("edition"))["latest"] or 0
        census = Census.objects.create(
            council=self.council,
            created_on=self.on,
            cohort=self.cohort,
            date=day,
            total=len(rows),
            origin=Census.COUNTED,
            source=f"Counted from the {self.held_return}",
            edition=latest + 1,
            version=current.version + 1 if current else 1,
            corrected_because=f"Counted again from the {self.held_return}" if current else "",
            rows_digest=_digest(rows),
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


def _same(current, counts):
    index = {(count.breakdown, count.member): count.children for count in current.counts.all()}
    return index == {
        (breakdown, member): children
        for breakdown, members in counts.items()
        for member, children in members.items()
    }


def _digest(rows):
    # Keyed, so that nobody without the key can try a list of children against it.
    text = "\n".join(sorted("\t".join(map(str, row)) for row in rows))
    return hmac.digest(settings.DIGEST_KEY.encode(), text.encode(), "sha256").hex()
