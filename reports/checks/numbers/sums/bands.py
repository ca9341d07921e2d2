"""Bands of age, time or size: no overlap, no gap, and a sum named by its own bands."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from assurance.runtime.digits import whole
from reports.checks.numbers.columns import TOTAL
from reports.checks.numbers.passages import nearby
from reports.checks.numbers.sums.band_units import (
    MEET,
    UNIT,
    in_several_units,
    of_other_units,
    shared_part,
    span_of,
    units_in,
    without_subtotals,
)
from reports.checks.reading import SIDE_BY_SIDE, Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.dates import DAY
from reports.prose.day_mentions import without_days
from reports.prose.marks import MARK
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.bands import (
    ENDLESS,
    TO,
    Band,
    band_of,
    bands_told,
    length_of,
    period_of,
)
from reports.prose.quantities.phrases import stems

# A band of ages in prose; `/` parts two ages of one band: “16/17 year olds”.
_AGES = SentencePattern(
    rf"\b(?:aged?\s+(?:between\s+)?(?P<from>\d{{1,2}}){TO}(?P<to>\d{{1,2}})\b"
    rf"|(?P<first>\d{{1,2}}){TO}(?P<last>\d{{1,2}})[\s-]+years?[\s-]+olds?\b)",
    re.I,
)
_UNITS = re.compile(r"\b(?:day|week)", re.I), re.compile(r"\b(?:month|year)", re.I)
_OF_TIME = re.compile(r"⟧\s+(?:hours|days|weeks|months)\b|\d\s+(?:hours|days|weeks|months)\b", re.I)
_LASTS = re.compile(r"\b(?:hour|week|month)s?\b", re.I)
_OPEN = re.compile(r"\b(?:under|below|less)\b", re.I)
_BETWEEN = re.compile(rf"between\b.*{UNIT.pattern}", re.I)
_FEWEST = 3
# “Fall into three bands”: the number counts the bands.
_CALLED_BANDS = SentencePattern(
    r"(?:\b\w+\s+)?\b(?:(?:age\s+)?bands|brackets|ranges|groups|categories)\b", re.I
)
_CLOSE = "Close the gap, or explain who is in it."
_SUMMED = re.compile(r"\b(?:means|together|account\w*|makes?\s+up)\b", re.I)
_OVERLAP_SAID = re.compile(r"\b(?:overlap\w*|more\s+than\s+one|not\s+exclusive|academic)\b", re.I)


@rule("bands-listed", Severity.ERROR, "C03; source of error 10")
def listed(reading: Reading, _known) -> Iterator[Fault]:
    """The bands of a table or list neither overlap nor leave a gap."""
    for grid in reading.grids:
        heads = [row[0] for row in grid.rows if row and not TOTAL.match(row[0].text)]
        columns = [column for column in grid.columns[1:] if not TOTAL.match(column.text)]
        for lines in (heads, columns):
            if not _OVERLAP_SAID.search(grid.caption):
                yield from _run(_rows(lines))
                yield from _periods(lines)
    for listing in reading.lists:
        yield from _run(_rows(listing.items))
    for line, sentence in reading.sentences():
        if sentence.text.count(";") > 1:
            yield from _lengths([*_pieces(line, sentence)])


@rule("bands-in-prose", Severity.WARNING, "C03; source of error 10")
def in_prose(reading: Reading, _known) -> Iterator[Fault]:
    """Bands counted in one passage do not overlap, or one contains the other."""
    lines = reading.prose()
    for place, line in enumerate(lines):
        runs = [(list(_told(line, item)), bool(_OF_TIME.search(item.text))) for item in line.marked]
        faults = [
            one for run, meets in runs for one in _apart(run, (), Severity.WARNING, may_meet=meets)
        ]
        yield from faults
        own = list(_counted(line)) if not faults else ()
        before = (
            [item for other in nearby(lines, place, 3) for item in _counted(other)] if own else ()
        )
        entries = [band for band, _start, _end in before]
        for band, start, end in own:
            clash = [item for item in entries if band.overlaps(item) and not band.nests(item)]
            if clash:
                yield _clash(line, band, clash, entries, start, end)
                return
            entries.append(band)
        if own:
            yield from _gap(line, own)


def _gap(line, own):
    """The one gap in three or more bands of a line that otherwise follow on one another."""
    ordered = sorted(own, key=lambda item: (item[0].first, item[0].last))
    breaks = [
        (before[0], after)
        for before, after in itertools.pairwise(ordered)
        if after[0].first != before[0].last + 1
    ]
    if len(ordered) < 3 or len(breaks) != 1:
        return
    before, (band, start, end) = breaks[0]
    first, last = before.last + 1, band.first - 1
    if first <= last and not _is_counted_alone(line, first, last):
        says = f"Between {before.words} and {band.words} {span_of(first, last)} is left out."
        yield fault(line, (start, end), says, _CLOSE)


def _rows(lines):
    """(line, text, where in the line) of each of some lines; a list of days has no bands."""
    if any(day.precision == DAY for line in lines for day in line.dates):
        return []
    return [(line, line.text, (0, len(MARK.sub("", line.text)))) for line in lines]


def _pieces(line: Line, sentence):
    """The same of the pieces that semicolons part, behind a colon where there is one."""
    text = line.text[sentence.start : sentence.end].rstrip(" .")
    start = text.rfind(":") + 1
    for piece in re.finditer(r"[^;]+", text[start:]):
        first = sentence.start + start + piece.start()
        yield line, piece.group(), (first, first + len(piece.group()))


def _told(line: Line, sentence) -> Iterator[tuple]:
    """((line, where in it), band) of each band of a sentence that has a count of its own."""
    text = line.text[sentence.start : sentence.end]
    days = [day for day in line.dates if day.precision == DAY and sentence.start <= day.start]
    days = [(day.start - sentence.start, day.end - sentence.start) for day in days]
    # “On 11 and 12 July” names two days.
    bands = [
        band
        for band in bands_told(text)
        if not any(band[1] < last and first < band[2] for first, last in days[:SIDE_BY_SIDE])
    ]
    counts = [mark.start - sentence.start for mark in sentence.marks("cx")]
    own = [at for at in counts if not any(start <= at < end for _, start, end in bands)]
    # Each band has its count, or all but one: “and as many again”.
    listed = text.count(";") > 1 or (_CALLED_BANDS.search(text) and len(bands) >= _FEWEST)
    own = [at for at in own if not _CALLED_BANDS.match(text, at)]
    stated = len(own) >= len(bands) - 1 or (not own and listed)
    if stated and not in_several_units((text,)):
        for band, start, end in bands:
            yield (line, (sentence.start + start, sentence.start + end)), band


def _run(rows):
    """The faults of bands in a row: all, or all but one, are bands."""
    rows, has_all = list(rows), True
    yield from _lengths(rows)
    if in_several_units(text for _, text, _span in rows):
        # Bands of years are laid side by side, and those of months left out.
        units = Counter(unit for _, text, _span in rows for unit in units_in((text,)))
        most = units.most_common(1)[0][0]
        yield from of_other_units(rows, most)
        whole = len(rows)
        rows = [row for row in rows if units_in((row[1],)) <= {most}]
        has_all = len(rows) == whole
    lines = [line for line, _text, _span in rows]
    matches = [((line, span), band_of(text)) for line, text, span in rows]
    bands = [(line, band) for line, band in matches if band]
    if len(bands) >= len(lines) - 1:
        # What a row that was left out holds is no gap.
        yield from _apart(bands, lines, has_all=has_all)


def _apart(bands, lines, weight=None, *, may_meet=False, has_all=True):
    """The faults of bands that neither run on nor nest; lengths of time `may_meet` at their ends,
    since hardly anything lasts twelve months to the day, as those do that run “between” two."""
    bands = without_subtotals(bands)
    ranges = [band for _line, band in bands if band.last > band.first]
    is_nested = all(band.last == ENDLESS or not band.first for _line, band in bands)
    if len(bands) < _FEWEST or len(ranges) < 2 or is_nested:
        return
    is_money = any("£" in text.text for text in lines)
    # Hardly anything lasts three months to the day.
    are_lengths = sum(bool(_LASTS.search(text.text)) for text in lines) > 1
    ordered = sorted(bands, key=lambda row: (row[1].first, row[1].last))
    for (_before, item), (line, other) in itertools.pairwise(ordered):
        meets = item.last == other.first and item.first < other.first < other.last
        between = all(_BETWEEN.match(band.words) for band in (item, other))
        if (may_meet or between or is_money) and meets and not _OPEN.search(item.words):
            continue
        if item.overlaps(other):
            # In prose a band may be the sum of two that were told before it.
            if not item.nests(other) or (item.last == other.last and not weight):
                both = shared_part(item, other)
                says = f"“{item.words}” and “{other.words}” overlap: {both} in both."
                own = Severity.ADVICE if meets and are_lengths else weight
                yield fault(*line, says, MEET, severity=own)
        elif has_all and other.first > item.last + 1 and not _is_measured(lines, item):
            # What the one at the very end held is where it lies.
            is_last = other is ordered[-1][1] and other.first == other.last
            if is_last or _is_counted_alone(line[0], item.last + 1, other.first - 1):
                continue
            gap = span_of(item.last + 1, other.first - 1)
            says = f"Between “{item.words}” and “{other.words}” {gap} is left out."
            yield fault(*line, says, _CLOSE, severity=weight)


def _is_counted_alone(line, first, last):
    """True if what is left out is one value that the line counts: `29 were 15`."""
    return first == last and re.search(rf"\b(?:are|aged|is|was|were)\s+{first}\b", line.text)


def _lengths(rows):
    """The same of lengths of time: `6 months to under 2 years`, `18 months to …`."""
    matches = [((line, span), text, length_of(text)) for line, text, span in rows]
    bands = [row for row in matches if row[2]]
    wording = " ".join(text for _place, text, _length in bands)
    # A month is no number of weeks.
    if len(bands) < 3 or len(bands) < len(rows) - 1 or all(unit.search(wording) for unit in _UNITS):
        return
    ordered = sorted(bands, key=lambda row: row[2])
    for (_place, text, before), (place, other, after) in itertools.pairwise(ordered):
        # “6 months or more” holds “12 months or more”.
        if before[1] != after[0] and not (before[0] == after[0] or before[1] >= after[1]):
            pair = f"“{text.strip(' ,.')}” and “{other.strip(' ,.')}”"
            has_gap = before[1] < after[0]
            says = f"Between {pair} a time is left out." if has_gap else f"{pair} overlap."
            yield fault(*place, says, MEET, severity=Severity.WARNING)


def _periods(lines: list[Line]):
    """The same of periods of whole months or days: `April to June 2015`, `June to …`."""
    matches = [(line, period_of(line.text, line.dates)) for line in lines]
    entries = [(line, entry) for line, entry in matches if entry]
    # Periods of several things are no bands of one.
    if len({stems(without_days(line.text)) for line, _entry in entries}) > 1:
        return
    if len(entries) < 3 or len(entries) < len(lines) - 1:
        return
    ordered = sorted(entries, key=lambda row: row[1])
    for (before, item), (line, other) in itertools.pairwise(ordered):
        pair = f"“{before.text.strip()}” and “{line.text.strip()}”"
        if item[1] >= other[0] and item != other:
            yield _at(
                line, f"{pair} overlap.", "Start each period on the date after the last one ends."
            )
        elif (other[0] - item[1]).days > 1 and _run_on(ordered):
            yield _at(line, f"Some dates between {pair} are left out.", "Close the gap.")


def _run_on(ordered):
    """Whether most of the periods follow each other to the day."""
    pairs = list(itertools.pairwise(ordered))
    return sum((later[1][0] - item[1][1]).days == 1 for item, later in pairs) * 2 > len(pairs)


def _is_measured(lines, band):
    """Whether bands meet at their ends, as measures do (`0–10`, `over 10`)."""
    return band.open_end and any("." in line.text for line in lines)


def _counted(line: Line):
    """(band, start, end) of each band of age in a line whose sentence states a count or a share."""
    for sentence in line.marked:
        if not re.search(r"⟦[cp]", sentence.text):
            continue
        stretch = line.text[sentence.start : sentence.end]
        for match in _AGES.finditer(stretch):
            first = whole(match["from"] or match["first"])
            last = whole(match["to"] or match["last"])
            if first < last <= 25:
                start = sentence.start + match.start()
                yield Band(first, last, f"{first}–{last}"), start, sentence.start + match.end()


def _clash(line, band, clash, values, start, end):
    inside = [item for item in values if not item.nests(band) or item.words != band.words]
    first, last = min(item.first for item in inside), max(item.last for item in inside)
    says = f"{band.words} overlaps {clash[0].words} without containing it."
    summed = bool(_SUMMED.search(line.text))
    if len(inside) > 1 and summed and (first, last) != (band.first, band.last):
        parts = " and ".join(item.words for item in inside)
        says = f"{parts} make {first}–{last}, but the report has {band.words}."
    mend = "Use one set of bands, and name each sum by every band in it."
    return fault(line, (start, end), says, mend)


def _at(line, says, mend):
    return fault(line, (0, len(MARK.sub("", line.text))), says, mend)
