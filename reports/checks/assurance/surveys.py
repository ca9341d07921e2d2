"""What a paper claims of a survey's course, against the waves that records hold of it."""

import re
from collections.abc import Iterator

from reports.checks.assurance.courses import named_series
from reports.checks.context import CheckContext, SurveyCourse
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, NEGATIONS
from reports.prose.quantities.courses import DOWN, WORSE, course_claims

_UP = r"growing|growth|grown|grew|increas\w+|rise|rises|rising|risen|rose|improv\w+"
_DOWN = r"fall|falls|falling|fallen|fell|declin\w+|decreas\w+"
_WAY = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
# Satisfaction is said to have moved, however steadily.
_CLAIM = re.compile(
    rf"\b{_WAY}\s+satisfaction\b|\bsatisfaction\s+(?:[a-z]+\s+){{0,4}}?(?P<last>{_UP}|{_DOWN})\b",
    re.I,
)
_DENIED = re.compile(
    rf"\b(?:{AIMS}|{NEGATIONS}|{CONDITIONS}|whether|{EXPECTATIONS}|no|cannot|without)\b", re.I
)
_OF_SURVEY = re.compile(r"\bsurvey\w*|\bsatisf\w+|\bquestionnaire", re.I)
# Other things that are counted: of them answers tell nothing.
_OTHERS = re.compile(
    r"\b(?:audits?|checks?|carers?|staff|workers|budgets?|spend\w*|costs?|referrals?|placements?|cases|"
    r"visits|plans?|reviews?|numbers?\s+of\s+(?:looked|children|young\s+people)(?!\s+(?:who|that)))\b",
    re.I,
)
_WORD = re.compile(r"[A-Za-z]{2,}")
_COMMON = frozenset(("survey", "the", "of", "and", "in", "children", "young", "people"))
_MEND = "Give the result of each wave, or leave the claim out."


@rule(
    "growth-unlike-survey",
    Severity.WARNING,
    "C15; source of error 9a",
    follows=("growth-without-numbers", "series-denied"),
)
def growth(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """Answers that are written as growing or falling do so in the survey's records.

    Asked of the records whatever numbers stand near the claim.
    """
    for line in reading.prose() if known.surveys else ():
        for place, falls, each in _claims(line, known):
            sentence = line.sentence_at(place[0]).text
            course = _course(reading, line, known)
            if course and (says := _denial(course, sentence, falls=falls, each=each)):
                claim = line.text[slice(*place)]
                yield fault(line, place, f"The report claims “{claim}”, but {says}", _MEND)
                break


def _claims(line: Line, known: CheckContext) -> Iterator[tuple[tuple[int, int], bool, bool]]:
    """(place, whether it fell, whether at each step) of what a line says of answers; a claim that
    names something else that records count is not of them."""
    for sentence in line.sentences:
        for claim in course_claims(sentence.text)[:1]:
            clause = sentence.text[claim.first : claim.last]
            own = not _OTHERS.search(clause) or _OF_SURVEY.search(clause) or _asks(known, clause)
            if own and not named_series(sentence.text, claim, known.series):
                place = sentence.start + claim.start, sentence.start + claim.end
                yield place, claim.way in (DOWN, WORSE), claim.each
    match = _CLAIM.search(line.text)
    if match and not _DENIED.search(line.sentence_at(match.start()).text):
        word = match["last"] or match["up"] or match["down"]
        yield match.span(), bool(re.fullmatch(_DOWN, word, re.I)), False


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


def _asks(known: CheckContext, text: str) -> bool:
    """Whether a text names a question of a survey."""
    return any(_names(row.question, text) for course in known.surveys for row in course.growing)


def _denial(course: SurveyCourse, sentence: str, *, falls: bool, each: bool) -> str:
    """What the records say against a claim, or nothing where they bear it out: those of the
    questions that its sentence names, else those of every one."""
    rows = course.falling if falls else course.growing
    rows = [row for row in rows if _names(row.question, sentence)] or rows
    against = [row for row in rows if row.borne_out is False]
    still = [row for row in rows if each and row.stood_still]
    for row in (*against, *still)[:1]:
        count = len({id(item) for item in (*against, *still)})
        more = f" ({count} of its {len(rows)} questions)" if count > 1 else ""
        why = row.why if row.borne_out is False else row.stood_still
        return f"in the records of “{course.title}” “{row.question}” did not{more}: {why}."
    if not any(row.borne_out for row in rows):
        return f"the records of “{course.title}” have no two waves that can be compared."
    return ""
