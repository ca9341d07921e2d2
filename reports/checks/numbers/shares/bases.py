"""What a per cent is of: a base that is printed, one base for one question, shares of one whole."""

import re
from collections.abc import Iterator
from fractions import Fraction
from math import trunc

from reports.checks.numbers.passages import leads, nearby
from reports.checks.reading import SIDE_BY_SIDE, Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.marks import Marked, text_before
from reports.prose.quantities.arithmetic import bases_for, number_text, plain
from reports.prose.quantities.phrases import PEOPLE, pairs, phrase_after, stems

_WITH_COUNT = re.compile(
    r"⟦p(?P<percent>\d+)⟧\s*\((?:n\s?=\s?)?⟦c(?P<count>\d+)⟧\)(?P<after>[^⟦]{0,80}(?:⟦c\d+⟧)?)",
    re.I,
)
_COUNT_FIRST = re.compile(
    r"⟦c(?P<count>\d+)⟧\s*\(⟦p(?P<percent>\d+)⟧\)(?P<after>[^⟦]{0,80}(?:⟦c\d+⟧)?)", re.I
)
_OF_GROUP = re.compile(
    r"^\)?\s*of\s+(?:the\s+|all\s+|our\s+|these\s+|those\s+)*(?P<group>.*)", re.I
)
# Of whom a share is may be said by what they did: `74% (42) were happy`.
_UNNAMED = re.compile(
    r"^\)?\s*(?:(?:were|was|said|say|felt|feel|told|agreed|thought|had|have|answered)\b|[.;,]|$)",
    re.I,
)
_SHARE_OF_PEOPLE = re.compile(
    r"⟦p(?P<percent>\d+)⟧\s+(?:of\s+(?:the\s+|all\s+|our\s+|these\s+|their\s+)*(?P<group>(?:those|them|"
    r"respondents|responses|returns|children|young\s+people|pupils|care\s+leavers|parents|carers|"
    r"foster\s+carers|famil\w+|staff|social\s+workers|workers|employees|people|adults|adopters|"
    r"audits|case\s+files|files|cases|assessments|visits|reviews|plans|referrals|records|checks)\b"
    r"[^⟦]{0,60})|(?P<verb>(?:said|agreed|reported|felt|told|responded|answered|thought|were|had)\b))",
    re.I,
)
_SURVEY = re.compile(
    r"\b(?:respon\w+|survey\w*|question\w*|said|told|answered|reported|feedback|asked|views)\b",
    re.I,
)
# Shares whose base stands elsewhere by custom, or that are no share of our own records.
_ELSEWHERE = re.compile(
    r"\b(?:national\w*|england|region\w*|neighbour\w*|target\w*|benchmark\w*|ambition|aim\w*|"
    r"government|ofsted|average|increase\w*|decrease\w*|reduc\w+|rise|rose|fell|fall|inflation|"
    r"budget|tax|cost|spend\w*|saving\w*|funding|grant|threshold|standard|expect\w*|compar\w+|"
    r"previous|last\s+year|improv\w+)\b",
    re.I,
)
# “… and the remaining 20%”: then the shares are all of the whole.
_REST = re.compile(r"\bthe\s+(?:remaining|other|rest,?)\s+⟦p\d+⟧(?![^⟦]*⟦p)(?!\s+of\b)", re.I)
_OPENED = re.compile(r"\(\s*(?:n\s?=\s?)?$")
_SCALES = tuple(
    frozenset(item.split())
    for item in (
        "agree agreed disagree disagreed neither unsure know",
        "outstanding good requires inadequate improvement",
        "yes no unsure sometimes",
        "boys girls male female men women",
        "red amber green",
        "satisfied dissatisfied neither",
        "better worse same",
        "happy unhappy neither",
        "positive negative neutral mixed",
        "good poor fair excellent",
        "always sometimes never often rarely",
    )
)


@rule("percent-without-base", Severity.WARNING, "C03; source of error 5")
def without_base(reading: Reading, known) -> Iterator[Fault]:
    """A per cent of people or records stands with its count or the number it is of."""
    opens, lines = leads(reading), reading.prose()
    grids = {grid.where for grid in reading.grids}
    for place, line in enumerate(lines):
        for sentence in line.marked:
            if "⟦p" not in sentence.text:
                continue
            for match in _SHARE_OF_PEOPLE.finditer(sentence.text):
                number = sentence.thing(match["percent"])
                entry = line.entry_at(number.start)
                if entry is not None:
                    known_base = entry.base_count
                    if known_base is not None and known_base >= known.least_base:
                        continue
                passage = [line, *nearby(lines, place, 4)]
                passage += [opens[id(line)]] if id(line) in opens else []
                near_table = bool(grids) and _has_table(reading, line)
                if not near_table and _wants_base(sentence, match, passage, entry):
                    yield _no_base(line, sentence, number, known)


@rule("unlike-bases", Severity.WARNING, "C03; source of error 4")
def unlike_bases(reading: Reading, _known) -> Iterator[Fault]:
    """Per cents of one group have one base, or print each their own."""
    opens, lines = leads(reading), reading.prose()
    for place, line in enumerate(lines):
        own = list(_counted(line))
        if not own or (id(line) in opens and "⟦c" in opens[id(line)].marked[-1].text):
            continue
        before = [item for other in nearby(lines, place, 2) for item in _counted(other)]
        yield from _one_base(line, before, own)


