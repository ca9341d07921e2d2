"""Storing a return that was read: its rows, the censuses counted from it, what is strange in it;
inside the operation that reads it, and to see what reading it would do.
"""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date

from django.db import IntegrityError, transaction

from assurance.accounts.models.accounts import Council
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.definitions import CensusDay, Code
from assurance.looked_after.models.returns import Return
from assurance.looked_after.operations.counted_rows import StagedEpisodes
from assurance.looked_after.operations.counts import CensusCounter
from assurance.looked_after.operations.staging import StagedRows
from assurance.looked_after.operations.withdrawal import ReplacedRows
from assurance.looked_after.rules import days
from assurance.looked_after.rules.notices import codes_of, notices
from assurance.looked_after.rules.returns import Notice, WholeReturn, cover_of
from assurance.looked_after.rules.validation import faults_summary, validate
from assurance.records.refusals import Refused
from assurance.tables.collector import without_pauses

READ_ALREADY = "These files have been read already: nothing has changed."


class ReturnStorage:
    """A whole return that can be read, stored for `council`; lives inside one transaction.

    `held_return` is its row then, `counted` the censuses made, `uncounted` a `Notice` per day that
    got none or whose census was replaced; `staged` its rows, where they are ready. Raises `Refused`
    where the same files were read before.
    """

    def __init__(
        self,
        council: Council,
        whole: WholeReturn,
        as_at: Collection[date],
        covers_to: date | None,
        on: date,
        staged: StagedRows | None = None,
    ):
        self.whole, self.cover = whole, cover_of(whole.episodes, covers_to, on)
        with without_pauses():
            staged = staged or StagedRows(whole, council, self.cover.last)
            self.held_return = _keep_once(council, whole, self.cover, on)
            staged.merge(self.held_return)
            self.counter = CensusCounter(self.held_return, on, episodes=StagedEpisodes(staged))
            query = sorted({*_usual_days(council, self.cover), *as_at})
            self.counted, self.uncounted = self.counter.count_all(query)
        ReplacedRows.save(self.held_return, staged.replaced, self.counter.made_cohort)

    def look_over(self):
        """Keeps with the return what is strange in it and which rules its rows break."""
        _look_over(self.held_return, self.whole, self.cover, self.uncounted)

    def take_offers(self):
        """Puts every count that it offers in force, to see what that would change."""
        for offer in self.held_return.offers.all():
            self.counter.keep(
                offer,
                Census.objects.in_force().filter(cohort=offer.cohort_id, date=offer.date).first(),
            )


def _keep_once(council, whole, cover, on):
    held_return = Return(
        council=council,
        created_on=on,
        year_end=cover.year_end,
        covers_from=cover.first,
        covers_to=cover.last,
        fingerprint=whole.fingerprint,
        files=[_file(file) for file in whole.needed],
    )
    try:
        # A savepoint, so that the transaction around it can still end in a sentence.
        with transaction.atomic():
            held_return.save()
    except IntegrityError as error:
        raise Refused(READ_ALREADY) from error
    return held_return


def _look_over(held_return, whole, cover, uncounted):
    lists = Code.objects.years()
    of_year = {name: codes_of(cover.year_end.year - 1, codes) for name, codes in lists.items()}
    with without_pauses():
        entries = [*notices(whole, cover, lists), *_left_out(whole), *uncounted]
        result = validate(whole, cover, of_year, lists)
    held_return.notices = [asdict(notice) for notice in entries]
    held_return.validated = faults_summary(result)
    held_return.save(update_fields=["notices", "validated"])


def _usual_days(council, cover):
    own = [(census_day.month, census_day.day) for census_day in CensusDay.objects.of(council)]
    months = days.month_ends(cover.first, cover.last)
    return [*months, *days.own_days(own, cover.first, cover.last)]


def _file(file):
    fields = {name: getattr(file, name) for name in ("name", "kind", "sha256")}
    return {**fields, "rows": len(file.rows), "columns_not_read": [*file.dropped, *file.unknown]}


def _left_out(whole):
    if whole.faults:
        where = ", ".join(f"{fault.file} line {fault.line}" for fault in whole.faults[:5])
        sentence = f"Rows refused and not counted: {len(whole.faults):,} ({where})."
        yield Notice("refused", len(whole.faults), sentence)
