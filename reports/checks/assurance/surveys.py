"""What a paper claims of a survey's course, against the waves that records hold of it."""

import re
from collections.abc import Iterator

from reports.checks.context import CheckContext, SurveyCourse
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule

_UP = r"growing|growth|grown|grew|increas\w+|rise|rises|rising|risen|rose|improv\w+"
_DOWN = r"fall|falls|falling|fallen|fell|declin\w+|decreas\w+"
_WAY = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_CLAIM = re.compile(
    rf"\b(?:continu\w+|stead(?:y|ily)|consistent(?:ly)?|sustained|ever|year[\s-]+on[\s-]+year|each\s+time|"
    rf"every\s+(?:time|year|wave))\W+(?:[a-z]+\W+){{0,2}}?{_WAY}\b"
    rf"|\b(?P<first>{_UP}|{_DOWN})\s+satisfaction\b"
    rf"|\bsatisfaction\s+(?:[a-z]+\s+){{0,4}}?(?P<last>{_UP}|{_DOWN})\b"
    rf"|\b(?P<each>risen|rose|grown|grew|fallen|fell)\s+(?:each|every)\s+(?:time|year|wave)\b",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|no|cannot|never|without|aim\w*|hope\w*|whether|if|should)\b", re.I)
_OF_SURVEY = re.compile(r"\bsurvey\w*|\bsatisf\w+|\bquestionnaire", re.I)
_WORD = re.compile(r"[A-Za-z]{2,}")
_COMMON = frozenset(("survey", "the", "of", "and", "in", "children", "young", "people"))
_MEND = "Say how it ran, wave by wave, or leave the claim out."


@rule(
    "growth-unlike-survey",
    Severity.WARNING,
    "C15; source of error 9a",
    follows=("growth-without-numbers", "series-denied"),
)
def growth(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """What is said to grow or fall from time to time does so in the survey's records.

    Asked of the records whatever numbers stand near the claim.
    """
    for line in reading.prose() if known.surveys else ():
        match = _CLAIM.search(line.text)
        if not match or _DENIED.search(line.sentence_at(match.start()).text):
            continue
        course = _course(reading, line, known)
        word = next(filter(None, match.groupdict().values()))
        says = course and _denial(course, falls=bool(re.fullmatch(_DOWN, word, re.I)))
        if says:
            yield fault(line, match, f"The paper says “{match.group()}”, and {says}", _MEND)


def _course(reading: Reading, line: Line, known: CheckContext) -> SurveyCourse | None:
    """The survey that a claim is of: the one that its section names, or the only one there is."""
    near = " ".join(row.text for row in reading.lines if row.trail == line.trail)
    named = [item for item in known.surveys if _names(item.title, f"{near} {' '.join(line.trail)}")]
    if not named and len(known.surveys) == 1 and _OF_SURVEY.search(line.text):
        return known.surveys[0]
    return named[0] if len(named) == 1 else None


def _names(title, text):
    words = {word.casefold() for word in _WORD.findall(title)} - _COMMON
    return bool(words) and words <= {word.casefold() for word in _WORD.findall(text)}


def _denial(course: SurveyCourse, *, falls: bool) -> str:
    """What the records say against a claim, or nothing where they bear it out."""
    rows = course.falling if falls else course.growing
    against = [row for row in rows if row.borne_out is False]
    if against:
        row = against[0]
        more = f" ({len(against)} of its {len(rows)} questions)" if len(against) > 1 else ""
        return f"in the records of “{course.title}” “{row.question}” did not{more}: {row.why}."
    if not any(row.borne_out for row in rows):
        return f"the records of “{course.title}” hold no two waves that could show it."
    return ""
