"""Importing a statutory return, counting censuses from it, and taking its rows away in time."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date, timedelta

from django.db import IntegrityError, transaction

from assurance.accounts.models.accounts import Council
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.definitions import CensusDay, Code
from assurance.looked_after.models.replaced import why_not_take_back
from assurance.looked_after.models.returns import Child, Episode, Return
from assurance.looked_after.operations.counts import CensusCounter
from assurance.looked_after.operations.restoration import ReturnRestoration
from assurance.looked_after.operations.staging import StagedRows
from assurance.looked_after.operations.withdrawal import ReplacedRows, ReturnWithdrawal
from assurance.looked_after.rules import days, positions
from assurance.looked_after.rules.notices import codes_of, notices
from assurance.looked_after.rules.returns import (
    Notice,
    WholeReturn,
    cover_of,
    why_not_cover,
    why_not_read,
)
from assurance.looked_after.rules.validation import faults_summary, validate
from assurance.records import history, writes
from assurance.records import record as records
from assurance.records.refusals import Refused, refuse_if
from assurance.runtime.periods import say_day
from assurance.tables.collector import without_pauses

# Child-level rows are kept no longer than a year (domain 9, retention).
ROWS_KEPT = timedelta(days=365)
READ_ALREADY = "These files have been read already: nothing has changed."


@transaction.atomic
def read_return(
    *,
    council: Council,
    whole: WholeReturn,
    as_at: Collection[date] = (),
    covers_to: date | None = None,
    leave_out_refused: bool = False,
    by,
    on: date,
) -> Return:
    """Keeps a return's rows under keyed digests and counts a census for every month-end that it
    covers, the council's own census days and the days `as_at`.

    `covers_to` is the last day it speaks of where that is not to be inferred. A day outside the
    cover gets a notice and no census. Raises `Refused` where a row cannot be right (unless left
    out), a file is missing, or the same files were read before.
    """
    refuse_if(why_not_read(whole, leave_out_refused))
    refuse_if(why_not_cover(covers_to, whole.episodes), "covers_to")
    cover = cover_of(whole.episodes, covers_to)
    held_return = _keep_once(council, whole, cover, on)
    with without_pauses():
        staged = StagedRows(whole, council)
        merged = staged.merge(held_return)
    counter = CensusCounter(held_return, on)
    counted, uncounted = counter.count_all(sorted({*_usual_days(council, cover), *as_at}))
    ReplacedRows.save(held_return, staged.replaced, counter.made_cohort)
    _look_over(held_return, whole, cover, uncounted)
    fields = {
        "year_end": cover.year_end,
        "files": ", ".join(file["name"] for file in held_return.files),
        "censuses": ", ".join(say_day(census.date) for census in counted),
        **{f"rows_{how}": number for how, number in merged.items()},
    }
    changes = history.impersonal_changes(fields)
    history.record("looked_after.read_return", about=held_return, by=by, on=on, changes=changes)
    return held_return


@transaction.atomic
def count_census(*, held_return: Return, day: date, by, on: date) -> Census:
    """Counts the census of one more day from a held return; the one that stood is replaced. Raises
    `Refused` where the return does not speak of the day or rows of it have gone, an entered census
    stands, or the count would be the same."""
    is_short = Return.objects.gone_with_rows_of(held_return).exists()
    refuse_if(positions.why_not_count(held_return, day, is_short), "day")
    counted, values = CensusCounter(held_return, on).count_all([day])
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
def remove_rows(*, record: Return, version: int, by, on: date) -> Return:
    """Deletes the child-level rows that no newer return carries; every census stays. Raises
    `EditConflict` where somebody saved the return meanwhile, `Refused` where the rows have gone."""
    held_return = records.lock(record, version)
    if held_return.rows_removed_on:
        refuse_if("The rows of this return have been removed already.")
    episodes, _ = Episode.objects.filter(held_return=held_return).delete()
    children, _ = Child.objects.of(held_return.council).filter(episodes__isnull=True).delete()
    ReplacedRows.forget(held_return)
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
    `EditConflict` where somebody saved it meanwhile, `Refused` without a reason."""
    held_return = records.lock(record, version)
    refuse_if(records.why_not_withdraw(held_return, because), "because")
    values = writes.mark_withdrawn(held_return, because=because, by=by, on=on)
    counted = held_return.censuses.active().in_date_order()
    in_force = list(counted.in_force())
    fields = {"censuses_withdrawn": ", ".join(say_day(item.date) for item in counted)}
    counted.update(withdrawn_on=on, withdrawn_by=by, withdrawn_because=because)
    restoring = ReturnRestoration(held_return, on)
    restored = restoring.censuses(in_force)
    restoring.marks()
    ReplacedRows.forget(held_return)
    fields["censuses_restored"] = ", ".join(say_day(item.date) for item in restored)
    more = history.impersonal_changes({name: value for name, value in fields.items() if value})
    history.record(
        "looked_after.withdraw_return", about=held_return, by=by, on=on, changes=(*values, *more)
    )
    return held_return


@transaction.atomic
def take_back(*, record: Return, by, on: date) -> Return:
    """Removes a return that was read from files which are undone, and puts every row and census
    back exactly as it was before; raises `Refused` where something stands on it."""
    refuse_if(why_not_take_back(record))
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


def _keep_once(council, whole, cover, on):
    held_return = Return(
        council=council,
        created_on=on,
        year_end=cover.year_end,
        covers_from=cover.first,
        covers_to=cover.last,
        fingerprint=whole.fingerprint,
        files=[_file(file) for file in whole.needed],
        keep_rows_until=on + ROWS_KEPT,
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
