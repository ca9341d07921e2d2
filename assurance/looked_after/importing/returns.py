"""The files of an SSDA903 return as a kind that is imported whole: header, episodes and the file
of unaccompanied asylum-seeking children, whatever file format they are in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Bundle, DryRun, Part, Refusal
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.definitions import Code
from assurance.looked_after.models.replaced import why_not_take_back
from assurance.looked_after.models.returns import Return
from assurance.looked_after.operations import returns
from assurance.looked_after.operations.staging import StagedRows
from assurance.looked_after.operations.storage import ReturnStorage
from assurance.looked_after.rules import counts as counting
from assurance.looked_after.rules import return_files
from assurance.looked_after.rules.notices import notices
from assurance.looked_after.rules.returns import cover_of, put_together, why_not_cover, why_not_read
from assurance.records.refusals import refuse_if
from assurance.records.withdrawals.quoted_changes import before_change
from assurance.runtime.databases.trial import trial
from assurance.runtime.periods import say_day, today
from assurance.runtime.typography import with_capital
from assurance.tables.table import Table

# Notices of days that were counted before and that these files count otherwise.
OF_KEPT_COUNTS = ("census_kept", "census_replaced")


def part_of(table: Table) -> str:
    """Which file of the return a table is, needed or not; an empty text where it is none."""
    return return_files.part_of(table.headings)


def needs(table: Table) -> bool:
    """Whether censuses need the rows of a file of the return."""
    return part_of(table) in {part.key for part in SSDA903.parts}


def check(
    *,
    council: Council,
    tables: Sequence[Table],
    as_at: Sequence[date] = (),
    covers_to: date | None = None,
    on: date,
) -> DryRun:
    """What bringing the return in would do; the year is inferred, and shown to be confirmed."""
    whole = put_together([return_files.read_table(table) for table in tables], today())
    left_out = tuple(_left_out(whole))
    refused = tuple(map(_refusal, whole.faults))
    if sentence := why_not_read(whole, leave_out_refused=True):
        return DryRun(refused=refused, sentences=left_out, why_not=sentence)
    record = Return.objects.read_from(council, whole.fingerprint).first()
    if record:
        return DryRun(
            same=_rows(whole), refused=refused, sentences=(*_already(record, as_at), *left_out)
        )
    if sentence := why_not_cover(covers_to, whole.episodes, on):
        return DryRun(refused=refused, sentences=left_out, why_not=sentence)
    cover = cover_of(whole.episodes, covers_to, on)
    outcome = _outcome(council, whole, cover, as_at, covers_to, on)
    values = notices(whole, cover, Code.objects.years())
    return DryRun(
        **_counts(outcome.counts),
        refused=refused,
        facts=tuple(_facts(whole, cover, as_at)),
        sentences=(*outcome.sentences, *left_out, *(notice.sentence for notice in values)),
    )


def write(
    *,
    council: Council,
    tables: Sequence[Table],
    as_at: Sequence[date] = (),
    covers_to: date | None = None,
    by,
    on: date,
) -> tuple[Return, DryRun]:
    """Reads the return without its refused rows, and gives it with what that added and changed;
    raises `Refused` as `read_return` does."""
    whole = put_together([return_files.read_table(table) for table in tables], today())
    refuse_if(why_not_read(whole, leave_out_refused=True))
    refuse_if(why_not_cover(covers_to, whole.episodes, on), "covers_to")
    staged = StagedRows(whole, council, cover_of(whole.episodes, covers_to, on).last)
    counts = _counts(staged.compare())
    record = returns.read_return(
        council=council,
        whole=whole,
        as_at=as_at,
        covers_to=covers_to,
        leave_out_refused=True,
        staged=staged,
        by=by,
        on=on,
    )
    return record, DryRun(**counts, refused=tuple(map(_refusal, whole.faults)))


def _counts(compared):
    added, changed, staged = compared
    return {"added": added, "changed": changed, "same": staged - added - changed}


def undo(*, record: Return, by, on: date) -> Return:
    """Takes the return back: every row and census is as it was before."""
    return returns.take_back(record=record, by=by, on=on)


def _refusal(fault):
    wrong = fault.wrong if not fault.wrong.startswith(("is ", "has ")) else f"it {fault.wrong}"
    return Refusal(fault.file, fault.line, fault.column, _sentence(wrong), _sentence(fault.right))


def _sentence(text):
    return f"{with_capital(text)}." if text else ""


@dataclass(frozen=True)
class _Outcome:
    """What reading a return would do: rows added, changed and staged, and what it says of days that
    were counted before and of issued figures."""

    counts: tuple[int, int, int]
    sentences: tuple[str, ...]


def _outcome(council, whole, cover, as_at, covers_to, on):
    staged = StagedRows(whole, council, cover.last)
    values = staged.compare()
    if not _counted_before(council, cover):
        return _Outcome(values, ())
    with trial():
        issued = before_change(council)
        storage = ReturnStorage(council, whole, as_at, covers_to, on, staged)
        sentences = [item.sentence for item in storage.uncounted if item.kind in OF_KEPT_COUNTS]
        storage.take_offers()
        sentences += [
            _sentence_of_issued(change) for change in issued() if change.before != change.after
        ]
    return _Outcome(values, tuple(sentences))


def _counted_before(council, cover):
    censuses = Census.objects.of(council).in_force()
    return censuses.filter(date__range=(cover.first, cover.last)).exists()


def _sentence_of_issued(change):
    return (
        f"“{change.edition}”, published on {say_day(change.issued_on)}, quotes "
        f"{change.title}: {change.before}. With the new count it would be {change.after}. "
        "The published report stays."
    )


def _already(current, as_at):
    yield f"These files were imported already on {say_day(current.created_on)}."
    counted = {census.date for census in current.censuses.in_force()}
    if queries := [say_day(day) for day in sorted({*as_at} - counted)]:
        yield (
            f"Not counted from them yet: {', '.join(queries)}. Open the return among the children "
            "looked after and choose “Count other dates”."
        )


def _facts(whole, cover, as_at):
    yield "Year", f"to {say_day(cover.year_end)}"
    yield "Shows who was looked after", f"{say_day(cover.first)} to {say_day(cover.last)}"
    for day in sorted({cover.first, cover.last, *as_at}):
        if cover.first <= day <= cover.last:
            counted = {
                episode.child for episode in whole.episodes if counting.counted_on(episode, day)
            }
            yield f"Children looked after on {say_day(day)}", f"{len(counted):,}"
        else:
            yield f"Children looked after on {say_day(day)}", "not returned"


def _left_out(whole):
    for file in whole.files:
        if file.kind and not file.needed:
            yield f"{file.name} is the {file.kind} file: it is not needed and is left out."
        elif file.dropped:
            yield f"Columns of {file.name} that are left out unread: {', '.join(file.dropped)}."


def _rows(whole):
    with_episodes = {row.child for row in whole.episodes}
    return len(whole.episodes) + len(with_episodes)


def _part(key, title, headings, example):
    return Part(key, title, tuple(headings.split(",")), tuple(example.split(",")))


SSDA903 = Bundle(
    key="ssda903",
    title="SSDA903 return",
    about=(
        "The header, episodes and UASC files of the yearly return of looked-after children, as "
        "the case system exports them. Names, pupil numbers and postcodes are never read; other "
        "files of the return are left out. Without a UASC file, how many children are "
        "unaccompanied is not recorded."
    ),
    permission=Permission.RECORD_LOOKED_AFTER,
    parts=(
        _part("header", "Header", "CHILD,SEX,DOB,ETHNIC", "A0001,1,05/05/2010,WBRI"),
        _part(
            "episodes",
            "Episodes",
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE",
            "A0001,01/06/2017,S,C2,N1,U4,PR4,20/03/2018,X1,CARPL",
        ),
        _part("uasc", "Unaccompanied asylum-seeking children", "CHILD,DUC", "A0001,05/05/2028"),
    ),
    part_of=part_of,
    check=check,
    write=write,
    undo=undo,
    why_not_undo=why_not_take_back,
    needs=needs,
    why_not_given_back="The rows of a return are kept without the children’s references, so they "
    "cannot be given back: keep the return itself. Its counts can be had from their list.",
)
