"""Counts of people so small that somebody might know who they are."""

import re
from collections.abc import Iterator
from itertools import chain

from assurance.figures.small_numbers import is_small, most_in_words
from assurance.runtime.digits import whole
from assurance.runtime.periods import MONTHS
from reports.checks.numbers.disclosure.people_counts import (
    COUNTED,
    MANY,
    NO_ADJECTIVE,
    TELLS_OF,
    THING,
    few_fault,
    is_thing,
)
from reports.checks.numbers.disclosure.rests import small_rests
from reports.checks.numbers.disclosure.typed_parts import (
    small_headlines,
    small_parts,
    small_shares,
)
from reports.checks.reading import HEADING, Line, Listing, Reading
from reports.checks.rule import Fault, Severity, rule
from reports.documents.data.changes import signed
from reports.prose.marks import Marked, text_after, text_before
from reports.prose.numbers import COUNT
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import PEOPLE

_ONE_OF = SentencePattern(
    rf"(?<!every )(?<!each )(?<!any )(?<!no )(?P<one>\b(?:one|a\s+single|only\s+one)\b)\s+of\s+"
    rf"(?:the|these|those|our)\s+⟦c\d+⟧\s+(?:(?!{NO_ADJECTIVE})[a-z-]+\s+)"
    rf"{{0,3}}?{PEOPLE.pattern}\b(?![’'])",
    re.I,
)
_OF_PEOPLE = SentencePattern(
    rf"⟦c(?P<mark>\d+)⟧\s+of\s+(?:the\s+|these\s+|those\s+|our\s+)*(?:⟦c\d+⟧\s+)?"
    rf"(?:(?!{NO_ADJECTIVE})[a-z]+\s+){{0,3}}?(?P<people>{PEOPLE.pattern})(?![’'])",
    re.I,
)
# “Children adopted: 3”; an opening line such as “The children were:”, and a point “aged 5: 3”.
_BEFORE = SentencePattern(
    rf"(?P<people>{PEOPLE.pattern})(?![’'])(?:\s+(?!(?:who|that|in)\b)[a-z-]+){{0,3}}(?::|\s[–-]|\s\()\s?"
    r"⟦c(?P<mark>\d+)⟧\W*$",
    re.I,
)
_OPENS = re.compile(
    rf"^\W*(?:(?:of|these|the|those|our|all|⟦c\d+⟧)\s+){{0,3}}(?:[a-z-]+\s+){{0,2}}?(?P<people>"
    rf"{PEOPLE.pattern})(?![’'])(?:\s+(?:were|are|had|was|lived|live)|\s+[a-z-]+(?:ed|en)|,)?[^.⟦]{{0,40}}:\W*$",
    re.I,
)
_POINT = re.compile(
    r"^\W*⟦c(?P<mark>\d+)⟧\s+(?:in|with|were|was|aged|under|at|from|had|placed|are|lived)\b|"
    r"(?::|\s[–-]|\s\()\s?⟦c(?P<last>\d+)⟧\W*(?:and\W*)?$",
    re.I,
)
_NUMBER_OF = SentencePattern(
    rf"\bnumbers?\s+of\s+(?:[a-z]+\s+){{0,3}}?{PEOPLE.pattern}\b(?![’'])|\b(?:childminders|children|"
    rf"young\s+people|carers)\b[^⟦.;]{{0,60}}\b(?:from|fell|rose|reduced|dropped|increased)\b",
    re.I,
)
_FROM_TO = re.compile(
    r"\bfrom\s+⟦c(?P<from>\d+)⟧(?:[^⟦.;:]|⟦d\d+⟧){0,60}?\bto\s+⟦c(?P<to>\d+)⟧(?P<after>\s+[a-z]+)?",
    re.I,
)
_NOT_PEOPLE = re.compile(
    r"\b(?:one\s+of\s+(?:our|the|its)\s+(?:principles|priorities)|one\s+(?:in|out\s+of)\s|in\s+one\s|"
    r"one-to-one|one\s+[a-z]+\s+(?:may|can|could|might|should)|any\s+one|every\s+one|no\s+one|one\s+parent)\b",
    re.I,
)
# “One more child would have sufficed”, “the gap for one child”, “above it by one child”: nobody
# was counted.
_SUPPOSED = re.compile(
    r"(?:\b(?:one|a\s+single)|⟧)\s+(?:more|further|extra|additional)\s+"
    r"(?:(?!and\b)[a-z’-]+\s+){1,6}?(?:would|could|might)\b"
    r"|\ba\s+single\s+(?:[a-z]+\s+){1,3}?(?:would|could|can|may|might)\b",
    re.I,
)
# “Each file relates to one child”, “a child seen twice is one child”, “invite two young people”.
_FOR_EACH_ONE = re.compile(
    r"\b(?:each|every)\s+[a-z-]+\s+(?:[a-z-]+\s+)?"
    r"(?:is|has|relates|concerns|covers|counts|means|describes|belongs|refers)\s+(?:[a-z]+\s+){0,2}$"
    r"|\b(?:a|any)\s+(?:child|pupil|young\s+person|boy|girl)\b[^.;]{0,60}\bis\s+$"
    r"|⟦c\d+⟧\s+(?:households|families|carers|adopters|couples)\s+[a-z]+\s+$|\binvit(?:e|es|ing)\s+$"
    r"|\b(?:difference|gap|average|saving|typical\s+cost|unit\s+cost)s?\s+(?:for|on|of)\s+$"
    r"|\b(?:only|just)\s+by\s+$|\b(?:above|below|over|under|short)\b[^⟦.;]{0,40}\bby\s+(?:only\s+|just\s+)?$",
    re.I,
)
# “May ring about three children”, “not one pupil”, “a case is one child”, “it fell by one child”.
_OF_NO_GROUP = re.compile(
    r"\b(?:may|might|could)\s+(?:(?!that\b)[a-z]+\s+){1,4}$|\bnot\s+$"
    rf"|^\W*an?\s+(?!{PEOPLE.pattern})[a-z-]+\s+is\s+$"
    r"|\b(?:f[ae]ll|r[io]se|grew|drop\w*|(?:in|de)creas\w*|chang\w*|differ\w*)\b[^⟦.;]{0,40}\bby\s+$",
    re.I,
)
# “A family with three children makes three contacts”: how things are counted.
_DEFINES = re.compile(r"^\W*an?\s+[a-z-]+\s+with\b[^.;]*\b(?:makes?|counts?)\s", re.I)
# “Four children below the national rate”, “one young adult in ten”.
_APART = re.compile(
    r"\W+(?:below|above|short)\b|\s+in\s+(?:every\s+)?⟦c\d+⟧(?=\s*(?:[,.(]|$)|\s+(?:has|have|is|are|"
    r"was|were|had)\b)",
    re.I,
)
# “5 Why staff matter”: the number of a heading.
_NUMBERED = re.compile(r"\s*\d{1,2}\.?\s+[A-Z]")
# Who asked to speak in public is no count of those whom the council serves.
_SPEAKERS = SentencePattern(r"\bregist(?:ered|rations?)\s+to\s+speak\b", re.I)
# Headings that only say *how many*.
_COUNTS = re.compile(
    r"^\W*(?:number|no\.?|count|total|all|how\s+many|20\d\d|19\d\d|boys|girls|male|female|q[1-4]|"
    rf"quarter|{'|'.join(MONTHS)}|on\s|at\s|\d)|^\W*$",
    re.I,
)
_THINGS = r"\b(?:actions?|audits?|visits?|plans?|reviews?|meetings?|days|weeks)"
_OF_THINGS = re.compile(rf"{_THINGS}\b", re.I)
# A signed cell under such a heading is the step between two counts, and none itself.
_STEP, _SIGNED = re.compile(r"\b(?:change|difference)\b", re.I), re.compile(r"\s*[+−–-]\s*\d")
_ONE_IN = re.compile(r"(?:\bone|⟧)\s+in\s+(?:every\s+)?$|\bmore\s+than\s+$", re.I)
_LEAST_ONE = re.compile(r"\bat\s+least\s+$", re.I)
# “Three more children (142 against 139)”: a step between two counts that are printed beside it.
_MORE = re.compile(r"⟦c(?P<mark>\d+)⟧\s+(?:more|fewer)\b", re.I)
# “Family F actions by agency”, “Actions for families”: the rows of such a table are things.
_CAPTION_OF_THINGS = re.compile(
    rf"^\W*{_THINGS}\s+(?:by|for|of|with|about|after|from)\b"
    rf"|^\W*{PEOPLE.pattern}[’']?s?[’']?\s+(?:[a-z\d]\s+)?{_THINGS}\s+by\b",
    re.I,
)


