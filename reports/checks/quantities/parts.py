"""Parts that are told apart from their whole: behind it, or in sentences and items that follow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from reports.checks.numbers.passages import leads
from reports.checks.quantities.grammar import REST
from reports.checks.quantities.model import Denial, Quantity, Statement, constraint
from reports.checks.quantities.passages import before, statements
from reports.checks.reading import ITEM, Reading
from reports.prose.content import words_of
from reports.prose.numbers import PERCENT
from reports.prose.quantities.arithmetic import extent, number_text, plain
from reports.prose.quantities.phrases import stems

# So many sentences may stand between a whole and its parts.
_FAR = 3
# How far parts may miss their whole and still be meant as all of it: where they surely are all,
# where each has one frame and cannot overlap, where they fall short, where they may overlap.
_ALL, _FRAMED, _MIXED = Fraction(1, 2), Fraction(7, 20), Fraction(1, 4)
_SHORT, _LOOSE = Fraction(1, 8), Fraction(1, 20)
_COMPLETE = re.compile(
    r"\bas\s+follows\b|\bmade\s+up\b|\bconsist|\bcompris|\bfall\s+into\b|\bby\s+(?:age|type|team|"
    r"gender|sex|area|kind|reason|grade)\b|\bgraded\b|\bbroken\s+down\b|:\s*$",
    re.I,
)
# What one may have or say beside something else, so that parts can overlap.
_MAY_OVERLAP = re.compile(
    r"\b(?:had|have|has|said|felt|named|chose|mentioned|wanted|used|also|knew|know|see|"
    r"more\s+than\s+one|several|each|both|as\s+well|at\s+least)\b",
    re.I,
)
_INCLUDING = re.compile(r"\binclud\w+|\bsome\s+of\b|\bmore\s+than\s+one\b|\bas\s+well\b", re.I)
_NOT = re.compile(r"\b(?:not|none|without|neither)\b", re.I)
# A number behind one of these is no part of what was counted before.
_SHARES = re.compile(r"\b(?:half|third|quarter|fifth|most|majority)\b", re.I)
# “92 children, of whom 69 …” tells of a whole of its own.
_OF_WHOM = re.compile(r"\W*\bof\s+(?:whom|which)\b", re.I)
_PAYS = re.compile(
    r"\b(?:made\s+up|pays?\s+for|split|divided|covers?|consist\w*|compris\w*)\b|:|\(", re.I
)
_ELSEWHERE = re.compile(
    r"^to\s*$|\b(?:rose|rise|rises|grew|fell|fall|up|down|went|increased|decreased|reduced)\s+to\s*$"
    r"|\b(?:from|than|since|compared\s+with|against|between|every|includ\w+|for\s+the|(?<!made\s)up|another)\s*$"
    r"|\b(?:rose|fell|was|were)\s+from\b",
    re.I,
)


# “In four groups” says how the whole is divided and is no part of it.
# Shares of all parts of a whole add to a hundred, but for rounding and one slip.
_OF_ALL = 12
_HEADINGS = words_of("group category kind type area heading part theme way")
_ONES = re.compile(r"\b(?:one|a\s+single|another|a\s+further)\b(?!\s+⟦)", re.I)


@dataclass(frozen=True)
class Division:
    """A whole and the parts that a passage divides it into, in order; `text` is the passage."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    text: str

    @property
    def total(self) -> Fraction:
        """What the parts come to."""
        return sum((part.value for part in self.parts), Fraction(0))

    @property
    def is_complete(self) -> bool:
        """Whether the passage says that the parts are all of the whole."""
        rest = any(part.phrase.role == REST for part in self.parts)
        bracketed = not _SHARES.search(self.text) and all(
            part.phrase.closer in ",;)" for part in self.parts
        )
        denied = [bool(_NOT.search(part.phrase.clause)) for part in self.parts]
        opposed = len(self.parts) == 2 and denied == [False, True]
        every = re.search(r"\ball\s+(?:of\s+)?(?:the\s+|our\s+)?⟦c\d+⟧[^:]*:", self.text, re.I)
        return rest or bracketed or opposed or bool(every or _COMPLETE.search(self.text))

    def is_denied(self) -> bool:
        """Whether the parts are not the whole, and near enough to be meant as all of it."""
        gap = self.total - self.whole.value
        room = sum(map(_rounding, (self.whole, *self.parts)))
        if abs(gap) <= room:
            return False
        # “One” is no number to the reading, and can be a part.
        if any(gap + ones == 0 for ones in range(len(_ONES.findall(self.text)) + 1)):
            return False
        return abs(gap) <= max(self.whole.value * self._reach(gap), 2 * (self._reach(gap) > _LOOSE))

    def _reach(self, gap):
        overlapping = sum(bool(_MAY_OVERLAP.search(part.phrase.clause)) for part in self.parts)
        if self.is_complete:
            return _ALL
        if overlapping > 1 or _INCLUDING.search(self.text):
            return _LOOSE
        return (_MIXED if overlapping else _FRAMED) if gap > 0 else _SHORT


def _rounding(item: Quantity):
    """How far the truth behind a number may be from it: half of its last figure for money."""
    low, high = extent(item.phrase.number)
    return (high - low) / 2


