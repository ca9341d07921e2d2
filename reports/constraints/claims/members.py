"""What is claimed of all members of a few, against the members that the sentence goes on to name.

`Both vacancies, in the north, in the south and at sea, were filled`.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from assurance.runtime import digits
from reports.constraints.claims.echoes import MEND
from reports.quantities.model import Denial, Statement

_FEW = r"(?:\b(?P<both>both)|\b(?:all|the|these|our)\s+⟦c(?P<whole>\d+)⟧)(?!⟦)[^⟦,;:.()]{0,90},\s+"
_COUNT = r"(?:⟦c\d+⟧|\bone)"
_ENDS = r"(?=,?\s+(?:were|was|have|had|has|are|is|did|will)\b|,\s+[a-z]+ed\b)"
_PIECE = r"(?:from|in|at|of(?!\s+(?:whom|which|them|these))|to|by|with|on|for)\s+[^⟦,;:.()]{1,50}?"
_DATED = r"(?:from|in|at|to|by|with|on|for)\s+(?:[^⟦,;:.()]|⟦d\d+⟧){1,50}?"
# “All three carers, two from York and one from Hull, were glad.”
_COUNTED = re.compile(
    rf"{_FEW}(?P<parts>{_COUNT}\s+{_PIECE}(?:(?:,\s+(?:and\s+)?|\s+and\s+){_COUNT}\s+{_PIECE}){{1,5}}){_ENDS}",
    re.I,
)
# “There were five: three in May, one in July and two in August”, “more than 40: 22 first and 9”.
_OPENED = re.compile(
    rf"⟦c(?P<whole>\d+)⟧(?P<both>(?!))?[^⟦,;:.()]{{3,70}}:\s+(?P<parts>{_COUNT}\s+{_DATED}(?:(?:,\s+(?:and\s+)?|\s+and\s+)"
    rf"{_COUNT}\s+{_DATED}){{1,7}})\W*$",
    re.I,
)
# “More than 40 schools: 22 primary, 9 secondary and 4 special schools”.
_BOUNDED = re.compile(
    r"⟦c(?P<whole>\d+)⟧[^⟦;:.()]{3,70}:\s+(?P<parts>⟦c\d+⟧[^⟦;:.()]{2,50}?"
    r"(?:(?:,\s+(?:and\s+)?|\s+and\s+)⟦c\d+⟧[^⟦;:.()]{2,50}?){1,7})\W*$",
    re.I,
)
# “Both posts, in York, in Hull and in Selby, were filled.”
_PLACED = re.compile(
    rf"{_FEW}(?P<parts>(?P<lead>one\s+of|in|at|from|for|of|with)\s+[^⟦;:.()]{{3,160}}?){_ENDS}",
    re.I,
)
# Of all nine that were placed, five cannot have been placed elsewhere.
_ELSEWHERE = re.compile(
    r"\ball\s+⟦c(?P<whole>\d+)⟧(?:\s+of\s+them)?(?:\s+[a-z’-]+){0,4}?\s+"
    r"(?:placed|lived?|sent|moved|went|came|upheld|closed|settled|graded|rated|judged|resolved|"
    r"ended|housed|admitted|adopted|returned|discharged|accepted|refused)\s+(?:in|at|to|on|by|with|into|from)\b[^⟦,;:.()]{0,60}?"
    r",?\s+and\s+⟦c(?P<more>\d+)⟧\s+(?:in|at|to|on|by|with|into|from)\s+(?!⟦)",
    re.I,
)
# “Each of the two has now gone to a new school; the other is taught in the meantime.”
_BUT_THE_OTHER = re.compile(
    r"\b(?:both|(?:each|all|neither|either)\s+of\s+(?:the\s+|these\s+|those\s+)?(?:⟦[cx](?P<count>\d+)⟧|two\b))(?P<claim>[^.;]{3,140})"
    r"[;,]\s+(?:(?:and|but|while)\s+)?the\s+other\s+(?:is|was|has|had|will|does|did)\b",
    re.I,
)
_ONE = re.compile(r"\b(?:one|first|latter|former|on\s+the\s+other)\b", re.I)
_TWO = 2
_SCALE = (
    *("inadequate|unsatisfactory|unacceptable", "requir(?:es?|ed|ing)\\s+improvement|weak|poor"),
    *("adequate|satisfactory|fair", "good", "very\\s+good", "outstanding|excellent"),
)
_GRADE = "|".join(rf"(?P<g{place}>{item})" for place, item in reversed([*enumerate(_SCALE)]))
_AT_LEAST = re.compile(
    r"^\W*(?:(?:none|neither|no|not\s+one)\b(?:[^⟦:;.]|⟦c\d+⟧){0,90}?\b(?:below|worse\s+than|less\s+than|lower\s+than)"
    rf"|(?:all|both|every|each)\b(?:[^⟦:;.]|⟦c\d+⟧){{0,90}}?\bat\s+least)\s+(?:{_GRADE})\b[^:;.]{{0,80}}[:;]",
    re.I,
)
_GRADED = re.compile(
    rf"\b(?:is|was|were|are|be|been|as|and)\s+(?:(?:now|also|graded|rated|judged|as|to|be)\s+){{0,3}}"
    rf"(?:{_GRADE})(?=\s*(?:[.,;]|and\b|when\b|in\b))|\b(?P<own>requires\s+improvement)",
    re.I,
)

# “Both of the three”; “both the 12 and their carers” joins two groups.
_BOTH_OF = re.compile(
    r"\bboth\s+(?:of\s+(?:(?:the|our|these|those|its|their)\s+)?(?:other\s+)?⟦c(?P<many>\d+)⟧|"
    r"(?:the|our|these|those)\s+⟦c(?P<few>\d+)⟧(?![^.;]*\band\b))",
    re.I,
)


def both(row: Statement) -> Iterator[Denial]:
    """`Both of the three homes`: both are two."""
    for match in _BOTH_OF.finditer(row.sentence.text):
        number = row.sentence.thing(match["many"] or match["few"])
        if number.value != 2 and not number.bound:
            says = f"The report has “both” of {number.words}, and both are two."
            yield Denial(row.line, number, says, "Write “all”, or put the number right.")


def named(row: Statement) -> Iterator[Denial]:
    """`All three, two from York and two from Hull`, `Both, in York, in Hull and at sea`."""
    text = row.sentence.text
    for match in (_COUNTED.search(text) or _PLACED.search(text) or _OPENED.search(text),):
        if match is None or (match.re is _OPENED and not re.search(r"\bone\b", match["parts"])):
            continue
        whole = Fraction(2) if match["both"] else row.sentence.thing(match["whole"]).value
        if match.re is not _PLACED:
            counts = row.sentence.marks("c", match["parts"])
            total = sum(number.value for number in counts)
            total += len(re.findall(r"\bone\b", match["parts"], re.I))
            wrong = total != whole
        else:
            lead = re.escape(match["lead"])
            total = len(re.findall(rf"(?:^|,\s+|\band\s+){lead}\b", match["parts"], re.I))
            wrong = total > whole
        if wrong:
            says = f"The report names {whole} and then gives {total}."
            yield Denial(row.line, row.sentence.start, says, MEND)


def fewer_than_bound(row: Statement) -> Iterator[Denial]:
    """`More than 40 schools: 22 primary, 9 secondary and 4 special schools`."""
    match = _BOUNDED.search(row.sentence.text)
    number = match and row.sentence.thing(match["whole"])
    if not match or number.bound not in (">", ">="):
        return
    parts = row.sentence.marks("c", match["parts"])
    total = sum(part.value for part in parts)
    is_short = total < number.value or (total == number.value and number.bound == ">")
    if is_short and len(parts) > 1 and not any(part.bound for part in parts):
        says = f"The parts named come to {total}, but the report gives {number.words}."
        yield Denial(row.line, number, says, MEND)


def but_the_other(row: Statement) -> Iterator[Denial]:
    """`Each of the two has gone to a school; the other is taught at home`: so one of them has."""
    match = _BUT_THE_OTHER.search(row.sentence.text)
    two = match and (not match["count"] or row.sentence.thing(match["count"]).value == _TWO)
    if two and not _ONE.search(match["claim"]):
        says = f"The report has “{row.sentence.said(match.group()).strip()}”: one, and the other."
        yield Denial(row.line, row.span, says, MEND)


def elsewhere(row: Statement) -> Iterator[Denial]:
    """`All nine were placed in secure accommodation and five in a young offenders institution`."""
    for match in _ELSEWHERE.finditer(row.sentence.text):
        more, whole = (row.sentence.thing(match[name]) for name in ("more", "whole"))
        if 0 < more.value <= whole.value and more.words != whole.words:
            says = f"The report has all {whole.words}, and then {more.words} elsewhere."
            yield Denial(row.line, more, says, MEND)


def graded(row: Statement) -> Iterator[Denial]:
    """`Neither home was below good: one was good and the other was adequate`."""
    text = row.sentence.text
    claim = _AT_LEAST.match(text)
    for match in _GRADED.finditer(text, claim.end()) if claim else ():
        if _place(match) < _place(claim):
            says = (
                f"The report claims that none is below {claim[claim.lastgroup]}, and here has "
                f"“{match[0]}”."
            )
            yield Denial(row.line, row.sentence.start, says, MEND)
            return


def _place(match):
    return 1 if match.lastgroup == "own" else digits.whole(match.lastgroup[1:])
