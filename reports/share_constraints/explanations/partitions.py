"""The parts that the sentences right behind a whole tell one after another, up to a last one."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.content import words_of
from reports.prose.named_times import THEN_IT_WAS
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import PEOPLE
from reports.quantities.derivation.slips import is_plain_slip_of_parts, is_slip
from reports.quantities.model import NO_PARTS, Denial, Quantity, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.parts.balance import is_of_flow
from reports.quantities.parts.terms import MAY_OVERLAP, ONES, is_first_of_all
from reports.quantities.passages import by_line
from reports.quantities.roles import REST
from reports.share_constraints.explanations.known import Known, known

# What says that a thing may be counted twice, or that a number is of another time or whole.
_OVERLAP = SentencePattern(
    r"\b(?:also|both|includ\w+|of\s+(?:whom|which)|more\s+than\s+one|some\s+of|overlap\w*|several|at\s+least|"
    r"compared|against|previous\w*|last\s+(?:year|quarter|report|time|term|month)|ago|earlier|before|since|"
    r"target|aim|average|mean|each|rose|fell|risen|fallen|increase\w*|decrease\w*|up|down|instead|expected|nation\w*|england|"
    r"more|fewer|less)\b(?!\s+(?:than\s+)?(?:⟦[cx]|or\b|[.,;]|$))",
    re.I,
)
# “Twenty-nine study and 43 work. Six do both.”
_IN_BOTH = re.compile(r"^\W*⟦[cx]\d+⟧[^.]*\b(?:both|twice)\b", re.I)
_AND = re.compile(r"\b(?:and|while|but)\b", re.I)
# What says of the last part that no other is left.
_CLOSED = re.compile(
    r"\b(?:others?|rest|remaining|remainder|none|nothing|neither|nowhere|not|never|no|else|elsewhere|unknown|"
    r"(?:more|less|longer|older|later|larger|fewer|under|over|younger|less)\b(?!\s+than\b)|beyond|above)\b",
    re.I,
)
_SPLIT = re.compile(
    r":|\b(?:compris\w+|consist\w*|made\s+up|divid\w+|split|broken?\s+down|as\s+follows|between)\b",
    re.I,
)
# How many things of another sort there are says nothing of their parts.
_HEADINGS = words_of(
    "group category kind type area heading part theme way reason band team week month day year"
    " hour quarter term stage question point meeting visit time occasion"
)
# “Walking: 38 began and 33 stayed” is an entry beside others.
_ENTRY = re.compile(r"^\W*[A-Z][^⟦.:;]{2,60}:\s")
_AGAIN = re.compile(r"\b(?:all|both|these|those|same)\s+(?:of\s+(?:the|these|those)\s+)?$", re.I)
_RANGED = re.compile(r"\bbetween\s+⟦[cx]\d+⟧\s+and\b", re.I)
_BACK, _FEWEST, _MOST, _LEAST, _TENTH = 3, 2, 7, 5, 10
_MEND = "Put the wrong number right, or name the part that is missing."


def partitions(reading: Reading) -> Iterator[Denial]:
    """`Forty-four pupils were excluded: 29 had one exclusion, 11 had two and seven had more`: that
    is 47."""
    every = known(reading)
    for rows in by_line(reading).values():
        sentences = set()
        for first in range(len(rows)):
            for last in range(first, min(len(rows), first + _BACK)):
                for denial in _of_rows(every, rows[first : last + 1], rows):
                    if denial.says not in sentences:
                        sentences.add(denial.says)
                        yield denial


def _of_rows(
    every: Known, rows: Sequence[Statement], paragraph: Sequence[Statement]
) -> Iterator[Denial]:
    first, others = rows[0], [x for row in rows[1:] for x in _stocks(row)]
    wholes = _stocks(first)
    if not wholes or (others and not _stocks(rows[-1])) or THEN_IT_WAS.match(first.sentence.text):
        return
    behind = (x.sentence.text for x in paragraph if x.order == rows[-1].order + 1)
    if _IN_BOTH.search(next(behind, "")):
        return
    if len(rows) > 1 and all(_ENTRY.match(row.sentence.text) for row in (first, rows[-1])):
        return
    for place, whole in enumerate(wholes):
        # “46 of the 52 have a place, three are apprentices and six have nothing arranged.”
        of_it = [x for x in wholes if x.phrase.base == whole.phrase.mark]
        start = wholes.index(of_it[0]) if of_it else place + 1
        own = [x for x in wholes[start:] if x is not whole]
        choices = [[*own, *others], others] if others else [own]
        for parts in choices:
            if _are_parts(whole, parts, rows) and _is_wrong(every, whole, parts, paragraph):
                terms = " + ".join(x.phrase.number.words for x in parts)
                total = number_text(sum(x.value for x in parts))
                says = f"{terms} = {total}, but the report gives {whole.phrase.said}."
                yield Denial.of(parts[-1], says, _MEND, is_proved=_is_of_a_slip(whole, parts))
                return


def _stocks(row: Statement) -> list[Quantity]:
    counts = [x for x in row.counts if x.phrase.role not in NO_PARTS]
    return [x for x in counts if x.phrase.head not in _HEADINGS]


def _are_parts(whole: Quantity, parts: Sequence[Quantity], rows: Sequence[Statement]) -> bool:
    if not _FEWEST <= len(parts) <= _MOST or whole.value < _LEAST or whole.phrase.number.places:
        return False
    # “They made 187 of the 418. Nurses made 94 and the police 52”: itself a part beside them.
    if whole.phrase.base is not None and not parts[0].phrase.anaphor:
        return False
    if any(x.value >= whole.value or x.phrase.number.places for x in parts):
        return False
    if is_first_of_all(whole.sentence.text[: whole.phrase.start]):
        return False
    if parts[0].order == whole.order and not _opens(whole, parts[0]):
        return False
    heads = {x.phrase.head for x in parts} - {"", *PLAIN}
    if len(heads) > (1 if whole.phrase.head else 0):
        return False
    # “Nine gave names, and all nine were seen.”
    again = [x for x in parts if _AGAIN.search(x.sentence.text[: x.phrase.start])]
    if any(x.value in {y.value for y in (whole, *parts) if y is not x} for x in again):
        return False
    if any(x.phrase.anaphor for x in parts[1:]) or not all(_is_of(whole, x) for x in parts):
        return False
    own = parts[0].order == whole.order
    text = rows[0].sentence.text[whole.phrase.end :] if own else ""
    text += " ".join(row.sentence.text for row in rows[1:])
    # “Twelve were trained by June and 26 by November” counts the twelve again.
    passage = " ".join(row.sentence.text for row in rows)
    so_far = passage.count("⟦d") > 1 and re.search(r"\bby\s+(?:[a-z]+\s+){0,3}⟦d", passage, re.I)
    return not (so_far or _OVERLAP.search(text) or is_of_flow((whole, *parts)))


def _opens(whole: Quantity, part: Quantity) -> bool:
    """True if a part in the sentence of its whole is the first of several."""
    is_of = part.phrase.anaphor or part.phrase.base == whole.phrase.mark
    return bool(is_of or _parted(whole, part))


def _parted(whole: Quantity, part: Quantity) -> bool:
    """True if words between a whole and its first part announce parts."""
    return bool(_SPLIT.search(whole.sentence.text[whole.phrase.end : part.phrase.start]))


def _is_of(whole: Quantity, part: Quantity) -> bool:
    """True unless a part is called something that the whole is not."""
    head = part.phrase.head
    own = whole.phrase.head
    if not head or not own or {head, own} & PLAIN or head == own:
        return True
    return bool(
        PEOPLE.search(" ".join(whole.phrase.noun)) and PEOPLE.search(" ".join(part.phrase.noun))
    )


def _is_wrong(
    every: Known,
    whole: Quantity,
    parts: Sequence[Quantity],
    paragraph: Sequence[Statement],
) -> bool:
    values = [x.value for x in parts]
    total, last = sum(values), parts[-1]
    if total == whole.value or _is_explained(every, whole, parts, paragraph):
        return False
    text = last.sentence.text
    start = parts[-2].phrase.end if parts[-2].order == last.order else 0
    joined = _AND.search(text[start : last.phrase.start])
    behind = re.split(r"[;.]", text[last.phrase.end :])[0]
    closed = "⟦c" not in behind and _CLOSED.search(f"{text[start : last.phrase.start]} {behind}")
    closed = closed or last.phrase.role == REST
    split = whole.order == parts[0].order and _parted(whole, parts[0])
    gap = total - whole.value
    ones = len(ONES.findall(" ".join({x.order: x.sentence.text for x in parts}.values())))
    if -ones <= gap < 0 or (sum(map(_may_overlap, parts)) > 1 and gap * _TENTH > whole.value):
        return False
    slips = [(x, x - gap) for x in values] + [(whole.value, total)]
    meant = any(b >= 0 and is_slip(a, b) for a, b in slips)
    sure = bool(closed or split) if gap < 0 else bool(joined)
    return meant and sure and joined is not None and abs(gap) * 2 <= whole.value


def _is_of_a_slip(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """True if a slip of the pen in one of some numbers, none of them small, parts them from their
    whole, and no range is among them."""
    values = [x.value for x in parts]
    ranged = any(_RANGED.search(x.sentence.text) for x in parts)
    return min(values) >= _TENTH and not ranged and is_plain_slip_of_parts(values, whole.value)


def _may_overlap(item: Quantity) -> bool:
    return bool(MAY_OVERLAP.search(item.phrase.clause))


def _is_explained(
    every: Known, whole: Quantity, parts: Sequence[Quantity], paragraph: Sequence[Statement]
) -> bool:
    """True if another sum of the numbers around them is right: these are parts of others."""
    figure = every.of(whole)
    values = [x.value for x in parts]
    around = [x.value for row in paragraph for x in row.counts]
    elsewhere = every.other_values(figure) - {*values} if figure else set()
    runs = [
        around[a:b] for a in range(len(around)) for b in range(a + 2, min(len(around), a + 8) + 1)
    ]
    if any(
        sum(run) in (whole.value, *([2 * whole.value] if whole.value in run else []))
        for run in runs
    ):
        return True
    # “140 replied: 98 were content, 31 were not and 11 did not mind.”
    if any(values[at] == sum(values[at + 1 :]) for at in range(len(values) - 2)):
        return True
    # Where the last part is named as such, they are parts of what is named before them.
    named = parts[-1].phrase.role == REST
    least = len(values) - 1 if named else 2
    ends = ((a, b) for a in range(len(values)) for b in range(a + least, len(values) + 1))
    sums = {sum(values[a:b]) for a, b in ends if not named or b - a < len(values)}
    sums |= {Fraction(sum(values) - values[0]), Fraction(sum(values) + whole.value)}
    return bool(sums & (elsewhere | {whole.value}))