@constraint("parts-apart", "C02; source of error 6", follows=("small-number",))
def parts_apart(reading: Reading) -> Iterator[Denial]:
    """Parts that are told apart from their whole come to it."""
    rows, listed = statements(reading), leads(reading)
    for place, row in enumerate(rows):
        if id(row.line) in listed:
            continue
        divisions = tuple(_divisions(rows, place, row))
        if not any(division.total == division.whole.value for division in divisions):
            denied = (division for division in divisions if division.is_denied())
            yield from map(_denial, islice(denied, 1))


def _denial(division: Division):
    counted = " + ".join(plain(part.phrase.number) for part in division.parts)
    whole = division.whole
    says = (
        f"{counted} = {number_text(division.total)}, and the paper says {whole.phrase.said} at "
        f"{whole.line.at}."
    )
    mend = "Put the wrong number right, or name the part that is missing."
    return Denial.of(division.parts[-1], says, mend)


def _divisions(rows, place, row: Statement) -> Iterator[Division]:
    """Every division that a sentence may make of a whole in it or before it."""
    for amounts in (_counts, _sums):
        every = amounts(row)
        bases = {item.phrase.base for item in row.quantities} - {None}
        wholes = [item for item in row.counts if item.phrase.mark in bases]
        parts = tuple(item for item in every if item.phrase.mark not in bases and _is_part(item))
        if len(bases) > 1 or not parts or _has_shares_of_its_own(row, parts):
            continue
        if wholes:
            again = wholes[0].value
            parts = tuple(item for item in parts if not (item.phrase.head and item.value == again))
        if wholes and len(parts) > 1:
            yield Division(wholes[0], parts, row.sentence.text)
        elif not wholes and len(every) > 2 and len(parts) >= len(every) - 1 and _opens(every):
            yield Division(every[0], tuple(every[1:]), row.sentence.text)
        if _OF_WHOM.search(row.sentence.text) and not _OF_WHOM.match(row.sentence.text):
            continue
        heads = {item.phrase.head for item in parts} - {""}
        if not wholes and len(parts) == len(every) and len(heads) < 2:
            group, text = _with_following(rows, place, parts)
            if len(group) + len(_ONES.findall(text)) > 1:
                for whole in _wholes_before(rows, place, group, amounts):
                    yield Division(whole, group, text)


def _has_shares_of_its_own(row: Statement, parts):
    """Whether each part has its share, and the shares are not those of one whole."""
    shares = [item.value for item in row.quantities if item.phrase.number.kind == PERCENT]
    return len(shares) == len(parts) > 1 and abs(sum(shares) - 100) > _OF_ALL


def _counts(row: Statement) -> list[Quantity]:
    return [
        item for item in row.counts if item.phrase.is_stock and item.phrase.head not in _HEADINGS
    ]


def _sums(row: Statement) -> list[Quantity]:
    return [item for item in row.quantities if item.phrase.is_sum]


def _is_part(item: Quantity):
    known = item.phrase.article in ("the", "these", "all", "our") and item.phrase.role != REST
    return not (_ELSEWHERE.search(item.phrase.label) or (known and item.phrase.head))


def _opens(parts):
    """Whether the first of some counts is what the others are parts of: it alone names a thing,
    or it is a sum that the others are said to make up."""
    first, others = parts[0].phrase, parts[1:]
    if first.is_sum:
        return bool(_PAYS.search(parts[0].sentence.text[first.end : others[0].phrase.start]))
    return bool(first.head) and all(
        not item.phrase.head or item.phrase.anaphor or item.phrase.head == first.head
        for item in others
    )


def _with_following(rows, place, parts):
    """(the parts of a sentence and of those right after it that tell of one more part each, their
    text); nothing where the sentence before began the group."""
    text = rows[place].sentence.text
    if place and _goes_on(rows[place - 1], rows[place]):
        return (), text
    group = list(parts)
    for row, other in zip(rows[place:], rows[place + 1 :], strict=False):
        if len(parts) > 1 or not _goes_on(row, other):
            break
        group += other.counts
        text += f" {other.sentence.text}"
    return tuple(group), text


def _goes_on(row: Statement, other: Statement):
    """Whether a sentence tells of one more part, as the one before it did."""
    alike = row.section == other.section and row.line.kind == other.line.kind
    return alike and all(
        len(item.counts) == len(item.quantities) == 1
        and item.counts[0].phrase.is_stock
        and not item.counts[0].phrase.head
        and item.counts[0].phrase.base is None
        for item in (row, other)
    )


def _stems_of(item: Quantity):
    """The stems of what follows a number in its sentence, up to the next one."""
    return stems(item.sentence.text[item.phrase.end :].partition("⟦")[0])


def _wholes_before(rows, place, group, amounts):
    """What a group of parts may be parts of: what it names, else the amount before it."""
    named = {head for item in group for head in item.phrase.of}
    heads = {item.phrase.head for item in group} - {""}
    linked = any(item.phrase.anaphor or item.phrase.role == REST for item in group)
    subject = stems(group[0].sentence.text[: group[0].phrase.start])
    near = [item for row in before(rows, place, _FAR) for item in reversed(amounts(row))]
    # A name that nothing near bears is another word for what was counted.
    unheard = not (named | heads) & {item.phrase.head for item in near}
    for item in near:
        head = item.phrase.head
        same = head in named | heads or head in subject or bool(heads & _stems_of(item))
        whole_line = item.phrase.is_sum or group[0].line.kind == ITEM
        alone = whole_line or (head and sum(1 for one in near if one.order == item.order) == 1)
        loose = not heads or (unheard and bool(named))
        if same or (loose and (linked or alone)):
            yield item
