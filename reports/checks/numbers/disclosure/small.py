"""Counts of people so small that somebody might know who they are."""

import re
from collections.abc import Iterator

from assurance.figures.small_numbers import fewer_than, is_small, most_in_words
from assurance.runtime.digits import whole
from assurance.runtime.periods import MONTHS
from reports.checks.reading import CELL, Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.marks import Marked, text_after, text_before
from reports.prose.numbers import COUNT
from reports.prose.quantities.phrases import PEOPLE

# What says that another noun, and no adjective of the people, was counted: “three visits found”.
_NO_ADJECTIVE = (
    r"(?:of|in|to|or|per|for|and|with|from|on|at|by|about|into|that|which|who|where|when|as|than|a|an|"
    r"the|our|their|each|every|will|would|can|could|may|might|must|should|shall|did|do|had|have|"
    r"(?!always\b|overseas\b|looked\b)[a-z]+(?<![su])s)\b"
)
# One of them is told of in the singular: “one plan covers children” counts plans.
_MANY = re.compile(
    r"^(?:children|young\s+(?:people|men|women)|babies|(?:family|foster|kinship)?\w*(?<!s)s|families|"
    r"(?:[a-z]+\s+)?carers|people|women|men|staff|members\s+of\s+staff|care\s+leavers)$",
    re.I,
)
# People may be told of by up to four words before: “two looked after children”.
_COUNTED = re.compile(
    rf"(?:⟦c(?P<mark>\d+)⟧|(?P<one>\b(?:one|a\s+single|only\s+one)\b))\s+"
    rf"(?:(?!{_NO_ADJECTIVE})[a-z][a-z’'-]*\s+){{0,4}}?"
    rf"(?P<people>{PEOPLE.pattern})(?P<after>[’']?s?)(?=(?P<next>\W+[a-z]+)?)",
    re.I,
)
_ONE_OF = re.compile(
    rf"(?P<one>\b(?:one|a\s+single|only\s+one)\b)\s+of\s+(?:the|these|those|our)\s+⟦c\d+⟧\s+(?:[a-z]+\s+)"
    rf"{{0,3}}?{PEOPLE.pattern}\b(?![’'])",
    re.I,
)
_OF_PEOPLE = re.compile(
    rf"⟦c(?P<mark>\d+)⟧\s+of\s+(?:the\s+|these\s+|those\s+|our\s+)*(?:⟦c\d+⟧\s+)?(?:[a-z]+\s+){{0,3}}?"
    rf"{PEOPLE.pattern}\b(?![’'])",
    re.I,
)
_NUMBER_OF = re.compile(
    rf"\bnumbers?\s+of\s+(?:[a-z]+\s+){{0,3}}?{PEOPLE.pattern}\b(?![’'])|\b(?:childminders|children|"
    rf"young\s+people|carers)\b[^⟦.;]{{0,60}}\b(?:from|fell|rose|reduced|dropped|increased)\b",
    re.I,
)
_FROM_TO = re.compile(
    r"\bfrom\s+⟦c(?P<from>\d+)⟧(?:[^⟦.;:]|⟦d\d+⟧){0,60}?\bto\s+⟦c(?P<to>\d+)⟧(?P<after>\s+[a-z]+)?",
    re.I,
)
# The noun that follows makes of the people a thing: “three child protection conferences”.
_THING = re.compile(
    r"^\W*(?:protection|plans?|homes?|centres?|services?|teams?|cent(?:er|re)|meetings?|groups?|"
    r"boards?|panels?|conferences?|reviews?|visits?|events?|sessions?|workshops?|posts?|roles?|"
    r"forums?|hubs?|networks?|surveys?|records?|files?|cases?|placements?|support|court|mental|"
    r"health|social|care|development|training|courses?|newsletters?|policy|policies|assessments?|"
    r"practitioners?|workers?|champions?|ambassadors?|council|parliament|trust|partnerships?|"
    r"strateg(?:y|ies)|programmes?|projects?|questionnaires?|conference|consultations?|audits?|"
    r"homes|engagement|voice|budget|households?|led)\b",
    re.I,
)
_NOT_PEOPLE = re.compile(
    r"\b(?:one\s+of\s+(?:our|the|its)\s+(?:principles|priorities)|one\s+(?:in|out\s+of)\s|in\s+one\s|"
    r"one-to-one|one\s+[a-z]+\s+(?:may|can|could|might|should)|any\s+one|every\s+one|no\s+one|one\s+parent)\b",
    re.I,
)
# Who asked to speak in public is no count of those whom the council serves.
_SPEAKERS = re.compile(r"\bregist(?:ered|rations?)\s+to\s+speak\b", re.I)
# Words of a heading or caption that say whom a table counts, and headings that only say *how many*.
_TELLS_OF = re.compile(
    rf"(?:^\W*(?:(?!(?:for|of|to|with|in|on|by|from|about)\b)[a-z][a-z’'-]*\s+){{0,2}}|\bnumbers?\s+of\s+"
    rf"(?:[a-z]+\s+){{0,2}}){PEOPLE.pattern}\b(?![’'])",
    re.I,
)
_COUNTS = re.compile(
    r"^\W*(?:number|no\.?|count|total|all|how\s+many|20\d\d|19\d\d|boys|girls|male|female|q[1-4]|"
    rf"quarter|{'|'.join(MONTHS)}|on\s|at\s|\d)|^\W*$",
    re.I,
)
_OF_THINGS = re.compile(
    r"\b(?:actions?|audits?|visits?|plans?|reviews?|meetings?|days|weeks)\b", re.I
)
_ONE_IN = re.compile(r"(?:\bone|⟧)\s+in\s+(?:every\s+)?$", re.I)


