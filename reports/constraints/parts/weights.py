"""What is said of parts that are not their whole, and with what weight."""

import re

from reports.checks.reading import ITEM
from reports.constraints.parts.plain_divisions import ARTICLES, is_plain
from reports.prose.numbers import MONEY
from reports.prose.quantities.arithmetic import number_text, plain
from reports.prose.quantities.number_forms import unlike
from reports.prose.quantities.phrases import PEOPLE, stems
from reports.quantities.model import Denial, Quantity, Sure
from reports.quantities.nouns import PLAIN
from reports.quantities.parts.division import Division
from reports.quantities.roles import REST

# What tells more of a group than its noun does, before its verb.
_NARROWED = re.compile(
    r"^(?P<noun>(?:\s+[a-z’-]+){0,3}?)(?P<more>\s*,?\s*\b(?:in|of|from|on|at|with|without|who|which|that|whose|under|"
    r"for|by|to|where|read|seen|all|both)\b[^⟦.;:]{0,80}?|\s*,[^⟦.;:]{0,80}?,)\s+(?:were|was|are|is|had|have|has|did|do|"
    r"does|can|could|will|would|needed|lacked|came|took|went|live|lived|remain|[a-z]+ed)\b",
    re.I,
)
_ONE = re.compile(r"\bone\b", re.I)
# What leads from a whole to its parts: “of the 34, …”.
_OF_IT = re.compile(rf"\b(?:of|among|amongst|from)\s+{ARTICLES}$", re.I)


def denial(division: Division) -> Denial:
    """What is wrong with the parts of a division, and with what weight."""
    whole, at = division.whole, division.at or division.whole
    gap = whole.value - division.total
    money = whole.phrase.number.kind == MONEY
    texts = [
        part.phrase.number.words if money else plain(part.phrase.number) for part in division.parts
    ]
    texts += [number_text(value) for value in division.unnumbered]
    total = unlike(division.total, whole.phrase.number)
    says = (
        f"{' + '.join(texts)} = {total}, but the report gives "
        f"{whole.phrase.number.words if money else plain(whole.phrase.number)}"
    )
    if at.line is not whole.line:
        says += f" at {whole.line.at}"
    says += f" ({unlike(abs(gap), whole.phrase.number)} {'missing' if gap > 0 else 'too many'})."
    mend = "Put the wrong number right, or name the part that is missing."
    sure = max(division.sure, _how_sure(division))
    if any(_is_of_another_kind(part, whole) for part in division.parts):
        sure = Sure.GUESSED
    is_plain_one = is_plain(division)
    # Numbers that no slip of one of them parts from their whole may be of other things.
    is_led_to = division.whole.sentence.text.rstrip().endswith(":")
    is_close = is_plain_one and (is_led_to or division.parts[0].line.kind != ITEM)
    if sure == Sure.JOINED and not (division.is_likely or is_close):
        sure = Sure.GUESSED
    # “One” is read as no number, and may be a part each time.
    units = len(_ONE.findall(f"{whole.sentence.text} {division.text}"))
    is_proved = _is_live(division) or (is_plain_one and not 0 < gap <= units)
    return Denial.of(at, says, mend, sure, is_proved=is_proved)


def _how_sure(division: Division):
    """Joined where what remains may be another's rest. Else read where a live figure is among the
    numbers, or where the last part is all that remains of the one count of a sentence."""
    items = (division.whole, *division.parts)
    if any(_is_of_others(part, division.whole) for part in division.parts):
        return Sure.JOINED
    if _is_live(division):
        return Sure.READ
    distant = [item for item in division.parts if item.sentence is not division.whole.sentence]
    linked = len(distant) < len(division.parts)
    linked = linked or any(item.phrase.anaphor for item in division.parts)
    whole = division.whole
    based = division.parts[0].phrase.base == whole.phrase.mark
    # Over sentences another count may be the whole, unless “of the 94” or “of them” leads to it.
    if distant and not _is_led_to(division):
        return Sure.JOINED
    # A whole that is told behind its parts may be of something else.
    linked = linked and all(whole.order <= item.order for item in division.parts)
    linked = linked and (distant or whole.phrase.start < division.parts[-1].phrase.start)
    alone = linked and (not distant or based or len(whole.sentence.marks("c")) == 1)
    # “The other seven homes in all twelve months, so that 95 of the 96 visits were made.”
    heads = {item.phrase.head for item in items} - {"", *PLAIN}
    alone = alone and len(heads) < 2
    sure = division.has_rest and (alone or division.is_of_one_thing)
    return Sure.READ if sure else Sure.JOINED


def _is_led_to(division: Division) -> bool:
    """True if a part says that it is of the whole, or “of the” leads to that."""
    whole, parts = division.whole, division.parts
    opened = _OF_IT.search(whole.sentence.text[: whole.phrase.start])
    return bool(opened) or any(x.phrase.anaphor or x.phrase.base is not None for x in parts)


def _is_live(division: Division) -> bool:
    """True if a live figure is among its numbers."""
    items = (division.whole, *division.parts)
    return any(item.line.entry_at(item.phrase.number.start) for item in items)


def _is_of_others(part: Quantity, whole: Quantity):
    """True if what remains has words that its whole does not have: “54 of the 72 files were good.
    The other 48 files in the sample …” may be the rest of the sample."""
    if part.phrase.role != REST:
        return False
    more = _NARROWED.match(part.sentence.text[part.phrase.end :])
    noun = [item for item in part.phrase.noun if item not in PLAIN] or [whole.phrase.head]
    own = f" {' '.join((*noun, *_stems_in(more['more'] if more else '')))} "
    return own.strip() not in ("", whole.phrase.head) and own not in (
        f" {' '.join(_stems_in(whole.sentence.text))} "
    )


def _is_of_another_kind(part: Quantity, whole: Quantity):
    """True if what remains is, by a later sentence, of a kind that its whole is not."""
    known = {"", *PLAIN, whole.phrase.head}
    people = whole.phrase.head in PLAIN or PEOPLE.search(whole.phrase.clause)
    people = people and PEOPLE.search(part.phrase.clause)
    apart = part.phrase.role == REST and part.order > whole.order
    return apart and part.phrase.head not in known and not people


def _stems_in(text: str) -> list[str]:
    """The stems of the words of a text that mean something, in order."""
    return [item for word in re.findall(r"[a-z’'-]+", text, re.I) for item in stems(word)]
