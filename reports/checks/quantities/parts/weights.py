"""What is said of parts that are not their whole, and with what weight."""

from reports.checks.quantities.grammar import PLAIN
from reports.checks.quantities.model import Denial, Sure
from reports.checks.quantities.parts.division import Division
from reports.prose.numbers import MONEY
from reports.prose.quantities.arithmetic import number_text, plain


def denial(division: Division) -> Denial:
    """What is wrong with the parts of a division, and with what weight."""
    whole, at = division.whole, division.at or division.whole
    gap = whole.value - division.total
    money = whole.phrase.number.kind == MONEY
    texts = [
        part.phrase.number.words if money else plain(part.phrase.number) for part in division.parts
    ]
    texts += [number_text(value) for value in division.unnumbered]
    pounds = "£" * money
    says = (
        f"{' + '.join(texts)} = {pounds}{number_text(division.total)}, but the report gives "
        f"{whole.phrase.number.words if money else plain(whole.phrase.number)}"
    )
    if at.line is not whole.line:
        says += f" at {whole.line.at}"
    says += f" ({pounds}{number_text(abs(gap))} {'missing' if gap > 0 else 'too many'})."
    mend = "Put the wrong number right, or name the part that is missing."
    sure = max(division.sure, _how_sure(division))
    # Numbers that no slip of one of them parts from their whole may be of other things.
    if sure == Sure.JOINED and not division.is_likely:
        sure = Sure.GUESSED
    return Denial.of(at, says, mend, sure)


def _how_sure(division: Division):
    """Read where a live figure is among the numbers, or where the last part is all that remains of
    the one count of a sentence; else joined."""
    items = (division.whole, *division.parts)
    if any(item.line.entry_at(item.phrase.number.start) for item in items):
        return Sure.READ
    distant = [item for item in division.parts if item.sentence is not division.whole.sentence]
    linked = len(distant) < len(division.parts)
    linked = linked or any(item.phrase.anaphor for item in division.parts)
    whole = division.whole
    based = division.parts[0].phrase.base == whole.phrase.mark
    alone = linked and (not distant or based or len(whole.sentence.marks("c")) == 1)
    # “The other seven homes in all twelve months, so that 95 of the 96 visits were made.”
    heads = {item.phrase.head for item in items} - {"", *PLAIN}
    alone = alone and len(heads) < 2
    sure = division.has_rest and (alone or division.is_of_one_thing)
    return Sure.READ if sure else Sure.JOINED
