"""The files of an SSDA903 return as a kind that is brought in whole: header, episodes and the file
of unaccompanied asylum-seeking children, whatever file format they are in.
"""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from assurance.access import Permission
from assurance.accounts.models import Council
from assurance.imports.declaration import Bundle, Checked, Part, Refusal
from assurance.looked_after.models.definitions import Code
from assurance.looked_after.models.returns import Return
from assurance.looked_after.operations import returns
from assurance.looked_after.operations.staging import StagedRows
from assurance.looked_after.rules import counting, return_files
from assurance.looked_after.rules.days import say
from assurance.looked_after.rules.notices import notices
from assurance.looked_after.rules.returns import cover_of, put_together, why_not_read
from assurance.sheets.table import Table

UNDONE = "The files that it was read from were taken back."
STANDS_ON_IT = (
    "A newer return was read after this one and took rows of it over: undo that one first."
)
ROWS_GONE = "The rows of this return were removed, so it cannot be taken back: withdraw it instead."


def part_of(table: Table) -> str:
    """Which file of the return a table is, needed or not; an empty text where it is none."""
    return return_files.part_of(table.headings)


def needs(table: Table) -> bool:
    """Whether censuses need the rows of a file of the return."""
    return part_of(table) in {part.key for part in SSDA903.parts}


def check(*, council: Council, tables: Sequence[Table], as_at: Sequence[date], on: date) -> Checked:
    """What bringing the return in would do; the year is inferred, and shown to be confirmed."""
    whole = put_together([return_files.read_table(table) for table in tables])
    left_out = tuple(_left_out(whole))
    refused = tuple(map(_refusal, whole.faults))
    if sentence := why_not_read(whole, leave_out_refused=True):
        return Checked(refused=refused, sentences=left_out, why_not=sentence)
    held = Return.objects.read_from(council, whole.fingerprint).first()
    if held:
        already = f"These files were brought in already on {say(held.created_on)}."
        return Checked(same=_rows(whole), refused=refused, sentences=(already, *left_out))
    cover = cover_of(whole.episodes)
    added, changed, staged = _compared(whole, council)
    told = notices(whole, cover, _code_years())
    return Checked(
        added=added,
        changed=changed,
        same=staged - added - changed,
        refused=refused,
        facts=tuple(_facts(whole, cover, as_at)),
        sentences=(*left_out, *(notice.sentence for notice in told)),
    )


def bring_in(
    *, council: Council, tables: Sequence[Table], as_at: Sequence[date], by, on: date
) -> Return:
    """Reads the return without its refused rows; raises `Refused` as `read_return` does."""
    whole = put_together([return_files.read_table(table) for table in tables])
    return returns.read_return(
        council=council, whole=whole, as_at=as_at, leave_out_refused=True, by=by, on=on
    )


def undo(*, record: Return, by, on: date) -> Return:
    """Withdraws the return, with what it counted; what it had replaced stands again.

    Its rows go too, unless another return stands: they may be all that is left of a row that both
    carried.
    """
    held = returns.withdraw_return(record=record, seen=record.version, because=UNDONE, by=by, on=on)
    others = Return.objects.of(record.council).standing().filter(rows_removed_on__isnull=True)
    if others.exists():
        return held
    return returns.remove_rows(record=held, seen=held.version, by=by, on=on)


def why_not_undo(record: Return) -> str | None:
    """The sentence that refuses to take a return back, or None."""
    if record.is_withdrawn:
        return "This return has been withdrawn already."
    if record.rows_removed_on:
        return ROWS_GONE
    newer = Return.objects.of(record.council).standing().filter(
        pk__gt=record.pk, covers_to__gte=record.covers_to
    )  # fmt: skip
    return STANDS_ON_IT if newer.exists() else None


def _refusal(fault):
    wrong = fault.wrong if not fault.wrong.startswith(("is ", "has ")) else f"it {fault.wrong}"
    return Refusal(fault.file, fault.line, fault.column, _sentence(wrong), _sentence(fault.right))


def _sentence(words):
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _compared(whole, council):
    with transaction.atomic():
        told = StagedRows(whole, council).compare()
        # The tables that it was staged in go with everything else of the check.
        transaction.set_rollback(True)
    return told


def _facts(whole, cover, as_at):
    yield "Year", f"to {say(cover.year_end)}"
    yield "Says who was looked after", f"{say(cover.first)} to {say(cover.last)}"
    for day in sorted({cover.first, cover.last, *as_at}):
        if cover.first <= day <= cover.last:
            counted = {one.child for one in whole.episodes if counting.counted_on(one, day)}
            yield f"Children looked after on {say(day)}", f"{len(counted):,}"
        else:
            yield f"Children looked after on {say(day)}", "not returned"


def _left_out(whole):
    for file in whole.files:
        if file.kind and not file.needed:
            yield f"{file.name} is the {file.kind} file: it is not needed and is left out."
        elif file.dropped:
            yield f"Columns of {file.name} that are left out unread: {', '.join(file.dropped)}."


def _rows(whole):
    with_episodes = {row.child for row in whole.episodes}
    return len(whole.episodes) + len(with_episodes)


def _code_years():
    lists = {}
    for code in Code.objects.all():
        years = lists.setdefault(code.list, {}).setdefault(code.code, [])
        years.append((code.from_year, code.to_year))
    return lists


def _part(key, title, headings, example):
    return Part(key, title, tuple(headings.split(",")), tuple(example.split(",")))


SSDA903 = Bundle(
    key="ssda903",
    title="SSDA903 return",
    about=(
        "The header, episodes and UASC files of the yearly return of looked-after children, as "
        "the case system exports them. Names, pupil numbers and postcodes are never read; other "
        "files of the return are left out."
    ),
    permission=Permission.RECORD_LOOKED_AFTER,
    parts=(
        _part("header", "Header", "CHILD,SEX,DOB,ETHNIC", "A0001,1,05/05/2010,WBRI"),
        _part(
            "episodes",
            "Episodes",
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE",
            "A0001,01/06/2017,S,C2,N1,U4,PR4,31/08/2017,X1,CARPL",
        ),
        _part("uasc", "Unaccompanied asylum-seeking children", "CHILD,DUC", "A0001,05/05/2028"),
    ),
    part_of=part_of,
    check=check,
    bring_in=bring_in,
    undo=undo,
    why_not_undo=why_not_undo,
    needs=needs,
)
