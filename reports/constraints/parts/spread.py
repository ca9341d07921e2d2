"""Divisions of a whole by the parts of its own sentence, or of sentences that follow it."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from assurance.runtime import digits
from reports.checks.reading import ITEM
from reports.prose.content import words_of
from reports.prose.numbers import PERCENT
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Quantity, Statement, Sure
from reports.quantities.nouns import PLAIN
from reports.quantities.parts.division import ANY, Division
from reports.quantities.parts.terms import ONES
from reports.quantities.passages import before
from reports.quantities.roles import MEAN, REST, TARGET

# So many sentences may be between a whole and its parts; two paragraphs have no more.
_FAR, _PASSAGE = 3, 12
# “The two” and “all four” are things spoken of before.
_FEW, _OWNERS = 10, ("’s", "'s")
_OF_REST = re.compile(r"\W*of\s+the\s+(?:other|remaining)\s+⟦c", re.I)
# “Of the other children, 22 …”: what remains of a whole without its number.
_OF_OTHERS = re.compile(
    r"\W*(?:of|among|amongst|for|in)\s+(?:the\s+(?:other|remaining|rest)|(?:the\s+)?others)\b(?!\s+⟦)",
    re.I,
)
_OF_WHOM = re.compile(r"\s+of\s+whom\b", re.I)
_OF_THE_OTHER = re.compile(r"\s+of\s+the\s+(?:other|remaining)\s+⟦", re.I)
_FURTHER = re.compile(r"\W*(?:and\s+)?(?:a\s+further|another)\s+⟦", re.I)
# So many counts before may be those of `taken together`.
_MOST = 6
_TOGETHER = SentencePattern(
    r"(?:^\W*|[,;]\s+|\band\s+)(?:(?:taken\s+)?together|(?P<all>in\s+all|in\s+total|altogether)),?\s+"
    r"(?:[a-z]+,?\s+){0,4}⟦c(?P<whole>\d+)⟧",
    re.I,
)
# “92 children, of whom 69 …” tells of a whole of its own.
_OF_WHOM = SentencePattern(r"\W*\bof\s+(?:whom|which)\b", re.I)
_PAYS = re.compile(
    r"\b(?:made\s+up|pays?\s+for|split|divided|covers?|consist\w*|compris\w*)\b|:|\(", re.I
)
# What leads from a whole to its parts; else all are told of in turn.
_LINKED = re.compile(r"[:;(]|\s[–—-]\s|\b(?:of\s+wh\w+|made\s+up|with|being|including)\b", re.I)
_WHOLE = ("the", "these", "those", "all", "our")
_PREDICATE = re.compile(r"(?:[a-z]+ed|were|was|are|ha[sd]|have|took|came|went)\b", re.I)
_ELSEWHERE = re.compile(
    r"^to\s*$|\b(?:these|they|this|which)\s+(?:come|comes|came|amount\w*|add\w*(?:\s+up)?)\s+to\s*$"
    r"|\b(?:rose|rise|rises|grew|fell|fall|up|down|went|increased|decreased|reduced)\s+to\s*$"
    r"|\b(?:from|than|since|compared\s+with|against|between|every|includ\w+|for\s+the|(?<!ma[dk]e\s)up|another|among(?:st)?\s+the)\s*$"
    r"|\b(?:rose|fell|was|were)\s+from\b|\b(?:year|quarter|month|term|report)\s+(?:before|earlier)\b",
    re.I,
)

# Shares of all parts of a whole add to a hundred, but for rounding and one slip.
_OF_ALL = 12
# “In four groups” says how the whole is divided and is no part of it.
_HEADINGS = words_of("group category kind type area heading part theme way")


def spread(rows: Sequence[Statement], place: int, row: Statement) -> Iterator[Division]:
    """Every division that a sentence may make of a whole in it or before it."""
    for amounts in (_counts, _sums):
        every = amounts(row)
        bases = {item.phrase.base for item in row.quantities} - {None}
        wholes = [item for item in every if item.phrase.mark in bases]
        parts = tuple(item for item in every if item.phrase.mark not in bases and is_part(item))
        parts = () if not bases and _OF_REST.match(row.sentence.text) else parts
        parts = tuple(item for item in parts if not _is_of_rest(item, parts))
        if len(bases) > 1 or not parts or _has_shares_of_its_own(row, parts):
            continue
        # “The budget was £80,000, which leaves £26,000”: what is left is of the budget.
        if {TARGET, REST} <= {item.phrase.role for item in parts}:
            continue
        if wholes:
            again = wholes[0].value
            parts = tuple(item for item in parts if not (item.phrase.head and item.value == again))
        if wholes and len(parts) > 1:
            yield Division(wholes[0], parts, row.sentence.text, at=parts[-1])
        elif not wholes and len(every) > 2 and len(parts) >= len(every) - 1 and _opens(every):
            others = tuple(item for item in every[1:] if item in parts)
            yield Division(every[0], others, row.sentence.text, at=others[-1])
        elif wholes and (rest := rest_after(rows, place)):
            yield Division(wholes[0], (*parts, *rest), at=rest[-1])
        if _OF_WHOM.search(row.sentence.text) and not _OF_WHOM.match(row.sentence.text):
            continue
        heads = {item.phrase.head for item in parts} - {"", *PLAIN}
        alike = len(heads) < 2 and not _OF_OTHERS.match(row.sentence.text)
        if not wholes and len(parts) == len(every) and alike:
            group, text = _with_following(rows, place, parts)
            rest = rest_after(rows, place) if len(group) == len(parts) else ()
            # One part alone goes on to what remains where more stand between them.
            group += rest if len(parts) > 1 or len(rest) > 1 else ()
            if group and len(group) + len(ONES.findall(text)) > 1:
                for whole in _wholes_before(rows, place, group, amounts):
                    if not _are_of_other_days(whole, row):
                        yield Division(whole, group, text, at=group[-1])


def _are_of_other_days(whole: Quantity, row: Statement):
    """Whether a whole and what follows each name a date, and not one that is the other's too."""
    texts = whole.sentence, row.sentence
    days = [{mark.words for mark in text.marks("d") if mark.month} for text in texts]
    return bool(all(days) and not days[0] & days[1])


