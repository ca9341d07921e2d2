"""A step from one number to another, and what is wrong with what is said of the way."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from reports.checks.rule import Severity
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, MONEY, PERCENT, POINTS, SPAN, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import (
    TIMES,
    Change,
    rounded,
    wrong_amount,
    wrong_times,
)
from reports.prose.quantities.claims import FRACTION, fraction
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.model import Denial, Quantity, Statement, Sure
from reports.quantities.roles import CHANGE

_POINTS = re.compile(r"\b(?:by|of|is|was)\s+(?:[a-z]+\s+)?⟦q(\d+)⟧", re.I)
SAME = SentencePattern(
    r"\b(?:remain(?:s|ed)|stay(?:s|ed)|was|is|were|are)\s+(?:the\s+same(?=\s*(?:[.,;:)⟦]|$|as\b|in\b|at\b|for\b))|"
    r"(?:unchanged|static|constant)\b)",
    re.I,
)
# “Which is the same as the forecast overspend”: as something else than it was.
OF_ANOTHER = re.compile(
    r"\s+as\s+(?:the|our|that|those|its)\s+(?!(?:last|previous|first|year|quarter|month|half|term|one|ones|"
    r"figure|number|share|rate|position|report)\b)[a-z]",
    re.I,
)
# The per cent of an amount, in brackets behind it or behind the number that it is reckoned from.
_SHARE_BEHIND = re.compile(r"^\s*(?:[a-z]+\s+){0,2}\(⟦p(\d+)⟧\)")
_IN_TURN = re.compile(r"\band\s+then\b", re.I)
_BRACKETED = re.compile(r"\(⟦p\d+⟧\)")
_SHARE_AT_END = re.compile(r"^(?:[^⟦();.]|⟦d\d+⟧){0,40}\(⟦p(\d+)⟧\)")
_OR_SHARE = re.compile(
    r"(?:(?:\s+[a-z]+){0,3},?\s+or\s+(?:by\s+|about\s+)?|(?:\s+in\s+⟦d\d+⟧)?\s*(?P<bracket>\())⟦p(?P<mark>\d+)⟧"
    r"(?=\s*[.;,)]|$)",
    re.I,
)
# “A rise of 4.7%, or 15 children.”
_COUNT_BEHIND = re.compile(
    r"\s\(⟦c(\d+)⟧\)|,?\s+or\s+(?:by\s+)?⟦c(\d+)⟧(?:\s+[a-z’-]+){0,3}\s*(?=[.;,)]|$)", re.I
)
_BY_FRACTION, _ROOM = (
    re.compile(
        rf"\bby\s+(?:(?:about|around|nearly|almost|some|roughly)\s+)?(?:a\s+(?=half))?(?P<part>{FRACTION})(?!\w)",
        re.I,
    ),
    Fraction(1, 20),
)
# “Up from 375, a tenth more”.
_SO_MUCH_MORE = re.compile(
    rf",\s+(?:(?:nearly|about|almost|around|some)\s+)?(?P<part>{FRACTION})\s+(?:more|fewer|less|higher|lower)\b",
    re.I,
)
_BOTH, _MOST = 2, 12
_POINTS_BEHIND = re.compile(r"\s+(?:percentage\s+)?points?\b", re.I)
_UNIT = re.compile(r"\s*(second|minute|hour|day|week|month|year)s?\b", re.I)
# Where another clause begins, whose amounts are its own.
OPENS = re.compile(r"[;:]|\s(?:while|whilst|whereas)\s|,\s+with\s")
_BEFORE_IT = re.compile(r"\s+(?:[a-z]+\s+)?(?:before|earlier|after)\b", re.I)
_MEND = "Use the word that the numbers show."
AMOUNT = "Put the change right."
# “It fell from eight to six even though we looked at 12 more files.”
_CONCEDED = re.compile(r"\b(?:although|despite|though)\b[^,;.]*$", re.I)
_WENT = re.compile(r"\b(?:went|rose|fell|grew|dropped)\b", re.I)


@dataclass(frozen=True)
class Step:
    """Two numbers of one thing with what their sentence says of the way between them: `word` is
    its word of direction, `same` one that denies any, and the amounts stand in `stretches`."""

    row: Statement
    first: Quantity
    last: Quantity
    word: str
    way: int
    stretches: tuple[tuple[int, int], ...]
    sure: Sure = Sure.READ

    @property
    def pair(self) -> tuple[Quantity, Quantity]:
        """Its two numbers in the order of time."""
        return self.first, self.last

    @property
    def is_live(self) -> bool:
        """True if a live figure is one of its two numbers."""
        return any(item.is_live for item in self.pair)

    @property
    def change(self) -> Change:
        """The two numbers with the word."""
        first, last = (item.phrase.number for item in self.pair)
        return Change(first, last, self.way, self.word)


def are_times(pair: tuple[Quantity, Quantity]) -> bool:
    """True if two equal numbers are how long two periods are: “the last 12 months are lower than
    the 12 before them”."""
    first, last = pair
    behind = last.sentence.text[last.phrase.end :]
    is_span = SPAN in {item.phrase.number.kind for item in pair}
    return is_span and first.value == last.value and bool(_BEFORE_IT.match(behind))


def stretches_around(text: str, ends: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The places of the amounts of a step in a text: after its two numbers, which end at `ends`,
    and before them in their clause; anywhere, if only one of the two is there."""
    if len(ends) < _BOTH:
        return ((0, len(text)),)
    # “It has doubled: it had been 12 and was 24.”
    clauses = (match for match in OPENS.finditer(text, 0, min(ends)) if match[0] != ":")
    opens = max((match.end() for match in clauses), default=0)
    return (max(ends), len(text)), (opens, min(ends))