@rule(
    "small-number",
    Severity.WARNING,
    "C20; source of error 9",
    statement=f"A typed count of one to {most_in_words()} children is not printed, nor two numbers "
    "that leave so few; of others, a count is looked at.",
)
def small_numbers(reading: Reading, known) -> Iterator[Fault]:
    """A small count of children, young people, families, carers or staff."""
    most = known.small_up_to
    counts = dict.fromkeys(_small_counts(reading, most))
    yield from counts
    places = {(item.where, item.sentence, item.about) for item in counts}
    further = (small_headlines, small_parts, small_shares, small_rests)
    for item in chain.from_iterable(find(reading, most) for find in further):
        if (item.where, item.sentence, item.about) not in places:
            yield item


def _small_counts(reading, most):
    for line in reading.lines:
        for sentence in line.marked:
            if not _SPEAKERS.search(sentence.text):
                yield from _in_sentence(line, sentence, most)
    for grid in reading.grids:
        yield from _in_table(grid, most)
    for listing in reading.lists:
        yield from _in_list(listing, most)


def _in_sentence(line: Line, sentence: Marked, most):
    values = {}
    numbered = line.kind == HEADING and _NUMBERED.match(line.text)
    for match in COUNTED.finditer(sentence.text):
        if _is_of_nobody(sentence.text, match) or (numbered and not match.start()):
            continue
        if match["one"] and MANY.match(match["people"]):
            continue
        if match["one"] and _NOT_PEOPLE.search(sentence.text, max(0, match.start() - 8)):
            continue
        ahead = text_before(sentence.text, match.start())
        if is_thing(sentence, match) or _ONE_IN.search(ahead):
            continue
        if match["one"] and _LEAST_ONE.search(ahead):
            continue
        if match["mark"]:
            values[match["mark"]] = match["people"]
        else:
            yield few_fault(line, _place_of(line, sentence, match), match["people"], most)
    for match in _ONE_OF.finditer(sentence.text):
        yield few_fault(line, _place_of(line, sentence, match), match.group(), most)
    for match in (*_OF_PEOPLE.finditer(sentence.text), *_BEFORE.finditer(sentence.text)):
        if not THING.match(text_after(sentence.text, match.end("people"))):
            values[match["mark"]] = match["people"]
    if number_of := _NUMBER_OF.search(sentence.text):
        for match in _FROM_TO.finditer(sentence.text):
            if not match["after"] or re.match(
                r"\s+(?:in|at|on|and|over|during|by)\b", match["after"]
            ):
                values |= dict.fromkeys((match["from"], match["to"]), number_of.group())
    steps = set(_steps(sentence, most)) if values else set()
    for index in sorted(values.keys() - steps, key=whole):
        number = sentence.thing(index)
        # A mean is no count: “2.4 episodes for each child”.
        is_count = not number.places and number.bound not in ("<", "<=")
        if is_count and is_small(number.value, most):
            yield few_fault(line, (number.start, number.end), values[index], most)