@rule("prose-shares-over-whole", Severity.WARNING, "C02; source of error 2")
def over_whole(reading: Reading, _known) -> Iterator[Fault]:
    """Shares of one scale in one sentence add to no more than 100, but for rounding."""
    for line, sentence in reading.sentences():
        value = sentence.marks("p")
        if len(value) < 2 or any(item.bound for item in value):
            continue
        scale = _scale(sentence)
        total = sum(item.value for item in value)
        room = sum(Fraction(1, 2 * 10**item.places) for item in value)
        rest = _REST.search(sentence.text) and len(value) > 2 and abs(total - 100) > room
        over = scale and total > 100 + room
        if (over or rest) and not _ELSEWHERE.search(sentence.text):
            text = " + ".join(number_text(item.value, item.places) for item in value)
            says = f"The shares of one whole add to {number_text(total)}% ({text})."
            last = value[-1]
            yield fault(line, last, says, "Check each share against its count.")


def _wants_base(sentence: Marked, result, passage, entry):
    """Whether a share of a group stands without a count or a base that a reader could find."""
    text = sentence.text
    if _ELSEWHERE.search(text) or list(pairs(sentence)):
        return False
    if not result["group"] and not _SURVEY.search(text):
        return False
    group = result["group"] or ""
    backwards = bool(re.match(r"(?:those|them|respon)", group, re.I))
    return not any(_may_be_base(item, stems(phrase_after(group)), backwards) for item in passage)


def _may_be_base(line: Line, group, backwards):
    """Whether a line states a count that may be the base of a share of `group`."""
    for sentence in line.marked:
        for mark in re.finditer(r"⟦c(\d+)⟧", sentence.text):
            counted = stems(phrase_after(sentence.text, mark.end()))
            other = _OPENED.search(text_before(sentence.text, mark.start()))
            if backwards or other or not group or counted & group:
                return True
    return False


def _has_table(reading, line):
    """Whether a table stands right after the line or before it in its section."""
    place = reading.places.get(id(line), 0)
    around = reading.lines[max(0, place - 1) : place + 3]
    return any(item.kind in ("caption", "cell") for item in around)


def _no_base(line, sentence, number, known):
    says = (
        f"{number.words} stands without its count or the number it is of; a reader cannot weigh a "
        f"share of fewer than {known.least_base}."
    )
    mend = f"Write how many of how many, as in “{number.words} (46 of 48)”."
    return fault(line, number, says, mend)


def _counted(line: Line):
    """(per cent, count, group) of each `74% (42) of young people` in a line without its base. The
    group is empty where a survey is spoken of and those who answered are not named again."""
    surveyed = _SURVEY.search(line.text)
    for sentence in line.marked:
        for pattern in (_WITH_COUNT, _COUNT_FIRST):
            for match in pattern.finditer(sentence.text):
                percent, count = sentence.thing(match["percent"]), sentence.thing(match["count"])
                group = _OF_GROUP.match(match["after"])
                based = re.match(r"^\)?\s*(?:out\s+)?of\s+(?:the\s+|all\s+)*⟦", match["after"])
                if group and not based and not percent.bound and not count.bound:
                    people = PEOPLE.match(group["group"])
                    named = stems(people.group() if people else phrase_after(group["group"]))
                    if named and not re.match(r"(?:them|those|these)\b", group["group"], re.I):
                        yield percent, count, named
                elif surveyed and _UNNAMED.match(match["after"]) and not percent.bound:
                    yield percent, count, frozenset()


def _one_base(line, before, own):
    values = {}
    for place, (percent, count, group) in enumerate((*before, *own)):
        fits = bases_for(trunc(count.value), percent)
        unlike = (
            values[key]
            for key in values
            if (key[1] == group or not (key[1] and group)) and not _overlap(key[0], fits)
        )
        other = next(unlike, None) if fits and place >= len(before) else None
        if len(values) < SIDE_BY_SIDE:
            values.setdefault((fits, group), (percent, count, group))
        if other:
            says = (
                f"{other[0].words} ({plain(other[1])}) and {percent.words} ({plain(count)}) cannot "
                f"be of one base: one fits {_bases_text(other)}, the other "
                f"{_bases_text((percent, count))}."
            )
            yield fault(line, percent, says, "Print for each question how many answered it.")
            return


def _overlap(item: range, other: range):
    return max(item.start, other.start) < min(item.stop, other.stop)


def _bases_text(item):
    fits = bases_for(trunc(item[1].value), item[0])
    if not fits:
        return "no whole number"
    return str(fits[0]) if len(fits) == 1 else f"{fits[0]} to {fits[-1]}"


def _scale(sentence: Marked):
    """Whether each share of a sentence stands by another word of one scale."""
    pieces = re.split(r"⟦p\d+⟧", sentence.text)[1:]
    terms = [set(re.findall(r"[a-z]+", piece.casefold())[:6]) for piece in pieces]
    for scale in _SCALES:
        named = [frozenset(item & scale) for item in terms]
        if all(named) and len(set(named)) == len(named):
            return True
    return False
