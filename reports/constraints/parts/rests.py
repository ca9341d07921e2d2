"""A part and its whole that stand far apart, and together tell of few children."""

import re
from collections import defaultdict
from collections.abc import Iterator

from assurance.figures.small_numbers import is_small
from reports.checks.numbers.disclosure.people_counts import CHILDREN
from reports.checks.numbers.disclosure.sentences import is_plain
from reports.checks.reading import CELL, PROSE, SIDE_BY_SIDE, Reading
from reports.checks.rule import QUANTITIES, Fault, Severity, fault, rule
from reports.documents.entries import STATED
from reports.prose.numbers import COUNT
from reports.prose.quantities.phrases import stems
from reports.quantities.repeats.mentions import Mention, mentions
from reports.quantities.repeats.periods import UNSURE

_CHILDREN = stems("child baby infant toddler teenager adolescent boy girl pupil adoptee leaver")
# Words that name no group: who counts, and that it is a count.
_PLAIN = stems("council authority city county number total figure there be report")
# What a part may be told by and a whole may not: those who are not, and those who are left.
_OF_PARTS = frozenset(("not", "rest"))
# “Of the children looked after on 1 December 2015, 38 had a check” names its whole itself.
_OPENING = re.compile(
    r"\W*(?:out\s+)?of\s+(?:(?:the|those|these|our|all)\s+)+(?:(?!of\b|for\b|to\b|with\b)[a-z-]+\s+){0,2}?"
    rf"{CHILDREN.pattern}(?![’'])",
    re.I,
)
_HALF_OPEN = re.compile(
    r"\b(?:since|before|after|until|till|by|from|to|between)\s+(?:the\s+)?(?:end\s+of\s+)?$", re.I
)
_A_YEAR_EARLIER = re.compile(
    r"(?:\s+[a-z-]+){0,3}?\s+(?:(?:a|one|the|two|three|six)\s+(?:years?|quarters?|months?|half-year)\s+"
    r"(?:earlier|before|ago|previously)|(?:in\s+the\s+|the\s+)?(?:year|quarter|time|month)\s+before|"
    r"last\s+(?:year|quarter|time|month))\b",
    re.I,
)
_CAPITALS = re.compile(r"\b[A-Z][A-Za-z’'-]+")
_MEND = "Give one of the two numbers, put groups together, or leave them out."


@rule(
    "few-left-apart",
    Severity.ERROR,
    "disclosure design on coincidences; source of error 9",
    family=QUANTITIES,
)
def few_left_apart(reading: Reading, known) -> Iterator[Fault]:
    """A part of the children of one date and all of them do not reveal a small number.

    Only where both say the same children by the same words of the same day or period: what a
    sentence points at is weighed where it stands.
    """
    wholes, parts = defaultdict(list), []
    for item in mentions(reading):
        if _is_sure_cell(item) and len(tags := _tags(item.near)) > 1:
            wholes[item.days].append((tags, item))
        elif _is_sure(item):
            tags = _tags(item.near)
            if item.head in _CHILDREN and not item.scopes and len(tags) > 1:
                wholes[item.days].append((tags, item))
            if near := _near(item):
                parts.append((_tags(near), item))
    for tags, part in parts:
        for group, whole in wholes[part.days][:SIDE_BY_SIDE]:
            few = is_small(whole.value - part.value, known.small_up_to)
            alike = (not whole.head or part.head in ("", whole.head)) and _is_narrower(
                tags, group, part
            )
            if few and alike and _are_apart(part, whole):
                says = (
                    f"“{part.number.words}” and “{whole.number.words}” ({whole.line.at}) "
                    "together reveal so few children that a reader may recognise one of them."
                )
                yield fault(part.line, part.number, says, _MEND)
                break


def _is_sure_cell(item: Mention) -> bool:
    """Whether a cell of a table counts all of some children on the day over it or beside it."""
    dated = item.days is not None and item.days != UNSURE and item.days[0] == item.days[1]
    of_children = bool(item.near & _CHILDREN) and not item.scopes
    return item.line.kind == CELL and dated and of_children and _is_exact(item)


def _is_exact(item: Mention) -> bool:
    number = item.number
    return number.kind == COUNT and not number.bound and number.value.denominator == 1


def _is_sure(item: Mention) -> bool:
    """Whether a number of prose counts exactly so many at a time that it says."""
    exact = _is_exact(item)
    dated = item.days is not None and item.days != UNSURE
    plain = dated and item.line.kind in PROSE and item.scopes <= _OF_PARTS
    # “68 children, compared with 63 a year earlier”: of a time that has no date.
    then = _A_YEAR_EARLIER.match(item.line.text, item.number.end)
    return exact and plain and not then and _is_of_one_time(item)


def _is_of_one_time(item: Mention) -> bool:
    """Whether its sentence names one day, or one period with a beginning and an end."""
    line, sentence = item.line, item.line.sentence_at(item.number.start)
    matches = line.dates_in(sentence.start, sentence.end)
    if len(matches) != 1:
        return len(matches) == 2 and item.days[0] < item.days[1]
    [first] = matches
    return not _HALF_OPEN.search(line.text[sentence.start : first.start])


def _near(item: Mention) -> frozenset[str]:
    """The words of a part of children: its own, or those of its sentence where this opens with the
    whole that it is of."""
    if item.head:
        return item.near if item.head in _CHILDREN else frozenset()
    text = item.line.sentence_at(item.number.start).text
    opens = _OPENING.match(text)
    return item.about if opens and is_plain(text[opens.end() :]) else frozenset()


def _tags(near: frozenset[str]) -> frozenset[str]:
    """The stems of what is counted: “looked-after” is of two words."""
    return stems(" ".join(near).replace("-", " ")) - _PLAIN


def _is_narrower(tags: frozenset[str], group: frozenset[str], part: Mention) -> bool:
    """Whether the tags of a part are all those of its whole and more, and none of those is a
    name: “Leeds looked after 38 children” is no part of ours."""
    text = part.line.sentence_at(part.number.start).text
    names = stems(" ".join(_CAPITALS.findall(text)))
    return group < tags and not (tags - group) & names


def _are_apart(part: Mention, whole: Mention) -> bool:
    """Whether two stand in two sentences, and one at least is typed: of live figures the program
    hides what gives another away."""
    if part.line is whole.line and part.group == whole.group:
        return False
    entries = [item.line.entry_at(item.number.start) for item in (part, whole)]
    return any(entry is None or entry.key == STATED for entry in entries)
