"""Headline figures: the name of each, as its author words it, against what the figure counts, and
its time against the report's."""

import re
from collections import defaultdict
from collections.abc import Iterator

from assurance.figures.keys import current_key
from reports.checks.context import CheckContext
from reports.checks.figure_texts import faults_around, is_over
from reports.checks.numbers.claims.figure_days import ends_of, span_text
from reports.checks.numbers.live.other_parts import apart_in, own_words, some_ages_in
from reports.checks.numbers.live.part_words import GRADES, parts_named
from reports.checks.reading import (
    CAPTION,
    CELL,
    HEADLINES,
    ITEM,
    Line,
    LiveFigure,
    Reading,
    shared,
)
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import Entry
from reports.figure_constraints.things import (
    other_children,
    other_kind,
    other_kinds,
    other_things,
)
from reports.prose.quantities.phrases import stems

# Parts that a whole never is, whatever it is called; of an audit “done” is no part.
_PARTS = {
    "looked_after": None,
    "dbs": ("overdue", "in date", "without", "re-checked", "in progress", "not started"),
    "actions": ("overdue", "on track", "at risk", "not started", "done"),
    "audits": (*GRADES, "shared", "waiting", "overdue"),
}
_PLACE = re.compile(
    r"\b(?<!outside\s)(?<!from\s)(?:England|Wales|national\w*|neighbours?|the\s+region|regional\w*)\b",
    re.I,
)
# What follows is of some of what is counted.
_OF_WHOM = re.compile(
    r",\s+(?:most\s+|many\s+|some\s+)?of\s+(?:whom|which|these|them)\b|\bof\s+whom\b", re.I
)
_ACROSS_TIME = re.compile(r"\b(?:average|mean|total\s+over|peak|highest|lowest|most|least)\b", re.I)
# Words that any name may have besides those of its figure.
_FREE = stems(
    "care council child young people person staff member number half year quarter month week date "
    "to day period report city local authority since until between first last time total count "
    "counted figure start end in out past looked after spring summer autumn winter named made "
    "found recorded practitioner and with from for that who their were was are is been being have "
    "has had now still at on by it before after ago earlier later then one two three four five six "
    "seven eight nine ten as than fewer more less many large small high low own given latest kind "
    "type most least shown aged each other another all both also only main table chart list trend "
    "overview summary comparison compared breakdown status position group category activity key "
    "data information performance"
)
_NEW_CHECK = re.compile(r"\bnew(?=\s+(?:DBS\s+)?(?:check|certificate))", re.I)
# Words that begin with as many letters alike are of one family.
_SAME = 4
_MEND = "Name the headline for what its figure counts."
# Half-years and quarters differ by so many days at most.
_ABOUT = 4
_NEWER = "Choose the headline’s figure for this report’s period, or another headline."


@rule(
    "figure-of-other-things",
    Severity.ERROR,
    "C07; decisions §2, §11",
    family="numbers",
    follows=("figure-of-another-part", "figure-unlike-state"),
)
def headlines(reading: Reading, _known) -> Iterator[Fault]:
    """The words next to a live figure, and the name of a headline, are those of its count."""
    yield from other_things(reading)
    yield from faults_around(reading, lambda line: _over_table(reading, line))
    for line in reading.lines:
        if line.kind == ITEM and line.where.startswith(HEADLINES) and line.live:
            yield from _named(line, line.live[0])


@rule("headline-of-past-time", Severity.WARNING, "C04; decisions §2", family="numbers")
def past_headlines(reading: Reading, _known: CheckContext) -> Iterator[Fault]:
    """A headline figure is of the report's period, where the report counts the same in it."""
    if reading.period is None:
        return
    first, _ = reading.period
    counted = shared(reading, _times)
    lines = (x for x in reading.lines if x.kind == ITEM and x.where.startswith(HEADLINES))
    every = [(x, x.live[0], ends) for x in lines if x.live and (ends := ends_of(x.live[0]))]
    # What is shown for both times is a comparison.
    newer = {_identity(live) for _, live, ends in every if ends[1] >= first}
    for line, live, ends in every:
        if live.entry.made_of or ends[1] >= first or _identity(live) in newer:
            continue
        # A year beside the half of the next is no older count of the same.
        alike = [x for x in counted[_identity(live)] if abs(_length(x) - _length(ends)) <= _ABOUT]
        last = max(alike, key=lambda days: days[1], default=ends)
        if last[1] >= first:
            says = (
                f"This headline figure is for {span_text(*ends)}, before the report’s period. The "
                f"report has the same for {span_text(*last)}."
            )
            yield fault(line, live, says, _NEWER)


