"""From one number to another: the word of direction, the amount and the times must be true."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from reports.checks.reading import Reading
from reports.equations.steps.pairs_before import are_alike
from reports.equations.steps.plain_steps import is_plain_change
from reports.equations.steps.shares import is_true_of_shares
from reports.equations.steps.step import AMOUNT, OPENS, SAME, Step, are_times, denials
from reports.equations.steps.values import NEXT_SUBJECT, is_rate, main_values, unit_of
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, SPAN
from reports.prose.quantities.arithmetic import DIRECTION, TIMES, WORD, last_word, way_of
from reports.quantities.model import Denial, Quantity, Statement, Sure, constraint
from reports.quantities.passages import before, statements
from reports.quantities.roles import CHANGE, RATE

_THE = r"(?:the\s+|a\s+|an\s+|some\s+|about\s+|over\s+|just\s+|only\s+|around\s+|nearly\s+)*"
_FROM = re.compile(rf"\bfrom\s+{_THE}$", re.I)
_ON = re.compile(r"\b(?:on|for|in|at)\s+$", re.I)
_TO = re.compile(rf"\bto\s+{_THE}$", re.I)
_ON_TO = re.compile(rf"[^⟦.;:()]{{0,60}}\bto\s+{_THE}⟦", re.I)
# Signs between two numbers of one change, without what is in brackets.
_FAR = 110
# “The two year ends” are spoken of before.
_FEW = 10
_ASIDE = re.compile(r"\([^()]{0,60}\)|⟦[dxq]\d+⟧")
# “4,860 (2018: 4,500)”.
_LABELLED = re.compile(r":\s*$")
# What leads to the number before, behind the number after.
_CUE = re.compile(
    rf"(?:.*\b(?:(?P<from>from)\s+{_THE}|(?P<cue>on|than|above(?!\s+all\b)|below|against|"
    r"compared\s+(?:with|to)|when\s+(?:there|it)\s+w(?:as|ere))\s+"
    r"(?:[^⟦.,;:()]|⟦[dx]\d+⟧){0,50}\(?)|\s*[^⟦()]{0,40}(?P<bracket>\()(?:[a-z\s]{0,20}⟦d\d+⟧(?:\s?(?:to|–|-)\s?⟦d\d+⟧)?:?\s+)?)$",
    re.I | re.S,
)
# A word that says again of a number which way it went, apart from its sentence.
_OPENED = re.compile(r"(?:[,(]|\s[–—-])\s|\b(?:is|are|was|were)\s", re.I)
_COMPARING = re.compile(
    r"\b(?<!by )(?:(?P<up>higher|more|greater|above)|(?P<down>lower|fewer|less|below))\b"
    r"(?!\s+(?:all\b|than\s+(?:⟦|an?\s|one\s|half\b|twice\b)))",
    re.I,
)
# “May was above it at 61 and June was below it at 55”: what it is compared with has no number.
_OF_IT = re.compile(r"\b(?:it|this|that|them|both)\s+(?:at|with)\s+$", re.I)
# What is said of a number between it and its word has no verb of its own: “44, gave rise to …”.
_PLAINLY = (
    r"(?:(?:and|which|that|this|it|they|a|an|the|is|was|were|are|has|have|had|been|being|also|still|"
    r"itself|or|some|just|only|further|much|far|well|somewhat|thus|slight|small|large|sharp|clear|up|"
    r"down|[a-z]+ly)\s+)*"
)
_OF_NUMBER = re.compile(
    rf"{_PLAINLY}(?:(?:by\s+)?⟦[cpmqx]\d+⟧\s+(?:[a-z]+\s+){{0,2}})?{_PLAINLY}", re.I
)
_WHICH = re.compile(r"\s*,?\s+(?:which|this|that)\s", re.I)
# “Compared to last year and a rate of 114”: another thing is told of.
_NEXT_THING = re.compile(r"\band\s+an?\s+[^⟦]*$", re.I)
# “Increased from 12% to 61%”: a word that has two numbers of its own.
_OWN_NUMBERS = re.compile(rf"[^⟦]*\bfrom\s+{_THE}⟦[cmpx]", re.I)
# “Two courses were above the average of 14”: so many were, whatever they had.
_IS_BEYOND = re.compile(
    r"\s+(?:[a-z’-]+\s+){1,4}?(?:are|is|was|were|fell|came|scored|stood)\s+(?:[a-z]+\s+)?(?:above|below|over|under)\s+"
    r"(?:the|our|its|their|an?)\s+(?:[a-z]+\s+){0,3}(?:average|mean|median|target|ceiling|limit|standard|threshold|rate)\b",
    re.I,
)
_BECAUSE = re.compile(r"\b(?:because|since|as)\b[^,;]{0,60}$", re.I)
_AND_THAN = re.compile(
    r"[^,;]{0,90},\s+(?:and|but)\s+(?:higher|lower|more|fewer|less|above|below|larger|smaller)\b",
    re.I,
)
_THAN_THEN = re.compile(
    r"\bthan\s+(?:in|at|on|a|last|the)\b[^,;]{0,40}(?:,\s+(?:and\s+)?(?:against|compared\s+with)|"
    r",?\s+(?:because|after|since))\b",
    re.I,
)
_ENDS_RANGE = re.compile(r"\brange\s+of\s+⟦[cx]\d+⟧\s+to\s+$", re.I)
_OF_THINGS = re.compile(r"(?:more|fewer|less)\s+[a-z]+\s+than\b", re.I)
_NEXT_CLAUSE = re.compile(
    r"(?:,\s+|\s)(?:and|but|while|whilst|whereas|so)\s+(?:it|they|this|that|is|are|was|were|stands?|"
    r"stood|remains?|remained|has|had)\b",
    re.I,
)
# “Fewer came in May (12) than in April (20)”; “there were 60 more, or 700”.
_FIRST_WORD = re.compile(
    r"\b(?<!no )(?<!not )(?:(?P<up>more|higher|larger|greater|longer)|"
    r"(?P<down>fewer|lower|less|smaller|shorter))\b(?!\s+than\b)",
    re.I,
)
_RESULT = re.compile(
    r"⟦[cpq]\d+⟧\s+(?:percentage\s+points?\s+)?(?:(?P<up>more|higher)|(?P<down>fewer|less|lower)),?\s+"
    r"(?:or|that\s+is|which\s+is|at|making|giving)\s+$",
    re.I,
)
_AND = re.compile(r"\s(?:and|but|while|whilst|whereas)\s|;(?!\s+(?:this|that)\s+is\b)")
_BEHIND_IT = 140
# Verbs that say no direction, and words after which the sentence speaks of something else.
_NEUTRAL = re.compile(r"\b(?:went|goes|go|going|moved|changed|ran|runs|ranged|shifted)\s+$", re.I)
_ELSE = re.compile(
    r"\b(?:that|meant|because|while|whilst|when|so)\b|,\s+(?:the|and|but|our)\b", re.I
)
_BEHIND = re.compile(
    r"^(?:[^⟦.;]|⟦[dx]\d+⟧){0,60}?(?:[,(–:]|;\s+(?=this\s+is|that\s+is)|which\s+is|this\s+is|\bor\b)\s*"
    rf"(?:which\s+is\s+|this\s+is\s+|that\s+is\s+)?(?:an?\s+|the\s+)?(?:[a-z]+\s+)?{DIRECTION}",
    re.I,
)
_OF_BEFORE = re.compile(
    rf"^\W*(?:this|that|it|which)\s+(?:(?:is|was|represents|shows|marks)\s+(?:an?\s+)?(?:[a-z]+\s+)?"
    rf"{DIRECTION}\s+(?:from|on|over|compared\s+with)|compares\s+(?:with|to))\s",
    re.I,
)


@constraint("change-denied", "C15; source of error 9a", follows=("parts-of-whole",))
def changes(reading: Reading) -> Iterator[Denial]:
    """A word of direction and an amount of change are what the two numbers show."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        for step in (*_steps(row), *_of_before(rows, place, row)) if row.quantities else ():
            # “187 of the 208 (89.9%), up from 196 of 231 (84.8%)”: the shares went up.
            if not is_true_of_shares(rows, step):
                for denial in denials(_weighed(step)):
                    is_plain = is_plain_change(step, of_amount=denial.mend == AMOUNT)
                    yield replace(denial, is_proved=is_plain)


