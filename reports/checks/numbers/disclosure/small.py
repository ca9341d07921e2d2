"""Counts of people so small that somebody might know who they are."""

import re
from collections.abc import Iterator
from fractions import Fraction

from assurance.figures.small_numbers import fewer_than, is_small, most_in_words
from assurance.runtime.digits import whole
from assurance.runtime.periods import MONTHS
from reports.checks.reading import Line, Listing, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import STATED
from reports.prose.marks import Marked, text_after, text_before
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import rounded
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
    rf"(?P<people>{PEOPLE.pattern})(?![’'])",
    re.I,
)
# “Children adopted: 3”; an opening line such as “The children were:”, and a point “aged 5: 3”.
_BEFORE = re.compile(
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
# “10% of the 30 children” are three of them.
_SHARE_OF = re.compile(
    rf"⟦p(?P<mark>\d+)⟧\s+of\s+(?:the\s+|these\s+|those\s+|our\s+|all\s+)*⟦c(?P<base>\d+)⟧\s+"
    rf"(?:[a-z-]+\s+){{0,3}}?(?P<people>{PEOPLE.pattern})(?![’'])",
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
# Whose small numbers nobody may publish; of other people an officer may say why one is.
_CHILDREN = re.compile(
    r"\b(?:child(?:ren)?|young\s+(?:people|persons?|men|women)|bab(?:y|ies)|infants?|toddlers?|teenagers?|"
    r"adolescents?|boys?|girls?|siblings?|pupils?|care\s+leavers?|adoptees?)\b",
    re.I,
)


@rule(
    "small-number",
    Severity.WARNING,
    "C20; source of error 9",
    statement=f"A typed count of one to {most_in_words()} children is not printed; of others, it "
    "is looked at.",
)
def small_numbers(reading: Reading, known) -> Iterator[Fault]:
    """A small count of children, young people, families, carers or staff."""
    most = known.small_up_to
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
    for match in _COUNTED.finditer(sentence.text):
        if match["one"] and _MANY.match(match["people"]):
            continue
        if match["one"] and _NOT_PEOPLE.search(sentence.text, max(0, match.start() - 8)):
            continue
        if _is_thing(sentence, match) or _ONE_IN.search(text_before(sentence.text, match.start())):
            continue
        if match["mark"]:
            values[match["mark"]] = match["people"]
        else:
            yield _small_fault(line, _place_of(line, sentence, match), match["people"], most)
    for match in _ONE_OF.finditer(sentence.text):
        yield _small_fault(line, _place_of(line, sentence, match), match.group(), most)
    for match in (*_OF_PEOPLE.finditer(sentence.text), *_BEFORE.finditer(sentence.text)):
        if not _THING.match(text_after(sentence.text, match.end("people"))):
            values[match["mark"]] = match["people"]
    if number_of := _NUMBER_OF.search(sentence.text):
        for match in _FROM_TO.finditer(sentence.text):
            if not match["after"] or re.match(
                r"\s+(?:in|at|on|and|over|during|by)\b", match["after"]
            ):
                values |= dict.fromkeys((match["from"], match["to"]), number_of.group())
    for index in sorted(values, key=whole):
        number = sentence.thing(index)
        if is_small(number.value, most) and number.bound not in ("<", "<="):
            yield _small_fault(line, (number.start, number.end), values[index], most)
    for match in _SHARE_OF.finditer(sentence.text):
        share, base = sentence.thing(match["mark"]), sentence.thing(match["base"])
        if _is_few(share, base, most) and not _THING.match(text_after(sentence.text, match.end())):
            yield _small_fault(line, (share.start, share.end), match["people"], most)


def _is_few(share, base, most):
    """Whether a per cent of a base can be that of a small count alone."""
    near = base.value * share.value // 100
    fits = [
        count
        for count in range(max(0, near - 1), near + 3)
        if base.value and rounded(Fraction(100 * count) / base.value, share.places) == share.value
    ]
    return not base.bound and bool(fits) and all(is_small(count, most) for count in fits)


def _in_list(listing: Listing, most):
    """The counts of a list that parts the children of whom its opening line speaks."""
    lead = listing.lead.marked[-1].text if listing.lead and listing.lead.marked else ""
    people = _OPENS.search(lead)
    for item in listing.items if people else ():
        for sentence in item.marked[:1]:
            match = _POINT.search(sentence.text)
            number = match and sentence.thing(match["mark"] or match["last"])
            if number and is_small(number.value, most) and not number.bound:
                yield _small_fault(item, (number.start, number.end), people["people"], most)


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
    shares = re.search(r"%|per\s?cent", grid.caption, re.I)
    whole = None if shares else _TELLS_OF.search(grid.caption)
    for row in grid.rows:
        for place, cell in enumerate(row):
            if not place:
                continue
            heading = grid.columns[place].text if place < len(grid.columns) else ""
            about = _TELLS_OF.search(heading) or (
                _COUNTS.match(heading) if not whole else not _OF_THINGS.search(heading)
            )
            people = whole or _TELLS_OF.search(heading) or _TELLS_OF.search(row[0].text)
            if not people:
                continue
            if not about or re.search(r"%|rate|average|per\b|score|rank", heading, re.I):
                continue
            counts = [number for number in cell.numbers if number.kind == COUNT]
            if len(counts) == 1 and _is_small(cell, counts[0], most):
                place = (counts[0].start, counts[0].end)
                yield _small_fault(cell, place, people.group(), most)


def _is_small(cell, number, most):
    lone = re.fullmatch(r"\W*\d+\W*(?:\([^()]*\)\W*)?", cell.text) and "<" not in cell.text
    whole = number.value.denominator == 1 and is_small(number.value, most)
    return bool(lone) and whole and not number.bound


def _small_fault(line, place, people, most):
    """What is said of a small count of `people`: of children it is an error, unless a live figure
    that counts none of them prints it."""
    written = line.text[slice(*place)]
    says = f"“{written}” counts people, and so few that somebody may know who is meant."
    mend = f"Say “{fewer_than(most)}”, put groups together, or record why it may be printed."
    entry = line.entry_at(place[0])
    if _CHILDREN.search(people) and (entry is None or entry.key == STATED):
        mend = f"Say “{fewer_than(most)}”, put groups together, or leave the number out."
        return fault(line, place, says, mend, severity=Severity.ERROR)
    return fault(line, place, says, mend)
