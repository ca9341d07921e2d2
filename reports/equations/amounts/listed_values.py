"""Means, totals and ranges of values that a sentence lists one by one: `took 18, 22 and 31 days, an
average of 26`, `caseloads of 61, 63 and 48, all within 50 to 70`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, EXCEPTIONS, OTHER_AREAS
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, MONEY, SPAN, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import after, statements

_UNIT = r"(?:\s+(?:minutes|hours|days|weeks|months|years))?"
_RUN = SentencePattern(
    rf"⟦[cxm]\d+⟧{_UNIT}(?:(?:,\s+(?:and\s+)?|;\s+|\s+and\s+)⟦[cxm]\d+⟧{_UNIT}){{2,}}"
)
_MEAN = SentencePattern(
    r"\b(?P<word>average|mean|median|averag(?:ed|es|ing))\b(?:[^⟦.;:]|⟦d\d+⟧){0,40}?⟦[cxm](?P<mark>\d+)⟧",
    re.I,
)
# “£250, £400 and £150, which comes to £800 in all”, “12, 15 and 9, or 36 altogether”.
_TOTAL = re.compile(
    r"[^⟦.;:]{0,30}?\b(?:com(?:es?|ing)\s+to|add(?:s|ing)?\s+up\s+to|amount(?:s|ing)?\s+to|mak(?:es?|ing)|totall?(?:s|ing)|"
    r"(?P<or>or))\s+(?:a\s+total\s+of\s+)?⟦[cxm](?P<mark>\d+)⟧(?P<all>\s+(?:[a-z]+\s+){0,2}?(?:in\s+(?:all|total)|altogether))?",
    re.I,
)
_RANGE = SentencePattern(
    r"⟦[cx](?P<low>\d+)⟧\s*(?:to|and|–|-)\s*⟦[cx](?P<high>\d+)⟧",
    re.I,
)
_WITHIN = SentencePattern(
    r"(?:\b(?P<all>all\s+(?:of\s+)?(?:the\s+|these\s+|those\s+)?⟦c(?P<whole>\d+)⟧|all|every\s+one|each)|"
    r"\b(?P<none>none)|⟦c(?P<many>\d+)⟧|\b(?P<one>one))\s+(?:of\s+(?:them|(?:these|those|the)(?:\s+[a-z]+)?)\s+)?"
    r"(?:[a-z]+\s+){0,3}?(?:(?P<in>within|inside|between|in\s+(?:this|that)\s+range)|(?P<out>outside))\b",
    re.I,
)
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{EXCEPTIONS}|weighted|overall|without|leaving|"
    r"trimmed|national\w*|expected|would|instead|than|against)\b",
    re.I,
)
# Of teams of unlike size the mean of all is no mean of theirs.
_OF_GROUPS = re.compile(r"\b(?:rates?|shares?|per|caseloads?|percentages?)\b", re.I)
_BESIDE = re.compile(rf"{_UNIT},?\s+(?:an|or\s+an|which\s+is\s+an)\s+", re.I)
_HALF = Fraction(51, 100)


@dataclass(frozen=True)
class _Run:
    """The values that a sentence lists, and where the list ends in its marked text."""

    row: Statement
    values: tuple[Number, ...]
    end: int


def listed_values(reading: Reading) -> Iterator[Denial]:
    """The denials of a mean or a number in a range that the values listed before it do not have."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        matches = [*_RUN.finditer(row.sentence.text)]
        if len(matches) != 1:
            continue
        values = tuple(row.sentence.marks("cxm", matches[0].group()))
        run = _Run(row, values, matches[0].end())
        if len({_sort_of(x) for x in values}) > 1 or any(x.bound for x in values):
            continue
        near = [row, *after(rows, place, 1)]
        yield from _unlike_total(run)
        yield from _unlike_mean(run, near)
        yield from _unlike_range(run, near)


