"""Claims of steady growth or fall: the numbers of the passage must bear them, and must be there."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from assurance.runtime.periods import say_day
from reports.checks.context import CheckContext
from reports.checks.numbers.claims.last_paper import is_day
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.marks import Marked
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import DIRECTION
from reports.prose.quantities.phrases import stems

_STEADY = SentencePattern(
    r"\b(?:continu(?:ous|al|ing|ed)(?:ly)?|stead(?:y|ily)|consistent(?:ly)?|sustained|year[\s-]+on[\s-]+"
    r"year|(?:each|every)\s+(?:year|quarter|month|time|wave))\b",
    re.I,
)
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth")
_RUN = re.compile(
    rf"\bfor\s+(?:the|a)\s+(?P<ordinal>{'|'.join(_ORDINALS)})\s+"
    r"(?:consecutive\s+(?:year|quarter|month|time)|successive\s+(?:year|quarter|month|time)|"
    r"(?:year|quarter|month|time)\s+(?:running|in\s+a\s+row|in\s+succession))\b",
    re.I,
)
# “For the third time in a row: 160, 171, 169 and 182”.
_VALUES = re.compile(
    r":\s*(?P<values>⟦(?P<kind>[cpm])\d+⟧(?:,?\s+(?:and\s+)?⟦(?P=kind)\d+⟧){2,})\W*$"
)
# “It remained fairly steady until …” claims a level.
_LEVEL = re.compile(
    r"\b(?:remain\w*|stay\w*|held|kept|been|was|were|is|are)\s+(?:[a-z]+ly\s+|more\s+or\s+less\s+)?$",
    re.I,
)
_GROWING = SentencePattern(
    r"\b(?:continuous(?:ly)?|continual(?:ly)?|year[\s-]+on[\s-]+year|(?:each|every)\s+(?:year|time|wave))"
    r"\W+(?:[a-z]+\W+){0,2}?(?:growing|growth|increas\w+|rise|rising|grew|grown|decreas\w+|fall|falling|"
    r"declin\w+|reduction)\b|\b(?:risen|rose|grown|grew|increased|fallen|fell|decreased|declined|"
    r"reduced)\s+(?:continuously|continually|year[\s-]+on[\s-]+year|(?:each|every)\s+(?:year|time|wave|"
    r"quarter))\b",
    re.I,
)
_A_YEAR = timedelta(days=334)
_SINCE = re.compile(r"\bsince\s+(?:[A-Za-z0-9]{1,12}\s){0,2}(?P<year>[12]\d{3})\b")
# So many numbers of a section could be a series.
_FEWEST = 2
_DIRECTION = re.compile(DIRECTION.replace("growth|", "growth|growing|"), re.I)
_YEAR_THEN = re.compile(
    r"⟦d(?P<day>\d+)⟧\s*(?:\(|:|was\s+|at\s+)\s*⟦(?P<kind>[cpm])(?P<value>\d+)⟧"
)
_THEN_YEAR = re.compile(
    r"⟦(?P<kind>[cpm])(?P<value>\d+)⟧(?:\s+of\s+⟦c\d+⟧)?(?:\s*\(|\s+(?:in|at|on|by)\s+(?:the\s+end\s+of\s+)?|\s+)⟦d(?P<day>\d+)⟧"
)


@rule("series-denied", Severity.WARNING, "C15; source of error 9a", follows=("change-denied",))
def steady(reading: Reading, _known) -> Iterator[Fault]:
    """Steady growth or fall is what the series next to it shows."""
    for line in reading.prose():
        run = _RUN.search(line.text)
        claim = run or _STEADY.search(line.text)
        word = _DIRECTION.search(line.text) if claim else None
        level = (
            claim and claim[0].casefold() == "steady" and _LEVEL.search(line.text[: claim.start()])
        )
        if not word or level or len(line.numbers) < 3:
            continue
        # A run of two is two steps from the value before it.
        last = -3 - _ORDINALS.index(run["ordinal"].casefold()) if run else None
        series = [_listed(sentence) for sentence in line.marked] if run else []
        entries = sorted(
            {item for sentence in line.marked for item in _dated(sentence)},
            key=lambda item: item[0],
        )
        for kind in "cpm":
            values = [number for _day, letter, number in entries if letter == kind]
            # Two numbers of one year are of two things.
            days = {day for day, letter, _number in entries if letter == kind}
            if len(values) == len(days) > 2:
                series.append(values)
        for values in series:
            yield from _broken(line, values[last:], bool(word["down"]), claim.group())


@rule("growth-without-numbers", Severity.WARNING, "C15; source of error 9a")
def without_numbers(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """Growth from time to time is claimed with the numbers that show it, and not against those of
    earlier reports."""
    counted = Counter(line.trail for line in reading.lines for n in _shares(line) if n.is_to_settle)
    for line in reading.prose():
        match = _GROWING.search(line.text)
        pair = match and _turn(_series_of(line.sentence_at(match.start()).text, known), match)
        if pair:
            before, after = pair
            says = (
                f"“{match.group()}” is claimed, but earlier reports give {before.text} "
                f"({_say(before)}) and {after.text} ({_say(after)})."
            )
            yield fault(
                line, match, says, "Describe how it changed, with the numbers of each time."
            )
        elif match and counted[line.trail] < _FEWEST:
            says = f"“{match.group()}” is claimed, and the section prints no numbers that show it."
            mend = "Print the numbers of each time, or leave the claim out."
            # One number is a beginning, and the others may stand elsewhere.
            severity = Severity.ADVICE if counted[line.trail] else None
            yield fault(line, match, says, mend, severity=severity)


def _series_of(sentence, known):
    """The values at a date that earlier reports print of the figure which a sentence names in most
    words, by date; those from the year on that it begins with."""
    named, since = stems(sentence), _SINCE.search(sentence)
    series = defaultdict(dict)
    for item in known.told:
        is_stock = item.key and not item.member and item.count is not None and is_day(item)
        words = stems(item.title) if is_stock and item.end else ()
        if words and words <= named:
            series[len(words), item.key, item.cohort][item.end] = item
    values = series[max(series)] if series else {}
    first = since["year"] if since else ""
    return [values[day] for day in sorted(values) if day >= first]


def _turn(values, match):
    """The first two values with a year or so between them that go against a claim, or None."""
    word = _DIRECTION.search(match.group())
    is_falling = bool(word and word["down"])
    for before, after in itertools.combinations(values, 2):
        is_far = date.fromisoformat(after.end) - date.fromisoformat(before.end) >= _A_YEAR
        if is_far and (before.count < after.count if is_falling else after.count < before.count):
            return before, after
    return None


def _say(item):
    return say_day(date.fromisoformat(item.end))


def _shares(line: Line):
    """The numbers of a line that could be of a series."""
    return [
        number
        for number in line.numbers
        if number.kind in ("percent", "count") and not number.bound
    ]


def _dated(sentence: Marked):
    """(first day, kind, number) of each value that stands by its year."""
    for pattern in (_YEAR_THEN, _THEN_YEAR):
        for match in pattern.finditer(sentence.text):
            day = sentence.thing(match["day"])
            if day.first:
                yield day.first, match["kind"], sentence.thing(match["value"])


def _listed(sentence: Marked):
    """The values that end a sentence after a colon, in their order; none where none do."""
    match = _VALUES.search(sentence.text)
    return sentence.marks(match["kind"], match["values"]) if match else []


def _broken(line, values, falling, claim):
    for before, after in itertools.pairwise(values):
        turned = after.value > before.value if falling else after.value < before.value
        if turned:
            series = ", ".join(value.words for value in values)
            says = f"The report claims “{claim}”, but the series is {series}."
            yield fault(line, after, says, "Describe how it changed.")
            return
