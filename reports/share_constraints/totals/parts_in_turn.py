"""A whole whose parts are in the sentences after it, whatever each part is called, up to one that
ends them: the rest, those for which nothing is so, or those beyond the last."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from reports.checks.reading import Reading
from reports.prose.content import words_of
from reports.prose.numbers import COUNT
from reports.prose.quantities.phrases import PEOPLE
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.model import Denial, Quantity
from reports.quantities.nouns import PLAIN
from reports.quantities.parts.balance import is_of_flow
from reports.quantities.parts.sums import unlike_sum
from reports.quantities.parts.terms import MAY_OVERLAP, ONES, is_first_of_all
from reports.quantities.passages import by_line
from reports.quantities.roles import BOUND, CHANGE, MEAN, RATE, REST, TARGET

# What says of the last part that no other is left.
_ENDS = re.compile(
    r"\b(?:nothing|none|nobody|no\s+one|neither|nowhere|not|never|no\s+[a-z]+|others?|else|elsewhere|unknown|"
    r"(?:more|less|longer|older|later|larger|fewer)\s+(?:[a-z]+\s+)?(?:than|still|again|yet)|any\s+other|some\s+other|"
    r"remain\w*|rest|beyond|over\s+that|above\s+that)\b",
    re.I,
)
# What says that a thing may be counted twice, or that a number is of another time.
_OVERLAP = re.compile(
    r"\b(?:also|both|includ\w+|of\s+(?:whom|which)|more\s+than\s+one|some\s+of|overlap\w*|several|at\s+least|"
    r"compared|against|previous\w*|last\s+(?:year|quarter|report|time|term|month)|ago|earlier|a\s+year\s+before|target|aim|average|"
    r"some\s+(?:are|have|had|were)|each|rose|fell|increase\w*|decrease\w*|up\s+from|down\s+from|instead|expected)\b"
    r"|⟦c\d+⟧\s+of\s+(?:these|them|those)\b",
    re.I,
)
# “They fall into three groups” counts the groups.
_HEADINGS = words_of(
    "group category kind type area heading part theme way reason band team home week month day year"
    " hour quarter term stage question panel officer worker point"
)
# “The other two, both for the police”: the two again.
_BOTH = re.compile(r"(?<=⟧),\s+both\b", re.I)
_FEW, _FEWEST, _MOST, _LEAST = 10, 2, 6, 10
# “Of those 54, 41 feel safe” tells of the 54 again.
_OF_THOSE_FIRST = re.compile(r"\W*of\s+(?:these|those|them),\s", re.I)
_OF_THOSE = re.compile(r"\bof\s+(?:these|those|the|all)\s+$", re.I)
_MEND = "Put the wrong number right."


def parts_in_turn(reading: Reading) -> Iterator[Denial]:
    """`There are 112 households. Most, 71, are general carers. Kin carers come next with 28, and
    the remaining 13 offer short breaks`: the parts come to their whole."""
    for rows in by_line(reading).values():
        if len(rows) > 1 and sum(len(row.counts) for row in rows) > _FEWEST:
            yield from _of_paragraph(rows)


def _of_paragraph(rows) -> Iterator[Denial]:
    for place, row in enumerate(rows[:-1]):
        wholes = [item for item in row.counts if is_whole(item)]
        parts, last = [], None
        for other in rows[place + 1 :] if wholes else ():
            if _OVERLAP.search(_BOTH.sub("", other.sentence.text)) or not other.quantities:
                break
            # “We wrote to 120; 54 replied. Of those, 36 could give an example.”
            if len(row.counts) > 1 and _OF_THOSE_FIRST.match(other.sentence.text):
                break
            items = [x for x in other.quantities if not _is_aside(x)]
            if not all(map(_is_part, items)):
                break
            parts, last = [*parts, *items], (items or [last])[-1]
            if items and _ends(last) and not _goes_on(rows, other):
                break
        if len(parts) >= _FEWEST and last and _ends(last):
            yield from _denied(rows, wholes, [*_own_parts(row), *parts])
            return


def _goes_on(rows, row) -> bool:
    """True if the sentence behind one opens with the rest."""
    place = rows.index(row) + 1
    behind = rows[place].quantities if place < len(rows) else ()
    return any(x.phrase.role == REST for x in behind[:1])


def _own_parts(row) -> list[Quantity]:
    """The parts that the sentence of a whole tells of itself."""
    return [x for x in row.counts if x.phrase.base is not None or x.phrase.anaphor]


def is_whole(item: Quantity) -> bool:
    """True if a count names so many things that they may be told of in parts, and is none."""
    phrase = item.phrase
    if is_first_of_all(item.sentence.text[: phrase.start]):
        return False
    plain = phrase.is_stock and not phrase.number.bound and not phrase.number.places
    return bool(plain and phrase.head and item.value >= _LEAST and phrase.base is None)


def _is_aside(item: Quantity) -> bool:
    """True for a number that counts none of the things: an end of a band, or how many groups."""
    phrase = item.phrase
    few = item.value < _FEW and phrase.head in _HEADINGS
    return bool(phrase.role == BOUND or few or phrase.number.kind != COUNT)


def _is_part(item: Quantity) -> bool:
    phrase = item.phrase
    plain = phrase.role not in (CHANGE, RATE, MEAN, TARGET, BOUND) and phrase.base is None
    known = phrase.article and phrase.role != REST and phrase.head
    known = known or _OF_THOSE.search(item.sentence.text[: phrase.start])
    return bool(plain and not phrase.number.bound and not phrase.number.places and not known)


def _ends(item: Quantity) -> bool:
    text = item.sentence.text
    behind = re.split(r"[;.]", text[item.phrase.end :])[0]
    return item.phrase.role == REST or bool("⟦c" not in behind and _ENDS.search(behind))


def _denied(rows, wholes: Sequence[Quantity], parts: Sequence[Quantity]) -> Iterator[Denial]:
    values = [x.value for x in parts]
    total, counts = sum(values), [x.value for row in rows for x in row.counts]
    ones = len(ONES.findall(" ".join(x.sentence.text for x in {id(y): y for y in parts}.values())))
    if not _FEWEST <= len(values) <= _MOST or is_of_flow((*wholes, *parts)):
        return
    alike = [x for x in wholes if _is_of(x, parts)]
    known = {*counts} - {*values}
    # Some of them may be all of a whole, and the others parts of one of them.
    some = {sum(x) for size in range(2, len(values)) for x in combinations(values, size)}
    places = [at for at in range(1, len(values)) if parts[at - 1].order < parts[at].order]
    # “30 were inspected. 20 were good. The other 10 were not.”
    nested = any(sum(values[at:]) == values[at - 1] for at in places)
    if nested or total in counts or some & known or any(0 <= x - total <= ones for x in known):
        return
    overlapping = sum(bool(MAY_OVERLAP.search(x.phrase.clause)) for x in parts)
    if overlapping > 1 and len({x.order for x in parts}) > 1:
        return
    for whole in alike:
        near = _is_of_one_slip(values, whole.value)
        if max(values) < whole.value and (near or _is_over(whole, total, len(values))):
            proved = near and (len(values) > _FEWEST or min(values) >= _LEAST)
            says = unlike_sum(parts, whole.phrase.said)
            yield Denial.of(parts[-1], says, _MEND, is_proved=proved)
            return


def _is_of_one_slip(values: Sequence[Fraction], whole: Fraction) -> bool:
    """True if one number with a digit changed, or two in another order, puts the sum right."""
    gap = sum(values) - whole
    pairs = [*((x, x - gap) for x in values if x > gap), (whole, sum(values))]
    alike = [(a, b) for a, b in pairs if len(f"{a}") == len(f"{b}")]
    return any(is_mistyped(a, b) for a, b in alike) and 2 * sum(values) > whole


def _is_over(whole: Quantity, total, many) -> bool:
    """True if three parts or more, which end, come to a little more than all."""
    return many > _FEWEST and whole.value < total <= whole.value * 3 / 2


def _is_of(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """True unless a part is called something that the whole is not."""
    own = {"", whole.phrase.head, *PLAIN}
    # “The remaining 13 offer short breaks” counts no breaks.
    parts = [x for x in parts if x.phrase.role != REST]
    people = PEOPLE.search(" ".join(whole.phrase.noun))
    return all(
        x.phrase.head in own or (people and PEOPLE.search(" ".join(x.phrase.noun))) for x in parts
    )
