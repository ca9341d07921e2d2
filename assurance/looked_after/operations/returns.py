"""Importing a statutory return, counting censuses from it, and taking its rows away in time."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from assurance.accounts.models.accounts import Council
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.offers import CountOffer
from assurance.looked_after.models.replaced import why_not_take_back
from assurance.looked_after.models.returns import Child, Episode, Return
from assurance.looked_after.models.withdrawn import WithdrawnReturn, why_not_reinstate
from assurance.looked_after.operations.counts import CensusCounter
from assurance.looked_after.operations.reinstatement import (
    ReturnReinstatement,
    StateBefore,
)
from assurance.looked_after.operations.restoration import ReturnRestoration
from assurance.looked_after.operations.staging import StagedRows
from assurance.looked_after.operations.storage import ReturnStorage
from assurance.looked_after.operations.withdrawal import ReplacedRows, ReturnWithdrawal
from assurance.looked_after.rules import positions
from assurance.looked_after.rules.returns import WholeReturn, why_not_cover, why_not_read
from assurance.records import history, writes
from assurance.records import record as records
from assurance.records.personal import Personal
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from assurance.records.withdrawals import undo
from assurance.records.withdrawals.holds import why_held
from assurance.records.withdrawals.quoted_changes import before_change
from assurance.runtime.databases.statistics import count_again
from assurance.runtime.periods import say_day

NOT_OFFERED = "This count is not offered any more: it was taken, or its return was withdrawn."


@transaction.atomic
def read_return(
    *,
    council: Council,
    whole: WholeReturn,
    as_at: Collection[date] = (),
    covers_to: date | None = None,
    leave_out_refused: bool = False,
    staged: StagedRows | None = None,
    by,
    on: date,
) -> Return:
    """Keeps a return's rows under keyed digests and counts a census for every month-end that it
    covers, the council's own census days and the days `as_at`. A census that stands is left, and a
    count that differs from it offered beside it (see `CensusCounter`).

    `covers_to` is the last day it speaks of where that is not to be inferred, `staged` its rows
    where they are ready. A day outside the
    cover gets a notice and no census. Raises `Refused` where a row cannot be right (unless left
    out), a file is missing, or the same files were read before.
    """
    refuse_if(why_not_read(whole, leave_out_refused))
    refuse_if(why_not_cover(covers_to, whole.episodes, on), "covers_to")
    storage = ReturnStorage(council, whole, as_at, covers_to, on, staged)
    storage.look_over()
    held_return = storage.held_return
    fields = {
        "year_end": held_return.year_end,
        "files": ", ".join(file["name"] for file in held_return.files),
        "censuses": _days(storage.counted),
        "rows": len(whole.episodes),
    }
    changes = history.impersonal_changes(fields)
    count_again()
    history.record("looked_after.read_return", about=held_return, by=by, on=on, changes=changes)
    return held_return


@transaction.atomic
def count_census(*, held_return: Return, day: date, by, on: date) -> Census:
    """Counts the census of one more day from a held return; the one that stood is replaced. Raises
    `Refused` where the return does not speak of the day or rows of it have gone, an entered census
    stands, or the count would be the same."""
    refuse_if(positions.why_not_count(held_return, day), "day")
    counted, values = CensusCounter(held_return, on, is_asked=True).count_all([day])
    if not counted:
        refuse_if(values[0].sentence, "day")
    fields = {"date": day, "total": counted[0].total, "held_return": held_return.history_name}
    history.record(
        "looked_after.count_census",
        about=counted[0],
        by=by,
        on=on,
        changes=history.impersonal_changes(fields),
    )
    return counted[0]


@transaction.atomic
def count_days(
    *, held_return: Return, days: Collection[date], by, on: date
) -> tuple[list[Census], list[str]]:
    """Counts the censuses of several days from a held return: those made, and a sentence for each
    day that got none. Raises `Refused` where the return does not speak of a day or its rows have
    gone, and where no day got a census."""
    days = sorted(set(days))
    for day in days:
        refuse_if(positions.why_not_count(held_return, day), "day")
    counted, notices = CensusCounter(held_return, on, is_asked=True).count_all(days)
    sentences = [notice.sentence for notice in notices]
    if not counted:
        refuse_if(" ".join(sentences), "day")
    changes = history.impersonal_changes({"censuses": _days(counted)})
    history.record("looked_after.count_days", about=held_return, by=by, on=on, changes=changes)
    return counted, sentences


@transaction.atomic
def remove_rows(*, record: Return, version: int, by, on: date) -> Return:
    """Deletes the child-level rows of the return; every census stays. Raises
    `EditConflict` where somebody saved the return meanwhile, `Refused` where the rows have gone or
    a child is on legal hold."""
    held_return = records.lock(record, version)
    if held_return.rows_removed_on:
        refuse_if("The rows of this return have been removed already.")
    refuse_if(why_held(held_return, on))
    episodes, _ = Episode.objects.filter(held_return=held_return).delete()
    children, _ = Child.objects.of(held_return.council).filter(episodes__isnull=True).delete()
    ReplacedRows.forget(held_return)
    StateBefore.forget(held_return)
    values = writes.update(held_return, {"rows_removed_on": on})
    more = history.impersonal_changes({"episodes_removed": episodes, "children_removed": children})
    history.record(
        "looked_after.remove_rows", about=held_return, by=by, on=on, changes=(*values, *more)
    )
    return held_return


@transaction.atomic
def withdraw_return(*, record: Return, version: int, because: str, by, on: date) -> Return:
    """Withdraws a return that should not have been read, with every census counted from it; a
    census that it had replaced stands again as a new edition, and its UASC marks go. Raises
    `EditConflict` where somebody saved it meanwhile, `Refused` without a reason or where a child is
    on legal hold."""
    held_return = records.lock(record, version)
    refuse_if(records.why_not_withdraw(held_return, because), "because")
    refuse_if(why_held(held_return, on))
    before = StateBefore(held_return)
    values = writes.mark_withdrawn(held_return, because=because, by=by, on=on)
    counted = held_return.censuses.active().in_date_order()
    in_force = list(counted.in_force())
    fields = {"censuses_withdrawn": _days(counted)}
    counted.update(withdrawn_on=on, withdrawn_by=by, withdrawn_because=because)
    restoring = ReturnRestoration(held_return, on)
    restored = restoring.censuses(in_force)
    restoring.marks()
    before.save(restored)
    fields["censuses_restored"] = _days(restored)
    more = history.impersonal_changes({name: value for name, value in fields.items() if value})
    history.record(
        "looked_after.withdraw_return", about=held_return, by=by, on=on, changes=(*values, *more)
    )
    return held_return


@transaction.atomic
def undo_withdrawal(*, record: Return, version: int, at: datetime, by, on: date) -> Return:
    """Puts a withdrawn return back with its censuses, children and what returns replaced, as they
    stood; `at` is the moment now. Refuses anybody but who withdrew it, after a day, once its rows
    have gone, once something took its place, and once a report was frozen that it would change.
    Raises `EditConflict` where somebody saved it meanwhile."""
    held_return = records.lock(record, version)
    since = undo.withdrawn_at(held_return) if held_return.is_withdrawn else None
    refuse_if(undo.why_not_undo(held_return, since, at, by))
    reinstatement = ReturnReinstatement(held_return)
    refuse_if(why_not_reinstate(held_return, reinstatement.state))
    frozen_since = before_change(held_return.council, since)
    values = writes.unmark_withdrawn(held_return)
    censuses, gone = reinstatement.put_back()
    refuse_if(undo.why_not_quoted(held_return, frozen_since()))
    fields = {"censuses_restored": _days(censuses), "censuses_removed": _days(gone)}
    more = history.impersonal_changes({name: value for name, value in fields.items() if value})
    history.record(
        "looked_after.undo_withdrawal", about=held_return, by=by, on=on, changes=(*values, *more)
    )
    return held_return


@transaction.atomic
def forget_withdrawn(*, record: WithdrawnReturn, by, on: date) -> Return:
    """Forgets what stood before a return was withdrawn, once nobody can undo that any more."""
    held_return = record.held_return
    fields = {"censuses_no_longer_restorable": StateBefore.forget(held_return)}
    changes = history.impersonal_changes(fields)
    history.record(
        "looked_after.forget_withdrawn", about=held_return, by=by, on=on, changes=changes
    )
    return held_return


@transaction.atomic
def take_back(*, record: Return, by, on: date) -> Return:
    """Removes a return that was read from files which are undone, and puts every row and census
    back exactly as it was before; raises `Refused` where something stands on it."""
    refuse_if(why_not_take_back(record))
    refuse_if(why_held(record, on))
    gone = ReturnWithdrawal(record).put_back()
    fields = {f"{what}_removed": number for what, number in gone.items()}
    history.record(
        "looked_after.take_back",
        about=record,
        by=by,
        on=on,
        changes=history.impersonal_changes(fields),
    )
    return record


@transaction.atomic
def take_offer(*, record: CountOffer, by, on: date) -> Census:
    """Puts a count that a return offers in force as the next edition of its day; what began and
    ended in the month, of which the return says nothing, stays as it was. Raises `Refused` where
    it was taken or its return is withdrawn."""
    before, census = _take(record, on)
    totals = ({"total": before.total} if before else {}, {"total": census.total})
    changes = history.changes(*totals, {"total": Personal.NONE})
    history.record("looked_after.take_offer", about=census, by=by, on=on, changes=changes)
    return census


@transaction.atomic
def take_offers(*, record: Return, by, on: date) -> list[Census]:
    """Puts every count that a return still offers in force, each as `take_offer` does. Raises
    `Refused` where it offers none."""
    offers = list(record.offers.open())
    refuse_if(None if offers else NOT_OFFERED)
    made = [_take(offer, on)[1] for offer in offers]
    fields = {"censuses": _days(made)}
    history.record(
        "looked_after.take_offers",
        about=record,
        by=by,
        on=on,
        changes=history.impersonal_changes(fields),
    )
    return made


def _days(censuses):
    return ", ".join(say_day(census.date) for census in censuses)


def _take(record, on):
    """(The census before, or None, and the one made) of an offer that is taken."""
    offer = locked(CountOffer, record.pk)
    refuse_if(None if CountOffer.objects.open().filter(pk=offer.pk).exists() else NOT_OFFERED)
    same_day = Census.objects.in_force().filter(cohort=offer.cohort, date=offer.date)
    before = same_day.select_for_update(of=("self",)).first()
    census = CensusCounter(offer.held_return, on, is_asked=True).keep(offer, before)
    CountOffer.objects.filter(pk=offer.pk).update(taken_on=on)
    return before, census