def _weighed(step: Step) -> Step:
    """A step, as a guess where it is of two things: `11 allegations in ten households, a fall`; as
    a join of two typed numbers, since a right sentence may compare either with a third."""
    most = Sure.READ if step.is_live else Sure.JOINED
    most = most if are_alike(step.pair) else Sure.GUESSED
    return replace(step, sure=min(step.sure, most))


def _steps(row: Statement) -> Iterator[Step]:
    bases = {item.phrase.base for item in row.quantities}
    values = [
        item
        for item in row.quantities
        if item.phrase.role not in (CHANGE, RATE)
        and item.phrase.mark not in bases
        and not is_rate(item)
        and not (item.phrase.article and item.value < _FEW)
    ]
    kinds = [_measure(item, values) for item in values]
    for kind in set(kinds):
        alike = [item for item, other in zip(values, kinds, strict=True) if other == kind]
        for pair in pairwise(alike):
            beyond = _IS_BEYOND.match(row.sentence.text, pair[0].phrase.end)
            if beyond or _goes_on(row, *pair) or _is_with_a_third(row, *pair) or are_times(pair):
                continue
            if step := _step(row, values, *pair):
                yield step


def _goes_on(row: Statement, first: Quantity, second: Quantity) -> bool:
    """True if the first number only gives a reason: `lower than 61, because 14 live elsewhere, and
    higher than 47`."""
    text = row.sentence.text
    because = _BECAUSE.search(text, 0, first.phrase.start)
    return bool(because and _AND_THAN.match(text[first.phrase.end : second.phrase.start]))