@rule(
    "small-number",
    Severity.WARNING,
    "C20; source of error 9",
    statement=f"A count of people from one to {most_in_words()} is looked at before it is printed.",
)
def small_numbers(reading: Reading, known) -> Iterator[Fault]:
    """A small count of children, young people, families, carers or staff."""
    most = known.small_up_to
    for line in reading.lines:
        if line.kind == CELL:
            continue
        for sentence in line.marked:
            if not _SPEAKERS.search(sentence.text):
                yield from _in_sentence(line, sentence, most)
    for grid in reading.grids:
        yield from _in_table(grid, most)


def _in_sentence(line: Line, sentence: Marked, most):
    values = set()
    for match in _COUNTED.finditer(sentence.text):
        if match["one"] and _MANY.match(match["people"]):
            continue
        if match["one"] and _NOT_PEOPLE.search(sentence.text, max(0, match.start() - 8)):
            continue
        if _is_thing(sentence, match) or _ONE_IN.search(text_before(sentence.text, match.start())):
            continue
        if match["mark"]:
            values |= {match["mark"]}
        else:
            start, end = _place_of(line, sentence, match)
            yield _small_fault(line, (start, end), line.text[start:end], most)
    for match in _ONE_OF.finditer(sentence.text):
        start, end = _place_of(line, sentence, match)
        yield _small_fault(line, (start, end), line.text[start:end], most)
    values |= {item["mark"] for item in _OF_PEOPLE.finditer(sentence.text)}
    if _NUMBER_OF.search(sentence.text):
        for match in _FROM_TO.finditer(sentence.text):
            if not match["after"] or re.match(
                r"\s+(?:in|at|on|and|over|during|by)\b", match["after"]
            ):
                values |= {match["from"], match["to"]}
    for index in sorted(values, key=whole):
        number = sentence.thing(index)
        if is_small(number.value, most) and number.bound not in ("<", "<="):
            yield _small_fault(line, (number.start, number.end), number.words, most)


def _is_thing(sentence, result):
    """Whether what is counted belongs to people, or is named after them: children's homes."""
    after = text_after(sentence.text, result.end("people"))
    people = result["people"].casefold()
    if re.match(r"[’']s?\b|s[’']|[’']\s", after):
        return True
    singular = people in (
        "child",
        "parent",
        "carer",
        "family",
        "student",
        "pupil",
        "adult",
        "staff",
    )
    if _THING.match(after):
        return True
    return bool(result["mark"]) and singular and people != "staff" and "⟦" in result.group()


def _place_of(line, sentence, result):
    """(start, end) of a `one` in the line: the so-manieth of its sentence."""
    before = len(re.findall(r"\bone\b", sentence.text[: result.start()], re.I))
    single = "single" in (result["one"] or "").casefold()
    word = r"\ba\s+single\b" if single else r"\bone\b"
    places = [match.span() for match in re.finditer(word, line.text[sentence.start :], re.I)]
    start, end = places[0 if single else min(before, len(places) - 1)]
    return sentence.start + start, sentence.start + end


def _in_table(grid, most):
    """The cells of a table whose caption, column or row speaks of people."""
    whole = _TELLS_OF.search(grid.caption) and not re.search(r"%|per\s?cent", grid.caption, re.I)
    for row in grid.rows:
        for place, cell in enumerate(row):
            if not place:
                continue
            heading = grid.columns[place].text if place < len(grid.columns) else ""
            about = _TELLS_OF.search(heading) or (
                _COUNTS.match(heading) if not whole else not _OF_THINGS.search(heading)
            )
            if not (whole or _TELLS_OF.search(heading) or _TELLS_OF.search(row[0].text)):
                continue
            if not about or re.search(r"%|rate|average|per\b|score|rank", heading, re.I):
                continue
            counts = [number for number in cell.numbers if number.kind == COUNT]
            if len(counts) == 1 and _is_small(cell, counts[0], most):
                place = (counts[0].start, counts[0].end)
                yield _small_fault(cell, place, counts[0].words, most)


def _is_small(cell, number, most):
    lone = re.fullmatch(r"\W*\d+\W*(?:\([^()]*\)\W*)?", cell.text) and "<" not in cell.text
    whole = number.value.denominator == 1 and is_small(number.value, most)
    return bool(lone) and whole and not number.bound


def _small_fault(line, place, text, most):
    says = f"“{text}” counts people, and so few that somebody may know who is meant."
    mend = f"Say “{fewer_than(most)}”, put groups together, or record why it may be printed."
    return fault(line, place, says, mend)