def denials(step: Step) -> Iterator[Denial]:
    """What is wrong with the word, the times and the amounts that are said of a step."""
    change, text = step.change, step.row.sentence.text
    own = [item for item in step.pair[::-1] if item.order == step.row.order]
    # What is said in a sentence of its own is wrong there, not where the numbers stand.
    mine = own[0].phrase.number if own else step.row.span
    same = None if change.way or not step.stretches else SAME.search(text, step.stretches[0][0])
    same = None if same and OF_ANOTHER.match(text, same.end()) else same
    if change.way and change.is_denied:
        yield Denial(step.row.line, mine, change.says(), _MEND, step.sure)
        return
    if same and change.is_exact and change.true_way:
        change = Change(change.before, change.after, 0, same.group())
        yield Denial(step.row.line, mine, change.says(), _MEND, step.sure)
        return
    timed = (stretch for start, end in step.stretches if TIMES.search(stretch := text[start:end]))
    if times := wrong_times(change, next(timed, "")):
        yield Denial(step.row.line, mine, times, "Describe how the number changed.", step.sure)
    yield from _fractions(step, change)
    for number, sure in _or_so_much(step, change):
        if wrong := wrong_amount(change, number):
            weight = Severity.ADVICE if wrong[1] else None
            yield Denial(step.row.line, number, wrong[0], AMOUNT, sure, weight)
    for start, end in step.stretches:
        amounts = [(number, wrong_amount(change, number)) for number in _amounts(step, start, end)]
        right = set()
        # “372 and 380 a year later, that is, 12 more and then eight more.”
        if _IN_TURN.search(text, start, end) and not all(wrong for _number, wrong in amounts):
            continue
        for number, wrong in amounts:
            # “An increase of 12% (down 1% in the north)”: what follows a right one is of a part.
            right |= set() if wrong else {number.kind}
            if wrong and number.kind not in right:
                weight = Severity.ADVICE if wrong[1] else None
                yield Denial(step.row.line, number, wrong[0], AMOUNT, step.sure, weight)
                break


def _fractions(step: Step, change: Change) -> Iterator[Denial]:
    """`Cut by a half, from 24 to 16`."""
    text, first = step.row.sentence.text, change.before.value
    matches = [_BY_FRACTION.search(text, start, end) for start, end in step.stretches]
    matches += [_SO_MUCH_MORE.search(text, start, end) for start, end in step.stretches]
    match = next(filter(None, matches), None)
    if match and first and change.is_exact:
        share = abs(change.after.value - first) / first
        if abs(share - fraction(match["part"])) > _ROOM:
            says = f"From {change.before.words} to {change.after.words} is not “{match.group()}”."
            mine = step.last.order == step.row.order
            span = step.last.phrase.number if mine else step.row.span
            yield Denial(step.row.line, span, says, AMOUNT, step.sure)


