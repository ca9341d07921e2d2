"""Stored counts held against the rows of the returns that tell of their days."""

from datetime import date
from functools import cache

from django.db import transaction

from assurance.accounts.models.accounts import Council
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.offers import EVERY, CountOffer, differences
from assurance.looked_after.models.positions import ReturnsByDay
from assurance.looked_after.models.queries import each_found_in
from assurance.looked_after.operations.counts import CensusCounter
from assurance.records import history
from assurance.records.refusals import refuse_if
from assurance.runtime.periods import say_day

ALL_RIGHT = "No stored count differs from its return."


class Recounts:
    """The day of every counted census in force, counted again; nothing is saved.

    `wrong` is (census, the count that its day's return makes) where they differ, `without_rows` the
    censuses of days whose own rows have gone, which nobody can count again.
    """

    def __init__(self, council: Council, on: date):
        self.council, self.wrong, self.without_rows = council, [], []
        self._counter = cache(lambda held_return: CensusCounter(held_return, on))
        self._returns = ReturnsByDay(council)
        rows = Census.objects.counting(council, None).in_force().filter(origin=Census.COUNTED)
        self._saved = each_found_in(rows, *EVERY)
        for census in rows.order_by("date"):
            self._count(census)

    def _count(self, census):
        current = self._returns.telling_of(census.date)
        # A later return only lends a day whose own return has no rows any more.
        is_lent = current is not None and not current.owns(census.date)
        if current is None or (is_lent and self._returns.is_owned(census.date)):
            self.without_rows.append(census)
            return
        offer = self._counter(current).counted(census.date)
        if differences(self._saved[census.pk], offer.as_counts(), self.council):
            self.wrong.append((census, offer))


@transaction.atomic
def offer_recounts(*, council: Council, by, on: date) -> list[CountOffer]:
    """Offers, beside each stored count that its day's return counts otherwise, the other one; none
    is put in force. Raises `Refused` where none differs."""
    made = [
        CountOffer.objects.update_or_create(
            held_return=offer.held_return,
            cohort=offer.cohort,
            date=offer.date,
            defaults={
                "total": offer.total,
                "counts": offer.counts,
                "rows_digest": offer.rows_digest,
                "taken_on": None,
            },
        )[0]
        for _census, offer in Recounts(council, on).wrong
    ]
    refuse_if(None if made else ALL_RIGHT)
    fields = {"censuses": ", ".join(say_day(offer.date) for offer in made)}
    changes = history.impersonal_changes(fields)
    history.record(
        "looked_after.offer_recounts", about=made[0].cohort, by=by, on=on, changes=changes
    )
    return made