def _steps(sentence, most):
    """The marks of numbers that are the difference of two counts of their sentence, both larger
    than those that are not shown."""
    counts = (number.value for number in sentence.marks("c"))
    large = {value for value in counts if value > 0 and not is_small(value, most)}
    for match in _MORE.finditer(sentence.text):
        step = sentence.thing(match["mark"]).value
        if any(value + step in large for value in large):
            yield match["mark"]


def _is_of_nobody(text, match):
    """True if a number counts people who are only supposed: one more, or any one."""
    ahead = text_before(text, match.start())
    supposed = _SUPPOSED.match(text, max(0, match.end("mark")) if match["mark"] else match.start())
    apart = _APART.match(text_after(text, match.end("people")))
    of_no_group = _FOR_EACH_ONE.search(ahead) or _OF_NO_GROUP.search(ahead)
    return bool(supposed or apart or of_no_group or _DEFINES.match(text))


def _in_list(listing: Listing, most):
    """The counts of a list that parts the children of whom its opening line speaks."""
    lead = listing.lead.marked[-1].text if listing.lead and listing.lead.marked else ""
    people = _OPENS.search(lead)
    for item in listing.items if people else ():
        for sentence in item.marked[:1]:
            match = _POINT.search(sentence.text)
            number = match and sentence.thing(match["mark"] or match["last"])
            if number and is_small(number.value, most) and not number.bound:
                yield few_fault(item, (number.start, number.end), people["people"], most)


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
    shares = re.search(r"%|per\s?cent", grid.caption, re.I)
    things = shares or _CAPTION_OF_THINGS.match(grid.caption)
    whole = None if things else TELLS_OF.search(grid.caption)
    for row in grid.rows:
        for place, cell in enumerate(row):
            if not place:
                continue
            heading = grid.columns[place].text if place < len(grid.columns) else ""
            about = TELLS_OF.search(heading) or (
                _COUNTS.match(heading) if not whole else not _OF_THINGS.search(heading)
            )
            people = whole or TELLS_OF.search(heading) or TELLS_OF.search(row[0].text)
            if not people:
                continue
            if not about or re.search(r"%|rate|average|per\b|score|rank", heading, re.I):
                continue
            if _STEP.search(heading) and _SIGNED.match(signed(cell.text.strip())):
                continue
            counts = [number for number in cell.numbers if number.kind == COUNT]
            if len(counts) == 1 and _is_small(cell, counts[0], most):
                place = (counts[0].start, counts[0].end)
                yield few_fault(cell, place, people.group(), most)


def _is_small(cell, number, most):
    lone = re.fullmatch(r"\W*\d+\W*(?:\([^()]*\)\W*)?", cell.text) and "<" not in cell.text
    whole = number.value.denominator == 1 and is_small(number.value, most)
    return bool(lone) and whole and not number.bound