def _or_so_much(step: Step, change: Change) -> Iterator[tuple[Number, Sure]]:
    """`From 312 to 295, or 5.4 per cent`: the change again as a share; one in brackets may be a
    share of something else where no slip makes it this."""
    text, end = step.row.sentence.text, max(item.phrase.end for item in step.pair)
    match = _OR_SHARE.match(text, end) if step.way else None
    if match and _has_own_share(text, match.start("mark") - 2):
        return
    if match and len({item.order for item in (*step.pair, *step.row.quantities)}) == 1:
        number, first = step.row.sentence.thing(match["mark"]), change.before.value
        if not match["bracket"]:
            yield number, step.sure
        elif first and is_mistyped(
            number.value, rounded(abs(change.after.value - first) * 100 / first, number.places)
        ):
            yield number, min(step.sure, Sure.JOINED)


def _has_own_share(text: str, place: int) -> bool:
    """True where each of two numbers has a share in brackets: `29 are complete (60%), twelve more
    than the 17 (35%)`."""
    return text[:place].endswith("(") and len(_BRACKETED.findall(text)) >= _BOTH


def _is_between_others(step: Step, number: Number) -> bool:
    """True if an amount is what another two values of the sentence differ by: `29 of the 48, ten
    more than the 19`."""
    first, last = (item.phrase.number for item in step.pair)
    if abs(last.value - first.value) == number.value:
        return False
    kind = first.kind
    values = {x.value for x in step.row.quantities if x.phrase.number.kind == kind}
    values = [*values - {number.value}][:_MOST]
    return any(abs(a - b) == number.value for a, b in combinations(values, _BOTH))


def _is_in_another_unit(step: Step, number: Number) -> bool:
    """True for an amount in seconds between two times in minutes."""
    text = step.row.line.text
    units = [_UNIT.match(text, x.end) for x in (step.first.phrase.number, number)]
    return all(units) and units[0][1].casefold() != units[1][1].casefold()


def _amounts(step: Step, start, end) -> Iterator[Number]:
    """The amounts of change in a stretch, each with its per cent in brackets."""
    text, sentence = step.row.sentence.text, step.row.sentence
    # “Allegations went up by 13 and consultations went down from 240 to 205.”
    ahead = min((x.phrase.start for x in step.pair if x.order == step.row.order), default=0)
    verbs = [match.start() for match in _WENT.finditer(text, start, ahead)]
    start = verbs[-1] if len(verbs) >= _BOTH else start
    shares = step.first.phrase.number.kind == PERCENT
    marks = {
        str(item.phrase.mark)
        for item in step.row.quantities
        if item.phrase.role == CHANGE and (shares or item.phrase.head != "point")
    }
    marks |= {match[1] for match in _POINTS.finditer(text[start:end])}
    for match in MARK.finditer(text, start, end):
        if match[2] in marks and not _CONCEDED.search(text[: match.start()]):
            number = sentence.thing(match[2])
            # Nor is a sum of money the change of a count.
            if number.kind == MONEY != step.first.phrase.number.kind:
                continue
            # Points lie between two shares, and not between the counts in brackets.
            if number.kind == POINTS and step.first.phrase.number.kind != PERCENT:
                continue
            # “44 out of 80, a move from 45% to 65%”: a count is no change of shares.
            if shares and number.kind == COUNT and not _POINTS_BEHIND.match(text, match.end()):
                continue
            if _has_own_share(text, match.start()):
                continue
            if _is_between_others(step, number) or _is_in_another_unit(step, number):
                continue
            yield number
            end = max(match.end(), *(item.phrase.end for item in step.pair))
            share = _SHARE_BEHIND.match(text[match.end() :])
            if not share and not _has_own_share(text, text.find("⟦p", end)):
                share = _SHARE_AT_END.match(text[end:])
            if share and number.kind not in (PERCENT, POINTS):
                yield sentence.thing(share[1])
            count = _COUNT_BEHIND.match(text, match.end()) if number.kind == PERCENT else None
            if count and not shares:
                yield sentence.thing(count[1] or count[2])
