"""A whole return: its files put together, what refuses it, what is strange in it (domain 3.7 and
3.8; the judgements are the product's own).

A row is refused only for what cannot be true: an unreadable date, an end before the start, a start
before birth, one child and start told twice in two ways. Everything else is a notice, because real
returns hold it and a count that left those rows out would be wrong.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from operator import itemgetter

from assurance.looked_after.rules.counts import whole_years
from assurance.looked_after.rules.days import opening_day, year_end_of
from assurance.looked_after.rules.return_files import Fault, ReadFile
from assurance.looked_after.rules.return_rows import ChildRow, EpisodeRow
from assurance.runtime.periods import say_day
from assurance.tables.collector import without_pauses

# A whole year's return has something in its last weeks.
QUIET = timedelta(days=31)
LINES_TOLD = 5
# Being looked after ends on the eighteenth birthday at the latest.
ADULT = 18
BEFORE_BIRTH = {
    "wrong": "is before the child’s birth in the header file",
    "right": "correct one of the two",
    "column": "DECOM",
    "rule": "before_birth",
}
TO_COME = {
    "wrong": "is still to come",
    "right": "check the year, for a return is about the past",
    "rule": "to_come",
}
# What a row of each file may say once, and the words for it.
KEYS = {
    "header": (itemgetter(1), "child"),
    "episodes": (itemgetter(1, 2), "child and start"),
    "uasc": (itemgetter(1), "child"),
}


@dataclass(frozen=True)
class Notice:
    """Something strange that refuses nothing: its kind, how many rows or children, a sentence, and
    the ISO day of the count that it is about, if it is about one."""

    kind: str
    count: int
    sentence: str
    day: str = ""


@dataclass(frozen=True)
class WholeReturn:
    """A return put together. `children` maps a local reference to its header row; `uasc` maps one
    to its day of ceasing or None. `faults` refuse rows, `refusals` the whole."""

    files: tuple[ReadFile, ...]
    children: dict[str, ChildRow] = field(default_factory=dict)
    episodes: tuple[EpisodeRow, ...] = ()
    uasc: dict[str, date | None] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    refusals: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def needed(self):
        """The files that were read, without those that are not needed."""
        return tuple(file for file in self.files if file.needed)

    @cached_property
    def followed(self):
        """(Row, the same child's next) of every episode that another one follows."""
        in_turn = sorted(self.episodes, key=itemgetter(1, 2, 0))
        return [(before, after) for before, after in pairwise(in_turn) if before[1] == after[1]]

    @cached_property
    def overlapping(self):
        """The episodes that end after the child's next one starts, or not at all."""
        return [
            before
            for before, after in self.followed
            if before.dec is None or before.dec > after.decom
        ]

    @cached_property
    def of_no_days(self):
        """The episodes that end on the day they start."""
        return [row for row in self.episodes if row.dec == row.decom]

    @cached_property
    def after_gaps(self):
        """The episodes that follow an ended one after a gap and do not say that they are a start
        (RNE S)."""
        return [
            after
            for before, after in self.followed
            if before.dec is not None and before.dec < after.decom and after.rne != "S"
        ]

    def of_adults(self, last):
        """The episodes that started at 18 or later, or went on beyond it: an open one up to
        `last`, the end of what the return covers."""
        born = {child: row.dob for child, row in self.children.items()}
        return [
            row
            for row in self.episodes
            if row.child in born and whole_years(born[row.child], _in_care(row, last)) >= ADULT
        ]

    @cached_property
    def half_ended(self):
        """The episodes with a reason ceased but no end, or an end but no reason."""
        return [row for row in self.episodes if (row.dec is None) == bool(row.rec)]

    @cached_property
    def children_with_episodes(self):
        """The local references of the children who have episodes."""
        return {row.child for row in self.episodes}

    @property
    def fingerprint(self):
        """SHA-256, in hexadecimal, of the files that are read, whatever their names and order."""
        return sha256("".join(sorted(file.sha256 for file in self.needed)).encode()).hexdigest()


def _in_care(row, last):
    """The latest date at whose end an episode is open, by a return up to `last`."""
    return row.dec - timedelta(days=1) if row.dec else max(row.decom, last)


@dataclass(frozen=True)
class Cover:
    """The year a return is of and the days of which it says who was looked after."""

    year_end: date
    first: date
    last: date
    shortened: bool = False


def put_together(files, on=None):
    """The `WholeReturn` of read files; days after `on`, where it is given, are refused."""
    with without_pauses():
        return _put_together(files, on or date.max)


def _put_together(files, on):
    read = {file.kind: file for file in files if file.needed}
    once = {kind: _once(read.get(kind), *KEYS[kind]) for kind in KEYS}
    children, episodes, uasc = (once[kind].rows for kind in ("header", "episodes", "uasc"))
    early = {kind: list(_to_come(read.get(kind), on)) for kind in ("header", "episodes")}
    left_out = {kind: {fault.line for fault in some} for kind, some in early.items()}
    children = {child: row for child, row in children.items() if row.line not in left_out["header"]}
    born = {child: row.dob for child, row in children.items()}
    unborn = {row.line for row in episodes.values() if row.decom < born.get(row.child, date.min)}
    faults = [fault for file in files if file.needed for fault in file.faults]
    faults += [fault for value in once.values() for fault in value.faults]
    faults += [Fault(read["episodes"].name, line, **BEFORE_BIRTH) for line in sorted(unborn)]
    faults += [fault for some in early.values() for fault in some]
    unborn |= left_out["episodes"]
    return WholeReturn(
        files=tuple(files),
        children=children,
        episodes=tuple(
            [row for row in episodes.values() if row.line not in unborn]
            if unborn
            else episodes.values()
        ),
        uasc={child: row.duc for child, row in uasc.items()},
        faults=tuple(faults),
        refusals=tuple(_why_not_these_files(files)),
        notices=tuple(value.notice for value in once.values() if value.notice),
    )


def _to_come(file, on):
    for row in file.rows if file else ():
        columns = ("dob",) if file.kind == "header" else ("decom", "dec")
        for name in columns:
            day = getattr(row, name)
            if day is not None and day > on:
                yield Fault(file.name, row.line, column=name.upper(), **TO_COME)


def why_not_read(whole, leave_out_refused):
    """The sentence that refuses a whole return, or None. One row that cannot be true refuses all,
    since a count without it would be short by a child and nobody would see; `leave_out_refused`
    says that somebody has looked and wants it so."""
    if whole.refusals:
        return " ".join(whole.refusals)
    if whole.faults and not leave_out_refused:
        more = len(whole.faults) - 1
        others = f" And {more:,} more." if more else ""
        return (
            f"Nothing was saved. Rows that cannot be right: {more + 1:,}. "
            f"{whole.faults[0]}{others} Correct the files, or ask for those rows to be left out."
        )
    if not whole.episodes:
        return "The episodes file has no row that can be read: nothing can be counted."
    return None


def why_not_cover(covers_to, episodes, on):
    """The sentence that refuses the last day that a return is said to speak of, or None; `on` is
    when it is read."""
    first = min(row.decom for row in episodes)
    if covers_to is not None and covers_to > on:
        return (
            f"The return cannot end on {say_day(covers_to)}, which is still to come: give the last "
            "date that its data covers."
        )
    if covers_to is not None and covers_to < first:
        return f"The return cannot end on {say_day(covers_to)}: its first episode starts later."
    return None


def cover_of(episodes, covers_to=None, on=date.max):
    """The `Cover` of a return's episodes, inferred from the latest start, or up to `covers_to`.
    Where nothing happened in the year's last month, or the year is not over when it is read (`on`),
    the return is an extract made during the year, and its cover ends with the last thing that
    happened."""
    if covers_to:
        year_end = year_end_of(covers_to)
        return Cover(year_end, opening_day(year_end), covers_to)
    year_end = year_end_of(max(row.decom for row in episodes))
    days = [day for row in episodes for day in (row.decom, row.dec) if day and day <= year_end]
    latest = max(days)
    if latest >= year_end - QUIET and year_end <= on:
        return Cover(year_end, opening_day(year_end), year_end)
    return Cover(year_end, opening_day(year_end), latest, shortened=True)


def ended_before(episodes, cover):
    """The rows that ended before the first of April that the year of `cover` starts on."""
    return [row for row in episodes if row.dec is not None and row.dec <= cover.first]


@dataclass(frozen=True)
class _Once:
    """A file's rows by key, those that contradict an earlier one, a notice of repeated ones."""

    rows: dict
    faults: tuple[Fault, ...] = ()
    notice: Notice | None = None


def _once(file, key_of, text):
    rows = file.rows if file else ()
    first, faults, repeated = dict(zip(map(key_of, rows), rows, strict=True)), [], []
    if len(first) == len(rows):
        return _Once(first)
    first = {}
    for row in rows:
        before = first.setdefault(key_of(row), row)
        if before is row:
            continue
        # A row is its line and then what it says.
        if row[1:] == before[1:]:
            repeated.append(row)
        else:
            wrong = f"the same {text} is on line {before.line} with other content"
            faults.append(Fault(file.name, row.line, wrong, "keep one", rule="contradicts"))
    if not repeated:
        return _Once(first, tuple(faults))
    sentence = f"Rows of {file.name} that repeat an earlier one and count once"
    notice = Notice("repeated", len(repeated), with_lines(sentence, repeated))
    return _Once(first, tuple(faults), notice)


def _why_not_these_files(files):
    unreadable = [str(fault) for file in files if not file.needed for fault in file.faults]
    yield from unreadable
    for kind in KEYS:
        named = [file.name for file in files if file.needed and file.kind == kind]
        if len(named) > 1:
            yield f"{' and '.join(named)} are both the {kind} file: give one of them."
        if not named and not unreadable and kind != "uasc":
            yield f"The {kind} file is missing: give it with the others."


def with_lines(value, rows):
    """The sentence with how many rows, and the first lines where it is so."""
    first = sorted(row.line for row in rows)[:LINES_TOLD]
    word = "line" if len(rows) == 1 else "lines"
    more = "" if len(rows) <= LINES_TOLD else " and further ones"
    return f"{value}: {len(rows):,} ({word} {', '.join(map(str, first))}{more})."