def _is_with_a_third(row: Statement, first: Quantity, second: Quantity) -> bool:
    """True if what is between two numbers compares the first with another time, or the first ends a
    range: `148 days, ten fewer than in 2022, against a target of 140`, `56, two more than in April
    because we added two`."""
    text = row.sentence.text
    between = text[first.phrase.end : second.phrase.start]
    return bool(_THAN_THEN.search(between) or _ENDS_RANGE.search(text[: first.phrase.start]))


def _measure(item: Quantity, values):
    """What a value is of: its unit of time, which `38` has too in `37 weeks, down from 38`."""
    spans = [other for other in values if other.phrase.number.kind == SPAN]
    alike = [other for other in spans if unit_of(other) == unit_of(spans[0])]
    bare = item.phrase.number.kind == COUNT and not item.phrase.head and len(alike) == 1
    if item in spans or (bare and alike in (values[:1], values[: values.index(item)][-1:])):
        return unit_of(item if item in spans else spans[0])
    return item.phrase.number.kind


def _step(row: Statement, values, first: Quantity, second: Quantity):
    """The change between two numbers that stand one behind the other, where words say so."""
    text, left, right = row.sentence.text, 0, len(row.sentence.text)
    left = max(
        (item.phrase.end for item in values if item.phrase.end <= first.phrase.start), default=0
    )
    right = min(
        (item.phrase.start for item in values if item.phrase.start >= second.phrase.end),
        default=len(text),
    )
    lead = OPENS.split(text[left : first.phrase.start])[-1]
    between = text[first.phrase.end : second.phrase.start]
    rest = _AND.split(text[second.phrase.end : right][:_BEHIND_IT])[0]
    plain = _ASIDE.sub("", between)
    if result := _RESULT.search(between):
        return Step(
            row, first, second, *_worded(result), ((first.phrase.end, second.phrase.start),)
        )
    if len(plain) > _FAR or re.search(r"[.;:]", _LABELLED.sub("", plain)):
        return None
    stretches = (
        (first.phrase.start - len(lead), first.phrase.start),
        (first.phrase.end, second.phrase.start),
        (second.phrase.end, second.phrase.end + len(rest)),
    )
    if _FROM.search(between) and _ON_TO.match(text, second.phrase.end):
        return None
    if _FROM.search(lead) and _TO.search(between):
        word = _word_before(_FROM.sub("", lead)) or _BEHIND.match(rest)
        return Step(row, first, second, *_worded(word), stretches)
    match = _cue_of(lead, between)
    if match is None:
        return None
    word = _of_comparison(lead, between, rest, match)
    same = SAME.search(lead)
    if not (word or same) or (match["bracket"] and not word):
        return None
    return Step(row, second, first, *_worded(word), stretches)