def _sort_of(number: Number) -> str:
    return MONEY if number.kind == MONEY else COUNT


def _unlike_total(run: _Run) -> Iterator[Denial]:
    """The denial of a total of the values right before it."""
    match = _TOTAL.match(run.row.sentence.text, run.end)
    if match is None or (match["or"] and not match["all"]) or _OTHERS.search(match.group()):
        return
    stated, total = run.row.sentence.thing(match["mark"]), sum(x.value for x in run.values)
    alike = _sort_of(stated) == _sort_of(run.values[0])
    if alike and not stated.bound and stated.value != total:
        terms = " + ".join(x.words for x in run.values)
        written = f"£{number_text(total)}" if stated.kind == MONEY else number_text(total)
        says = f"{terms} = {written}, but the report gives {stated.words}."
        yield Denial(run.row.line, stated, says, "Correct the total, or a value.")


def _unlike_mean(run: _Run, near: Sequence[Statement]) -> Iterator[Denial]:
    """The denial of a mean of the values, in their sentence behind them or in the next."""
    for row in near:
        start = run.end if row is run.row else 0
        match = _MEAN.search(row.sentence.text, start)
        if match is None:
            continue
        stated = row.sentence.thing(match["mark"])
        said = row.sentence.text[start : match.end()]
        # What is counted between them may be what the mean is of.
        others = len([mark for mark in MARK.finditer(said) if mark[1] != "d"]) > 1
        of_groups = _OF_GROUPS.search(run.row.sentence.text + said)
        likely = not (others or of_groups or _OTHERS.search(said))
        if stated.kind not in (COUNT, SPAN, MONEY) or stated.bound or not likely:
            return
        values = [x.value for x in run.values]
        true = median(values) if match["word"].casefold() == "median" else _mean(values)
        far = abs(true - stated.value) > _HALF / 10**stated.places
        # “…, an average of 17”: right behind the list it is of no other.
        beside = row is run.row and _BESIDE.fullmatch(row.sentence.text, start, match.start())
        if (
            far
            and (beside or min(values) < stated.value < max(values))
            and _sort_of(stated) == _sort_of(run.values[0])
        ):
            says = f"The {_name(match['word'])} of the {len(values)} values is "
            says += f"{number_text(true, max(1, stated.places))}, but the report gives "
            yield Denial(
                row.line, stated, f"{says}{stated.words}.", "Correct the mean, or a value."
            )
        return


def _name(word: str) -> str:
    return "median" if word.casefold() == "median" else "mean"


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction()) / len(values)


def _unlike_range(run: _Run, near: Sequence[Statement]) -> Iterator[Denial]:
    """The denial of how many of the values are within a range."""
    for row in near:
        text = row.sentence.text
        ranges = [x for x in _RANGE.finditer(text) if row is not run.row or x.start() >= run.end]
        claim = _WITHIN.search(text, run.end if row is run.row else 0)
        if claim is None or len(ranges) != 1 or _OTHERS.search(claim.group()):
            continue
        low, high = (row.sentence.thing(ranges[0][end]).value for end in ("low", "high"))
        whole = row.sentence.thing(claim["whole"]).value if claim["whole"] else len(run.values)
        inside = sum(low <= x.value <= high for x in run.values)
        true = len(run.values) - inside if claim["out"] else inside
        many = _many(row, claim, len(run.values))
        if low < high and whole == len(run.values) and many != true and many <= len(run.values):
            side = "outside" if claim["out"] else "within"
            says = f"{true} of the {len(run.values)} values are {side} {number_text(low)} to "
            says += f"{number_text(high)}, but the report has “{row.sentence.said(claim.group())}”."
            yield Denial(row.line, row.span, says, "Correct the number, or a value.")


def _many(row: Statement, claim: re.Match, every: int) -> int:
    if claim["many"]:
        return row.sentence.thing(claim["many"]).value
    return every if claim["all"] else 0 if claim["none"] else 1
