"""Live shares of people next to a count of the same date of which they can only be few."""

from collections.abc import Iterator
from fractions import Fraction

from assurance.figures.small_numbers import is_small
from assurance.governance.rules.decimals import per_of
from reports.checks.numbers.disclosure.people_counts import CHILDREN
from reports.checks.numbers.disclosure.share_counts import fitting_counts
from reports.checks.reading import Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import Entry
from reports.figure_constraints.hidden.parts import PEOPLE_UNITS, hidden_parts, passages
from reports.figure_constraints.hidden.rates import is_share_of_people
from reports.prose.numbers import PERCENT, Number
from reports.prose.quantities.phrases import stems

_SAYS = "“{}” prints {}. Of “{}” ({}) that is so few that a reader may recognise one of them."
_MEND = "Record the counts that the share is calculated from, or explain which people it is of."


@rule("share-of-few", Severity.WARNING, "disclosure design on derived values", family="numbers")
def shares(reading: Reading, known) -> Iterator[Fault]:
    """A live share of people whose counts no one recorded is of few of no count of its date."""
    entries = {item.entry: None for line in reading.lines for item in line.live}
    wholes, hidden = [item for item in entries if _is_whole(item)], hidden_parts(reading)
    for passage in passages(reading) if wholes else ():
        for number, entry in passage.numbers:
            if entry is None or entry.base_count is not None or number.bound:
                continue
            if any(part.is_named_in(stems(entry.title)) for part in hidden):
                continue
            few = (item for item in wholes if _is_few(number, entry, item, known.small_up_to))
            if is_share_of_people(number, entry) and (whole := next(few, None)):
                says = _SAYS.format(entry.title, number.words.strip(), whole.title, whole.text)
                yield fault(passage.line, number, says, _MEND)


def _is_whole(entry: Entry) -> bool:
    plain = not entry.mark and entry.count is not None and not entry.made_of
    return plain and entry.unit in PEOPLE_UNITS


def _is_few(number: Number, entry: Entry, whole: Entry, most: int | None) -> bool:
    """True if a share can only be of few of a whole of its date, or leave few of it."""
    same = whole.end == entry.end and bool(CHILDREN.search(whole.title)) == bool(
        CHILDREN.search(entry.title)
    )
    per = 100 if number.kind == PERCENT else per_of(entry.title)
    if not (same and per and whole.count):
        return False
    counts = fitting_counts(number, Fraction(whole.count), per)
    few = all(is_small(count, most) for count in counts)
    return bool(counts) and (few or all(is_small(whole.count - count, most) for count in counts))