def _over_table(reading: Reading, line: Line) -> Iterator[Fault]:
    """The fault of a head, label or caption that names other things than its figure counts."""
    if line.kind not in (CAPTION, CELL) or not is_over(reading, line):
        return
    entry, name = line.live[0].entry, line.text[: line.live[0].start].rstrip(" :")
    wrong = "" if entry.made_of or apart_in(entry, name) else _denied(entry, name, other_kinds)
    if wrong:
        says = f"“{name}” names “{wrong}”, but its figure counts “{entry.title}”."
        yield fault(line, (0, len(name)), says, "Write there what its figures count.")


def _named(line: Line, live: LiveFigure) -> Iterator[Fault]:
    # A main point is a sentence, which other rules read.
    lead = line.text[: live.start]
    name = lead[:-2] if lead.endswith(": ") else ""
    entry, spans = live.entry, [(item.start, item.end) for item in line.dates]
    plain = "".join(" " if any(a <= at < b for a, b in spans) else x for at, x in enumerate(name))
    # Parts that exclude one another are told apart wherever they are named.
    if not name or name == entry.title or entry.made_of or apart_in(entry, plain):
        return
    wrong = _denied(entry, plain)
    if wrong:
        says = f"The headline “{name}” names “{wrong}”, but its figure counts “{entry.title}”."
        yield fault(line, (0, len(name)), says, _MEND)
        return
    unknown = unknown_words(entry, plain)
    left_out = bool(entry.base or entry.member) and not _names_part(entry, plain)
    if left_out or unknown:
        what = f"“{entry.title}”, which the name does not tell" if left_out else f"“{entry.title}”"
        more = f" The definition has no “{unknown[0]}”." if unknown else ""
        says = f"The headline “{name}” is of a figure that counts {what}.{more}"
        yield fault(line, (0, len(name)), says, _MEND, severity=Severity.WARNING)


def _denied(entry: Entry, name: str, other=other_kind) -> str:
    """The words of a name that its figure denies; or none."""
    name = _OF_WHOM.split(name)[0]
    subject = current_key(entry.key).partition(".")[0]
    phrase = other(entry, name) or other_children(entry, name) or some_ages_in(entry, name)
    if phrase:
        return phrase
    parts, own = parts_named(subject, name), parts_named(subject, _texts(entry))
    for part, match in parts.items():
        never = subject in _PARTS and (_PARTS[subject] is None or part in _PARTS[subject])
        if never and not entry.member and part not in own:
            return match.group()
    match = _PLACE.search(name) if subject in _PARTS else None
    match = match or (None if entry.unit == "pounds" else _ACROSS_TIME.search(name))
    return (
        match.group() if match and match.group().casefold() not in _texts(entry).casefold() else ""
    )


def _names_part(entry: Entry, name: str) -> bool:
    """True if a name has a word that tells the part from its whole."""
    subject = current_key(entry.key).partition(".")[0]
    whole = stems(" ".join((entry.out_of, entry.unit, entry.cohort)))
    own = stems(own_words(entry)) - whole
    same = parts_named(subject, name).keys() & parts_named(subject, own_words(entry)).keys()
    return bool(not own or own & stems(name) or same)


def _texts(entry: Entry) -> str:
    return " ".join((entry.title, entry.counts, entry.out_of, entry.cohort, entry.unit, entry.rule))


def unknown_words(entry: Entry, name: str, more: str = "") -> list[str]:
    """The words of a name that neither the definition of its figure nor its part has, nor `more`
    of what is known."""
    subject = current_key(entry.key).partition(".")[0]
    own = parts_named(subject, _texts(entry))
    for part, match in parts_named(subject, name).items():
        name = name.replace(match.group(), " ") if part in own else name
    text = f"{_texts(entry)} {entry.source} {more}"
    known = {word[:_SAME] for word in stems(text.replace("-", " "))}
    left = stems(_NEW_CHECK.sub(" ", name).replace("-", " ")) - _FREE
    return sorted(word for word in left if word[:_SAME] not in known)


def _identity(live):
    return current_key(live.entry.key), live.entry.member


def _length(ends):
    return (ends[1] - ends[0]).days


def _times(reading):
    """Key and member of each figure outside the headlines → the days that it is of."""
    index = defaultdict(list)
    for line in reading.lines:
        for live in () if line.where.startswith(HEADLINES) else line.live:
            ends = ends_of(live)
            if ends and not live.entry.made_of:
                index[_identity(live)].append(ends)
    return index
