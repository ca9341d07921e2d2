"""The notes on the figures of a document: one for each definition, with its sources."""

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from assurance.runtime.digits import whole
from assurance.runtime.typography import with_capital
from reports.documents.document import FIGURE, HIDDEN, TYPED, Document, Notes, Run
from reports.documents.entries import ENTERED, NOT_COUNTED, PUBLISHED, STATED, Entry
from reports.documents.headlines import parted

ANCHOR = "source-"
# So many sources that differ by their month alone are one series.
SERIES = 3
_OF_MONTH = re.compile(rf",? ((?:{'|'.join(calendar.month_name[1:])}) \d{{4}})$")
MARKED = (FIGURE, HIDDEN, TYPED)
_MONTHS = re.compile(rf"\b({'|'.join(calendar.month_name[1:])})\b")
_SPACE_IN_DATE = re.compile(r"(?<=\d) (?=[A-Z])|(?<=[a-z]) (?=\d{4})")
_ONE_YEAR = re.compile(r" (\d{4}) to (\d+ [A-Z][a-z]+ \1)")


@dataclass(frozen=True)
class SourceNote:
    """A note `number` on `entries`, which have one definition."""

    number: int
    entries: tuple[Entry, ...]

    @property
    def anchor(self) -> str:
        """Where the note is."""
        return f"{ANCHOR}{self.number}"

    @property
    def title(self) -> str:
        """The name of what was counted, or the number that was typed."""
        first = self.entries[0]
        if first.key == STATED:
            return f"{first.stated_kind}: {first.text}"
        titles = dict.fromkeys(entry.title for entry in self.entries)
        return first.title if len(titles) == 1 else _family(first)

    @property
    def words(self) -> str:
        """What it counts, of which population, at which dates, from where and by which rule."""
        first = self.entries[0]
        if first.key == STATED:
            return _sentences(first.source, NOT_COUNTED)
        population = f"Population: {first.cohort}" if first.cohort else ""
        dated = _dated_sources(_counted(self.entries))
        is_counted = first.origin not in (ENTERED, PUBLISHED)
        counted = "" if is_counted else NOT_COUNTED
        return _sentences(first.counts, population, *dated, first.rule, counted)

    @property
    def places(self) -> tuple[str, ...]:
        """The anchors of the places that print its figures, each once."""
        return tuple(dict.fromkeys(place for entry in self.entries for place in entry.places))


def source_notes(document: Document) -> tuple[SourceNote, ...]:
    """The notes of `document` in the order in which its figures are first printed; their numbers
    go on from those of its own notes, so that no two notes have one number."""
    entries = {str(entry.number): entry for entry in document.figures}
    order = dict.fromkeys(number for number in _printed(document) if number in entries)
    groups: dict[tuple, list[Entry]] = {}
    for number in (*order, *(number for number in entries if number not in order)):
        groups.setdefault(_same(_defined(entries[number], entries)), []).append(entries[number])
    start = last_own_note(document) + 1
    return tuple(
        SourceNote(number, tuple(sorted(rows, key=lambda row: row.is_difference)))
        for number, rows in enumerate(groups.values(), start)
    )


def by_figure(notes: tuple[SourceNote, ...]) -> Mapping[str, SourceNote]:
    """The note of each figure, by the figure's number as text."""
    return {str(entry.number): note for note in notes for entry in note.entries}


def short(when: str) -> str:
    """`1 January 2015 to 31 December 2015` as `1 Jan to 31 Dec 2015`, no date of it broken."""
    shorter = _MONTHS.sub(lambda month: month[1][:3], when)
    return _SPACE_IN_DATE.sub("\u00a0", _ONE_YEAR.sub(r" to \2", shorter))


def last_own_note(document: Document) -> int:
    """The highest number of the notes that the author wrote; 0 where there are none."""
    labels = (item.label.rstrip(".") for notes in _own_notes(document) for item in notes.items)
    return max((whole(label) for label in labels if label.isdecimal()), default=0)


def runs_in(value) -> Iterator[Run]:
    """Every run in a part of a document, in order."""
    if isinstance(value, Run):
        yield value
    else:
        for item in _parts(value):
            yield from runs_in(item)


def _own_notes(value):
    if isinstance(value, Notes):
        yield value
    else:
        for item in _parts(value):
            yield from _own_notes(item)


def _parts(value):
    if isinstance(value, tuple):
        return value
    if is_dataclass(value):
        return tuple(getattr(value, item.name) for item in fields(value))
    return ()


def _printed(document):
    """The numbers of the figures as print has them: the headline figures come first."""
    leading, rest = parted(document)
    places = (leading, document.head, rest.sections)
    return (run.to for run in runs_in(places) if run.kind in MARKED and run.to)


def _defined(entry, entries):
    """The entry that defines `entry`: of a difference of values of one definition, the first."""
    parts = [entries[str(number)] for number in entry.made_of if str(number) in entries]
    is_of_one = entry.is_difference and len(set(map(_same, parts))) == 1
    return parts[0] if is_of_one else entry


def _counted(entries):
    """The entries of a note without the differences between them."""
    return tuple(entry for entry in entries if not entry.is_difference) or entries


def _same(entry):
    if entry.key == STATED:
        return entry.key, entry.text, entry.source
    return entry.key, _family(entry), entry.counts, entry.cohort, entry.rule, entry.origin


def _family(entry):
    """The part of a title that all members of one figure have; measures have a title each."""
    return entry.title.partition(": ")[0]


def _dated_sources(entries):
    """The dates and the source of `entries`; a source of its own for each date is next to it."""
    dates: dict[str, dict] = {}
    for entry in entries:
        dates.setdefault(entry.source, {})[short(entry.when)] = True
    listed = {source: "; ".join(filter(None, when)) for source, when in dates.items()}
    if len(listed) == 1:
        [(source, when)] = listed.items()
        return when, source
    pairs = [(when, source) for source, when in _in_series(entries, listed).items()]
    return tuple(f"{when}: {source}" if when else source for when, source in pairs)


def _in_series(entries, listed):
    """Source → its dates, with those of one source that names each month by that month, such as
    “Monthly report, May 2019”, as one series from its first to its last month."""
    series: dict[str, list] = {}
    for entry in sorted(entries, key=lambda entry: entry.end):
        if match := _OF_MONTH.search(entry.source):
            series.setdefault(entry.source[: match.start()], []).append((entry, match[1]))
    result = dict(listed)
    for source, rows in series.items():
        months = list(dict.fromkeys(month for _, month in rows))
        if len(months) >= SERIES:
            for entry, _ in rows:
                result.pop(entry.source, None)
            first, last = short(rows[0][0].when), short(rows[-1][0].when)
            whole_series = f"{source}, {months[0]} to {months[-1]}"
            result[whole_series] = f"{len(months)} dates from {first} to {last}"
    return result


def _sentences(*texts):
    closed = (text if text.endswith((".", "?", "!")) else f"{text}." for text in texts if text)
    return " ".join(with_capital(text) for text in closed)