def together(rows: Sequence[Statement], place: int, row: Statement) -> Iterator[Division]:
    """`Taken together, the 46 …`: the groups right before it, where no two or more come to it."""
    match = _TOGETHER.search(row.sentence.text)
    index = {item.phrase.mark: item for item in row.quantities}
    whole = index.get(digits.whole(match["whole"])) if match else None
    if whole is None or whole.phrase.number.bound or (match["all"] and whole.phrase.of):
        return
    own = [item for item in row.counts if item.phrase.start < match.start()]
    # What stands further off than a paragraph may come to it by chance.
    passage = before(rows, place, _PASSAGE)
    lines = [*dict.fromkeys([row.line.where, *(other.line.where for other in passage)])][:2]
    near = (other.counts for other in passage if other.line.where in lines)
    # “Carers of one team had six visits each on average”: no group.
    earlier = [[item for item in counts if item.phrase.role != MEAN] for counts in near]
    bases = {item.phrase.base for item in rows[place - 1].quantities}
    last = [item for item in (*earlier, ())[0] if item.phrase.mark not in bases]
    if match["all"] and len(last) < 2:
        return
    earlier = last if len(last) > 1 else [item for row in reversed(earlier) for item in row]
    parts = [item for item in (*earlier, *own) if item.value < whole.value or len(own)][-_MOST:]
    # “In four places and on eight dates, for 160 people in total”.
    heads = {item.phrase.head for item in parts}
    if whole.phrase.head and not heads & {"", *PLAIN, whole.phrase.head}:
        return
    sums = (
        sum(item.value for item in some)
        for many in range(2, len(parts) + 1)
        for some in combinations(parts, many)
    )
    if len(parts) > 1 and whole.value not in sums:
        # Of three numbers before it, two may be meant.
        same = all(item.phrase.head in ("", whole.phrase.head) for item in parts)
        sure = Sure.READ if same and len(parts) == 2 else Sure.JOINED
        groups = (tuple(parts[-2:]), tuple(parts))
        nearest = min(groups, key=lambda group: abs(sum(x.value for x in group) - whole.value))
        yield Division(whole, nearest, near=ANY, sure=sure)


def _has_shares_of_its_own(row: Statement, parts):
    """True if each part has its share, and the shares are not those of one whole."""
    shares = [item.value for item in row.quantities if item.phrase.number.kind == PERCENT]
    return len(shares) == len(parts) > 1 and abs(sum(shares) - 100) > _OF_ALL


def _counts(row: Statement) -> list[Quantity]:
    stocks = [x for x in row.counts if x.phrase.is_stock and x.phrase.head not in _HEADINGS]
    # “Between the council’s own three homes, with 14, and …” counts a few that are known.
    known = [x for x in stocks if x.phrase.head and x.phrase.article.endswith(_OWNERS)]
    return [x for x in stocks if x.value >= _FEW or x.phrase.base is not None or x not in known]


def _sums(row: Statement) -> list[Quantity]:
    return [item for item in row.quantities if item.phrase.is_sum]


def is_part(item: Quantity) -> bool:
    """True if a count may be a part of a whole: it is not compared with, nor named again."""
    known = item.phrase.article in ("the", "these", "all", "our") and item.phrase.role != REST
    few = item.value < _FEW and item.phrase.article != "all"
    again = item.phrase.head or few or item.phrase.is_bare
    return not (_ELSEWHERE.search(item.phrase.label) or (known and again))


def _is_of_rest(item: Quantity, parts):
    """True if a part is one of what remained: `the other 47 were empty, 29 of these unfit`."""
    earlier = (other for other in parts if other.phrase.start < item.phrase.start)
    return item.phrase.anaphor and any(other.phrase.role == REST for other in earlier)


