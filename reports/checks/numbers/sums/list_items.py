"""Parts of a whole that a list, or paragraphs, tell one by one, and what they leave out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reports.checks.numbers.passages import opened
from reports.checks.reading import PARAGRAPH, Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.marks import MARK, Marked
from reports.prose.numbers import Number
from reports.prose.quantities.arithmetic import number_text, plain

BRACKETS = re.compile(r"\([^()]*\)")
NAMES_ALL = re.compile(
    r"\b(?:compris|made\s+up|consist|broken\s+down|break\s*down|split|divided|as\s+follows|namely)\w*",
    re.I,
)
UNKNOWN = re.compile(
    r"\b(?:the\s+rest|remainder|remaining|others|another|several|some|a\s+few|including|includes|"
    r"among|such\s+as|for\s+example|e\.g|more\s+than\s+one|overlap|both|either|double)\b",
    re.I,
)
NESTED = re.compile(
    r"\bof\s+(?:them|these|those|whom|which)\b|^\s*(?:including|of\s+which)\b", re.I
)
ONE_PART = re.compile(
    r"^\W*(?:(?:and|the|a|just|only|further|other|remaining|final|last)\s+)*(?:one|a\s+single)\b",
    re.I,
)
NIL = re.compile(r"^\W*(?:and\s+)?(?:no|none|nil|zero)\b", re.I)


@dataclass(frozen=True)
class Parts:
    """A whole and what is told of its parts; `complete` where they must be all of it."""

    whole: Number
    values: tuple[Fraction, ...]
    complete: bool
    severity: Severity | None = None

    @property
    def total(self) -> Fraction:
        """What the parts come to."""
        return sum(self.values, Fraction(0))

    def denies(self, near: Fraction) -> bool:
        """Whether the parts do not make the whole, and must be all of it or come near to it."""
        separate = abs(self.total - self.whole.value)
        if not separate or self.whole.bound or len(self.values) < 2:
            return False
        least = Fraction(2 if self.whole.value < 20 else 3)
        return self.complete or separate <= max(least, self.whole.value * near)


def sum_fault(line: Line, parts: Parts, at: Number | None = None) -> Iterator[Fault]:
    """The fault of parts that do not come to their whole, at the whole or at `at`."""
    counted = " + ".join(number_text(value) for value in parts.values)
    gap = parts.whole.value - parts.total
    separate = f"{number_text(abs(gap))} {'missing' if gap > 0 else 'too many'}"
    says = (
        f"{counted} = {number_text(parts.total)}, and the paper says {plain(parts.whole)} "
        f"({separate})."
    )
    mend = "Put the wrong number right, or name the part that is missing."
    whole = at or parts.whole
    yield fault(line, whole, says, mend, severity=parts.severity)


def sums(reading: Reading) -> Iterator[Fault]:
    """Items of a list that do not add to their total, or to the whole in the line over them."""
    for listing, lead in opened(reading):
        yield from _in_list(reading, listing, lead)


def _in_list(reading, listing, lead):
    """A list whose items each begin or end with a count, under a line that states their whole."""
    values, total = [], None
    for item in listing.items:
        result = count_of_item(item)
        if result is None:
            return
        number, is_total = result
        if is_total:
            total = (item, number)
        else:
            values.append(number.value if isinstance(number, Number) else Fraction(number))
    if total and isinstance(total[1], Number):
        parts = Parts(total[1], tuple(values), True, Severity.ERROR)
        if parts.denies(Fraction(0)):
            yield from sum_fault(total[0], parts)
    elif lead and len(values) > 1 and lead.marked:
        yield from _under(reading, lead, tuple(values))


def _under(reading, lead, values):
    last = lead.marked[-1]
    wholes = [mark for mark in last.marks("c") if not mark.bound]
    line = lead
    if not wholes and re.match(r"^\W*of\s+(?:this|these|those|them|the)\b", last.text, re.I):
        place = reading.places[id(lead)]
        line = reading.lines[place - 1] if place else lead
        wholes = [mark for sentence in line.marked for mark in sentence.marks("c")]
    if not wholes or any(whole.value == sum(values) for whole in wholes):
        return
    complete = bool(NAMES_ALL.search(last.text))
    matches = [Parts(whole, values, complete and len(wholes) == 1) for whole in wholes]
    yield from (
        item
        for parts in matches
        if parts.denies(Fraction(1, 14) if len(wholes) > 1 else Fraction(1, 5))
        for item in sum_fault(line, parts)
    )


def count_of_item(item: Line):
    """(the number of an item, whether it is the total), or None where it has none to add."""
    if not item.marked:
        return None
    text = BRACKETS.sub("", item.marked[0].text)
    bracketed = re.fullmatch(r"(?:[^⟦]|⟦d\d+⟧)+\(⟦c(\d+)⟧\)\W*", item.marked[0].text)
    is_total = bool(re.match(r"^\W*(?:grand\s+|overall\s+)?total\b", text, re.I))
    marks = MARK.findall(text)
    counts = [index for letter, index in marks if letter == "c"]
    if bracketed and not counts:
        return item.marked[0].thing(bracketed[1]), is_total
    if UNKNOWN.search(text) or NESTED.search(text) or "⟦p" in text or "⟦m" in text:
        return None
    if not counts:
        return (0, False) if NIL.match(text) else (1, False) if ONE_PART.match(text) else None
    number = item.marked[0].thing(counts[0])
    begins = re.match(r"^\W*(?:[a-z]+\s+){0,3}⟦c", text, re.I)
    ends = re.search(r"[:–—=-]\s*⟦c\d+⟧\W*(?:[a-z]+\W*){0,3}$", text, re.I)
    if number.bound or not (begins or (ends and len(counts) == 1)):
        return None
    return number, is_total


# How a paragraph begins that tells of one part: `Of these, 14 …`, `14 of the 30 …`, `A further 6`.
_PART = re.compile(
    r"^\W*(?:(?:and\s+)?of\s+(?:these|them|those)\b[^⟦.;:]{0,40}⟦c(?P<of>\d+)⟧"
    r"|⟦c(?P<first>\d+)⟧(?:\s+[a-z]+){0,3}?\s+of\s+(?:these|them|those|(?:the|our)\s+⟦c(?P<base>\d+)⟧)"
    r"|(?:and\s+)?(?:a\s+further|another|the\s+(?:other|next))\s+⟦c(?P<more>\d+)⟧"
    r"|(?:and\s+)?the\s+(?:remaining|last|rest,?)\s+⟦c(?P<rest>\d+)⟧)",
    re.I,
)
_LEAST = 2


def paragraph_sums(reading: Reading) -> Iterator[Fault]:
    """Paragraphs of one part each, the last of what remains, that do not come to the whole."""
    whole, current = None, []
    for line in reading.prose():
        part = _part(line, whole) if whole else None
        if part is None or line.trail != whole[0].trail:
            whole, current = _whole(line), []
            continue
        number, is_rest = part
        current.append(number.value)
        if is_rest:
            parts = Parts(whole[1], tuple(current), complete=True)
            if len(current) >= _LEAST and parts.denies(Fraction(0)):
                yield from sum_fault(whole[0], parts)
            whole, current = None, []


def _whole(line: Line) -> tuple[Line, Number] | None:
    """The line with its number, where its last sentence states one count and nothing else."""
    counts = line.marked[-1].marks("cpmq") if line.kind == PARAGRAPH and line.marked else ()
    stated = len(counts) == 1 and counts[0] in line.marked[-1].marks("c")
    return (line, counts[0]) if stated and not counts[0].bound else None


def _part(line: Line, whole) -> tuple[Number, bool] | None:
    """(the part that a paragraph tells of, whether it is what remains), or None."""
    match = _PART.match(line.marked[0].text) if line.kind == PARAGRAPH and line.marked else None
    if not match or _is_of_another(line.marked[0], match, whole[1]):
        return None
    number = line.marked[0].thing(match["of"] or match["first"] or match["more"] or match["rest"])
    return None if number.bound else (number, bool(match["rest"]))


def _is_of_another(sentence: Marked, result, whole: Number) -> bool:
    """Whether the part is of a whole that it names and that is another, or tells of several."""
    base = result["base"]
    if base and sentence.thing(base).value != whole.value:
        return True
    return len(sentence.marks("c")) > 1 + bool(base)


_OF_THE_WHOLE = re.compile(r"^\W*of\s+(?:this|these|those|the)(?:\s+[a-z]+){0,4}\W*$", re.I)
_REST = re.compile(r"\b(?:rest|remain\w*|others?|everyone\s+else)\b", re.I)
_WITH_SHARE = re.compile(r"^\W*⟦c\d+⟧\s*(?:[a-z]+\s+){0,4}\(⟦p\d+⟧\)", re.I)
_COUNT = re.compile(r"^\W*⟦c\d+⟧\s+(?:[a-z]+\s+){0,3}", re.I)
_FEWEST = 3


@rule("rest-unnamed", Severity.ADVICE, "C02; source of error 6")
def rest_unnamed(reading: Reading, _known) -> Iterator[Fault]:
    """A list that parts a cohort tells of all its members."""
    for listing, lead in opened(reading):
        last = lead.marked[-1] if lead is not None and lead.marked else None
        if last is None or not _OF_THE_WHOLE.match(last.text) or _tells_of_the_rest(listing):
            continue
        entries = [count_of_item(item) for item in listing.items]
        whole = _whole_before(reading, lead)
        if whole is None or not all(entries) or len(entries) < 2:
            continue
        values = [getattr(number, "value", number) for number, _total in entries]
        rest = whole.value - sum(values)
        if rest > 0 and not whole.bound:
            says = (
                f"The items tell of {number_text(sum(values))} of {plain(whole)}; "
                f"{number_text(rest)} stand in none."
            )
            yield fault(lead, last, says, "Add an item for the rest, such as “314 were in date”.")


@rule("share-left-out", Severity.ADVICE, "C02; figures of the seeds 002-08")
def share_left_out(reading: Reading, _known) -> Iterator[Fault]:
    """Where the rows of a list print their shares, each row does."""
    for listing, _lead in opened(reading):
        texts = [(item, item.marked[0].text if item.marked else "") for item in listing.items]
        without = [item for item, text in texts if not _WITH_SHARE.match(text)]
        if len(texts) < _FEWEST or len(without) != 1:
            continue
        item = without[0]
        if _COUNT.match(item.marked[0].text) and "⟦p" not in item.marked[0].text:
            says = "Every other row prints its share, and this one does not."
            yield fault(item, 0, says, "Print the share here too.")


def _tells_of_the_rest(listing):
    return any(_REST.search(item.text) for item in listing.items)


def _whole_before(reading, lead):
    """The one count of the line, or the sentence, before a list opened by `Of this cohort:`."""
    place = reading.places[id(lead)]
    before = reading.lines[place - 1] if place else lead
    for sentences in (lead.marked[:-1], before.marked):
        counts = [mark for sentence in sentences for mark in sentence.marks("c")]
        if len(counts) == 1:
            return counts[0]
    return None