def _cue_of(lead, between):
    """The words that lead to the number before; None where those between are of another thing."""
    # “Prices fell on 48 of them and rose on 77”: so many went each way.
    if _ON.search(lead) and _ON.search(between):
        return None
    match = _CUE.match(between)
    # “It rose from 7%, which was higher than 5%”: what is compared is what it rose to.
    is_other = match and (
        _NEXT_THING.search(match.group()) or (_FROM.search(lead) and _WHICH.match(between))
    )
    # “64, and has more than halved to 30” compares with nothing behind “than”.
    is_times = match and match["cue"] == "than" and TIMES.search(between)
    apart = match and (_OF_IT.search(between) or NEXT_SUBJECT.search(between))
    return None if is_other or is_times or apart else match


def _of_comparison(lead, between, rest, cue):
    """The word that says how the first of two numbers differs from the second, or None."""
    opened = _OPENED.search(between)
    level = (cue["cue"] or "").casefold() in ("above", "below")
    matches = [] if level else list(WORD.finditer(between))
    matches = matches or list(_COMPARING.finditer(between))
    matches = [item for item in matches if not _OWN_NUMBERS.match(between, item.end())]
    if cue["bracket"]:
        return _BEHIND.match(rest)
    if matches:
        word = matches[-1]
        return word if opened and _is_of_number(between, opened, word) else None
    if _TO.search(lead) and (word := last_word(lead)):
        return word
    if cue["cue"] == "than" and not MARK.search(_ASIDE.sub("", between)):
        return _FIRST_WORD.search(lead)
    return None if cue["from"] or cue["cue"] in ("on", "than") else _BEHIND.match(rest)


def _is_of_number(between, opened, word):
    """Whether a word behind a number says of it, and of no clause or thing between, which way it
    went, in the clause that the other number ends."""
    if opened.end() > word.start() or _NEXT_CLAUSE.search(between, word.end()):
        return False
    if _OF_THINGS.match(between, word.start()):
        return False
    leads = (match.end() for match in _OPENED.finditer(between, 0, word.start()))
    return _OF_NUMBER.fullmatch(between, max(leads, default=opened.end()), word.start())


def _word_before(text):
    """The word of direction that a stretch ends with the sense of, or None."""
    word = None if _NEUTRAL.search(text) else last_word(text)
    return word if word and not _ELSE.search(text, word.end()) else None


def _of_before(rows, place, row: Statement) -> Iterator[Step]:
    """`This is an increase on 2014 (51%)`, of the one number of the sentence before."""
    match = _OF_BEFORE.match(row.sentence.text)
    for earlier in before(rows, place, 1) if match else ():
        now = main_values(earlier)
        sure = Sure.READ if len(now) == 1 else Sure.JOINED
        then = [item for item in row.quantities if now and _alike(item, now[0])]
        word = match if match["up"] or match["down"] else None
        for item in then if word is None or len(now) == 1 else ():
            rest = (item.phrase.end, len(row.sentence.text))
            behind = word or _BEHIND.match(row.sentence.text[item.phrase.end :])
            yield Step(row, item, now[0], *_worded(behind), (rest,), sure)


def _alike(item: Quantity, other: Quantity):
    return item.phrase.role != CHANGE and item.phrase.number.kind == other.phrase.number.kind


def _worded(word):
    """(the word, its way) of a match, or of none."""
    return (word["up"] or word["down"], way_of(word)) if word else ("", 0)