def _opens(parts):
    """Whether the first of some counts is what the others are parts of: it alone names a thing,
    or it is a sum that the others are said to make up."""
    first, others = parts[0].phrase, parts[1:]
    if first.is_sum:
        return bool(_PAYS.search(parts[0].sentence.text[first.end : others[0].phrase.start]))
    between = parts[0].sentence.text[first.end : others[0].phrase.start]
    # “84 assessments, 63 on time and 21 late” tells of nothing but the first.
    of_first = all(
        re.fullmatch(r"\W*(?:and|with|but)?\W*", item.phrase.label.rpartition(" ")[2])
        and not _PREDICATE.match(item.phrase.clause)
        for item in others
    )
    linked = _LINKED.search(between) or any(item.phrase.anaphor for item in others)
    linked = linked or first.article in _WHOLE or of_first
    return bool(first.head and linked) and all(
        not item.phrase.head or item.phrase.anaphor or item.phrase.head == first.head
        for item in others
    )


def _with_following(rows, place, parts):
    """(the parts of a sentence and of those right after it with one more part each, their text);
    nothing where the sentence before began the group."""
    text = rows[place].sentence.text
    if place and _goes_on(rows[place - 1], rows[place]):
        return (), text
    group = list(parts)
    for row, other in zip(rows[place:], rows[place + 1 :], strict=False):
        # Behind what remains no part is left.
        if len(parts) > 1 or group[-1].phrase.role == REST or not _goes_on(row, other):
            break
        group += other.counts
        text += f" {other.sentence.text}"
    return tuple(group), text


def rest_after(rows: Sequence[Statement], place: int) -> tuple[Quantity, ...]:
    """What remains, where the next sentence tells of that alone, with further parts that have a
    sentence each before it; or nothing."""
    parts = []
    for other in rows[place + 1 : place + 1 + _FAR]:
        alike = other.section == rows[place].section and _are_plain(other)
        item = next(reversed(_without_nested(other)), None) if alike else None
        if item is None or item.phrase.base is not None:
            break
        if item.phrase.role == REST:
            # “In 11 of the other 16”: a part of what remains.
            text = other.sentence.text
            own = [x for x in _without_nested(other) if not _OF_THE_OTHER.match(text, x.phrase.end)]
            return (*parts, *own)
        if len(other.counts) > 1 or not _FURTHER.match(other.sentence.text):
            break
        parts.append(item)
    return ()


def _without_nested(row: Statement) -> list[Quantity]:
    """The counts of a sentence, without those “of whom” it goes on to tell."""
    return [x for x in row.counts if not _OF_WHOM.match(row.sentence.text, x.phrase.end)]


def _are_plain(row: Statement):
    """True if a sentence has one count, or several that name nothing of their own."""
    plain = all(
        item.phrase.is_stock
        and item.phrase.head in PLAIN | {""}
        and item.phrase.base is None
        and (item.phrase.role == REST or not (item.phrase.article or item.phrase.anaphor))
        for item in row.counts
    )
    return len(_without_nested(row)) == 1 or (plain and 1 < len(row.counts) == len(row.quantities))


def _goes_on(row: Statement, other: Statement):
    """True if a sentence has one more part, as the one before it did."""
    alike = row.section == other.section and row.line.kind == other.line.kind
    # Items of a list that no sentence calls a division may overlap.
    alike = alike and (row.line is other.line or row.line.kind != ITEM)
    return alike and all(
        len(item.counts) == len(item.quantities) == 1
        and item.counts[0].phrase.is_stock
        and not item.counts[0].phrase.head
        and item.counts[0].phrase.base is None
        and is_part(item.counts[0])
        for item in (row, other)
    )


def _stems_of(item: Quantity):
    """The stems of what follows a number in its sentence, up to the next one."""
    return stems(item.sentence.text[item.phrase.end :].partition("⟦")[0])


def _wholes_before(rows, place, group, amounts):
    """What a group of parts may be parts of: what it names, else the amount before it."""
    named = {head for item in group for head in item.phrase.of}
    heads = {item.phrase.head for item in group} - {"", *PLAIN}
    linked = any(item.phrase.anaphor or item.phrase.role == REST for item in group)
    subject = stems(group[0].sentence.text[: group[0].phrase.start])
    near = [item for row in before(rows, place, _FAR) for item in reversed(amounts(row))]
    # A name that nothing near bears is another word for what was counted.
    unheard = not (named | heads) & {item.phrase.head for item in near}
    for item in near:
        head = item.phrase.head
        same = head in named | heads or head in subject or bool(heads & _stems_of(item))
        whole_line = item.phrase.is_sum or group[0].line.kind == ITEM
        alone = whole_line or _is_alone(item, near)
        loose = unheard if named else not heads
        if same or (loose and (linked or alone)):
            yield item


def _is_alone(item: Quantity, near: Sequence[Quantity]) -> bool:
    """True if a count that names a thing, or is of one that does, has none beside it but its base:
    `of 210 families 140 answered`."""
    others = (other for other in near if other.order == item.order and other is not item)
    # “Over the three terms 250 calls were taken.”
    others = (other for other in others if not (other.phrase.article and other.value < _FEW))
    phrase = item.phrase
    named = phrase.head or (phrase.base is not None and phrase.base < phrase.mark)
    return bool(named) and all(other.phrase.mark == phrase.base for other in others)
