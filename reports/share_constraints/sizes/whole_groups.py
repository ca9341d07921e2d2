"""All of some things, where the next words leave some out; and parts that go beyond their whole."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reports.checks.reading import Reading
from reports.prose.asides import CONDITIONS
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import stem, stems
from reports.quantities.model import NO_PARTS, Denial, Statement
from reports.quantities.passages import after, before, statements

_ALL = SentencePattern(
    r"^\W*(?:[^⟦.;:]{0,40},\s+)?(?:all|every\s+one|each|both)\s+(?:of\s+)?(?:the|our|its|us|them|⟦c\d+⟧|[a-z-]+’s)\b"
    r"(?!\s+but\b)|\b(?:was|were|is|are)\s+all\s+[a-z]+",
    re.I,
)
# “At the remaining three …”, “Seven were not.”
_REST = re.compile(
    r"^\W*(?:(?:at|in|of|for|with)\s+)?(?:the|its|our)\s+(?:remaining|other)\s+⟦c\d+⟧\s*(?P<noun>[a-z]*)"
    r"|^\W*the\s+rest\s+(?:was|were|is|are|had|have|did)\b"
    r"|^\W*⟦c\d+⟧\s+(?:of\s+(?:them|these|those)\s+)?(?:was|were|is|are|did|does|do|had|have|has|could)\s+(?:not|yet\s+to)\b",
    re.I,
)
_NO_NOUN = frozenset(
    ("", "there", "was", "were", "is", "are", "had", "have", "has", "did", "could")
)
# “All of us visited the unit; Councillors Brough and Eccles sent their apologies.”
_CAME = re.compile(r"\b(?:visited|attended|came|took\s+part|replied|went|met|voted)\b", re.I)
_AWAY = re.compile(
    r"[;,]\s+(?:but\s+)?[^.;⟦]{3,60}?\b(?:sent\s+(?:their|her|his|its)?\s*apologies|could\s+not\s+(?:attend|come)|(?:was|were)\s+absent|"
    r"did\s+not\s+(?:attend|come|take\s+part|reply|go))\b",
    re.I,
)
_UNSURE = re.compile(rf"\b(?:{CONDITIONS}|nearly|almost|not\s+all|virtually|except\w*)\b", re.I)
# “Of the 437 on that date 196 attended a club, 143 had a payment and 51 stayed.”
_OF = SentencePattern(r"\b(?:out\s+)?of\s+(?:the|our|these|those)\s+⟦c(?P<whole>\d+)⟧", re.I)
_NESTED = re.compile(
    r"\b(?:of\s+(?:whom|which|these|those|them)|includ\w+|also|both|at\s+least|some|or\s+more|several|average|more\s+than|fewer|less|up|down|"
    r"between|target)\b|⟦[pm]",
    re.I,
)
# “They qualify on four grounds: 1,102 live too far, 841 have a need …”.
_COLON = re.compile(r":\s+(?=[^⟦:]{0,40}⟦c\d+⟧)")
_FEWEST, _REACH, _CLOSE = 3, 8, 40
_MEND = "Put the wrong number right."
_BY_ORDER = re.compile(r"\b(?:first|last|next)\s+$", re.I)


def whole_groups(reading: Reading) -> Iterator[Denial]:
    """`All nine schools were full. At the remaining three there were 118 vacancies.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _ALL.search(row.sentence.text)
        if match and not _UNSURE.search(row.sentence.text):
            behind = next(iter(after(rows, place, 1)), None)
            yield from _left_out(row, match, behind)
        yield from _of_whole(row)
        # “112 people: 64 children, 31 carers and 24 staff. Add those and you get 119.”
        sums = {x.value for other in after(rows, place, 2) for x in other.counts}
        yield from _after_colon(row, next(iter(before(rows, place, 1)), None), sums)


def _left_out(row: Statement, match: re.Match, behind: Statement | None) -> Iterator[Denial]:
    """The denial of `all` where the same sentence or the next leaves some out."""
    rest = behind and _REST.match(behind.sentence.text)
    if rest and (not _is_of_same(row, rest["noun"] or "") or _is_rest_of_part(row, behind)):
        rest = None
    away = _AWAY.search(row.sentence.text, match.end())
    came = away and _CAME.search(row.sentence.text, match.end(), away.start())
    others = behind.sentence.said(rest.group()) if rest else ""
    others = row.sentence.said(away.group()) if came and not others else others
    if others:
        says = f"The report has “{row.sentence.said(match.group()).strip()}”, and then "
        says += f"“{others.strip(' ;,')}”."
        yield Denial(row.line, row.span, says, "Use the word that is so.")


def _is_rest_of_part(row: Statement, behind: Statement) -> bool:
    """True if what is left out makes up the whole with a part that the sentence goes on to name:
    `All 52 have a plan, and 49 were reviewed. The other three …`."""
    counts, rest = [x.value for x in row.counts], next(iter(behind.counts), None)
    return bool(rest) and any(part + rest.value in counts for part in counts)


def _is_of_same(row: Statement, noun: str) -> bool:
    """True unless a noun is of other things than the sentence names."""
    return noun.casefold() in _NO_NOUN or stem(noun) in stems(row.sentence.said())


def _of_whole(row: Statement) -> Iterator[Denial]:
    matches = [*_OF.finditer(row.sentence.text)]
    if len(matches) != 1 or _NESTED.search(row.sentence.text, matches[0].end()):
        return
    whole = row.sentence.thing(matches[0]["whole"])
    parts = [x for x in row.counts if x.phrase.start >= matches[0].end() and _is_part(x)]
    total = sum(x.value for x in parts)
    is_list = len(parts) >= _FEWEST and _has_and(row, parts)
    if is_list and whole.value < total <= whole.value * (1 + 1 / _REACH) and not whole.bound:
        yield _denial(row, parts, whole)


def _after_colon(row: Statement, earlier: Statement | None, sums: set) -> Iterator[Denial]:
    colons = [*_COLON.finditer(row.sentence.text)]
    if len(colons) != 1 or _NESTED.search(row.sentence.text, colons[0].end()):
        return
    place = colons[0].end()
    # “127 with carers and 69 with kin, or 1.4 and 1.3 a household”.
    parts = [x for x in row.counts if x.phrase.start >= place and not x.phrase.number.places]
    ahead = [x for x in row.counts if x.phrase.start < place]
    announced = [x for x in ahead if x.value == len(parts)]
    wholes = [x for x in ahead if x not in announced]
    if not wholes and announced and earlier and earlier.section == row.section:
        wholes = [x for x in earlier.counts if x.phrase.is_stock]
    if len(wholes) != 1 or not all(map(_is_part, parts)) or len(parts) < _FEWEST - 1:
        return
    whole, total = wholes[0].phrase.number, sum(x.value for x in parts)
    if total in sums:
        return
    gap = abs(whole.value - total)
    # Where nobody says how many kinds there are, a few may be of none.
    reach = _REACH if announced or total > whole.value else _CLOSE
    is_near = 0 < gap * reach <= whole.value and whole.value > max(x.value for x in parts)
    if is_near and _has_and(row, parts) and not whole.bound:
        yield _denial(row, parts, whole)


def _is_part(item) -> bool:
    # “The last two sessions have room for the other 12.”
    is_by_order = _BY_ORDER.search(item.sentence.text[: item.phrase.start])
    return item.phrase.role not in NO_PARTS and not (item.phrase.number.bound or is_by_order)


def _has_and(row: Statement, parts) -> bool:
    """True if commas part all but the last of the numbers, which `and` joins."""
    text = row.sentence.text
    between = [text[a.phrase.end : b.phrase.start] for a, b in pairwise(parts)]
    ends = bool(between) and " and " in between[-1]
    return ends and all("," in text or " and " in text for text in between)


def _denial(row: Statement, parts, whole) -> Denial:
    sum_text = " + ".join(x.phrase.number.words for x in parts)
    says = (
        f"{sum_text} = {number_text(sum(x.value for x in parts))}, but the whole is {whole.words}."
    )
    return Denial(row.line, parts[-1].phrase.number, says, _MEND)
