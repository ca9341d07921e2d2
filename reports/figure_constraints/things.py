"""“196 families”, “in England 196 children”: a noun or a place that is not what a figure counts."""

import re
from collections.abc import Iterator

from assurance.figures.keys import current_key
from reports.checks.figure_texts import faults_around
from reports.checks.numbers.live.other_parts import own_words
from reports.checks.numbers.live.part_words import parts_named
from reports.checks.numbers.live.surroundings import is_hedged, words_around
from reports.checks.reading import HEADING, HEADLINES, RUN_IN, Line, LiveFigure, Reading
from reports.checks.rule import Fault, fault
from reports.documents.entries import Entry
from reports.prose.quantities.bands import band_of

_KINDS = {
    "children": (
        r"child(?:ren)?|young\s+(?:people|persons?)|bab(?:y|ies)|infants?|toddlers?|teenagers?|"
        r"boys?|girls?"
    ),
    "families": r"famil(?:y|ies)|households?|sibling\s+groups?",
    "carers": r"(?:foster\s+|kinship\s+)?carers?|adopters?|childminders?",
    "care leavers": r"care\s+leavers?",
    "councillors": r"councillors?|elected\s+members?",
    "staff": r"staff|employees?|(?:social\s+)?workers?|managers?|posts?",
    "parents": r"parents?|mothers?|fathers?",
    "schools": r"schools?|nurser(?:y|ies)",
    "audits": r"(?:re-)?audits?|(?:case\s+)?files?|rounds?",
    "actions": r"actions?|tasks?",
    "findings": r"findings?|strengths?|recommendations?|areas?|weaknesses|points?",
    "complaints": r"complaints?",
    "referrals": r"referrals?|contacts?",
    "assessments": r"assessments?",
    "visits": r"visits?",
    "meetings": r"meetings?|conferences?",
    "breaches": r"breaches|breach",
}
_PEOPLE = {"children", "families", "carers", "care leavers", "councillors", "staff", "parents"}
_END_OF_HEAD = re.compile(
    r"\b(?:past|who|whose|with|without|by|in|of|for|at|found|to|that|due|overdue|done|waiting)\b",
    re.I,
)
_NUMBER_OF = re.compile(
    r"^\W*(?:the\s+)?(?:total\s+)?(?:number|total|count|share|proportion|percentage)\s+of\s+", re.I
)
_ANY = "|".join(_KINDS.values())
_NAMED = {name: re.compile(rf"\b(?:{pattern})\b", re.I) for name, pattern in _KINDS.items()}
_NOUN = rf"(?P<noun>(?:{_ANY})(?:[’']s?)?(?:\s+(?:{_ANY}))*)\b(?!-)"
NOUN_BEHIND = re.compile(
    r"\s+(?!of\b)(?:(?!(?:of|and|or|in|for|by|with|to|from|whose)\b)[a-z-]+\s+){0,3}?" + _NOUN,
    re.I,
)
_AHEAD = re.compile(
    rf"\b(?:number|total|count)\s+of\s+(?:[a-z-]+\s+){{0,2}}?{_NOUN}(?:\s+[a-z-]+){{0,5}}?\s+"
    r"(?:was|is|were|are|stood\s+at|stands\s+at|came\s+to)\s+$",
    re.I,
)
# Some of the children, by their sex or age.
_SOME = re.compile(r"\b(?:boys?|girls?|bab(?:y|ies)|infants?|toddlers?|teenagers?)$", re.I)
_AND_OTHERS = re.compile(
    r"\s*(?:,|and|or|&)\s+(?:[a-z]+\s+)?(?:boys?|girls?|children|young)\b", re.I
)
# Of two nouns the last says what there are.
_LAST = re.compile(rf"(?:{_ANY})$", re.I)
# Children who are not looked after, or of whom more is known than that they are.
_OTHER_CHILDREN = re.compile(
    r"\bin\s+need\b(?!\s+of\b)|(?:child\s+)?protection\s+plans?|\bcare\s+leavers?|\bdisab\w+|"
    r"\bsecure\s+(?:units?|accommodation|homes?)|\bprivate(?:ly)?\s+foster\w+|\byoung\s+carers?|"
    r"\bknown\s+to\s+(?:children[’']s\s+)?(?:social\s+(?:care|services|workers?)|us\b|the\s+(?:council|"
    r"service|department|authority))|\bcase-?loads?\b|\bopen\s+cases?\b|\bearly\s+help\b|\b(?:education,?\s+)?health\s+and\s+care\s+plans?|\bSEND\b|\bEHCPs?\b",
    re.I,
)
# “Every child known to social care”, “including those in need”.
_EVERY = re.compile(
    r"\b(?:every|each|all(?:\s+the)?)\s+(?:child(?:ren)?|young\s+(?:person|people))\b[^,.;]{0,50}"
    r"|\bincluding\s+(?:all\s+)?(?:(?:of\s+)?(?:those|the\s+children|children)\b)?[^,.;]{0,50}",
    re.I,
)
# “Families supported: 188.”
_LABEL = re.compile(rf"\W*(?:[a-z-]+\s+){{0,2}}?(?:{_ANY})(?:\s+[a-z-]+ed)?:\s+$", re.I)
_PLACES = (
    r"England|Wales|Scotland|the\s+(?:region|country|county|nation)|"
    r"(?:the\s+)?(?:north|south)[\s-](?:east|west)"
)
_OWNERS = (
    r"(?:(?:our|the\s+council[’']s|its|statistical)\s+)*neighbours?|"
    r"other\s+(?:councils|authorities|areas)|England|Wales|the\s+region"
)
_ELSEWHERE = re.compile(
    rf"^(?:(?:Annex|Appendix)\s+\w+:\s+)?(?:(?:in|across|throughout|within)\s+(?P<place>{_PLACES}),?(?![’'])|(?P<owner>{_OWNERS})\s+"
    r"(?:look|looks|looked|has|have|had|counts?|counted|reports?|reported)\b)"
    r"(?:(?!\b(?:than|compared|against|while|whereas|but)\b)[^.;:(),]){0,60}$",
    re.I,
)
# Of a count no rate is printed, and of a yearly cost none of a week.
_PER_CHILDREN = re.compile(
    r"\s+(?:[a-z-]+\s+){0,3}?(?:per|for\s+every)\s+(?:1,000|10,000|100,000|head)\b", re.I
)
_PER_TIME = re.compile(
    r"\s+(?:an?|per|each|every)\s+(?:week|month|day|night)\b|\s+(?:week|month|dai|night)ly\b", re.I
)
# The subjects of which only our own council has records.
OUR_OWN = ("looked_after", "dbs", "audits", "actions")
_MEND = "Quote the figure of those, or name what this figure counts."


def other_things(reading: Reading) -> Iterator[Fault]:
    """The faults of nouns and places next to live figures that are not those of what they count."""
    yield from faults_around(reading, _named)


def _named(line: Line) -> Iterator[Fault]:
    for live in line.live:
        is_named = line.where.startswith(HEADLINES)
        noun = "" if is_named or _is_reckoned(line, live) else _other_noun(line, live)
        noun = noun or _other_rate(line, live)
        if noun:
            says = f"The words next to {live.entry.text} are “{noun}”, but it counts "
            says += f"“{live.entry.title}”{_of(live.entry)}."
            yield fault(line, live, says, _MEND)


def _other_rate(line: Line, live: LiveFigure) -> str:
    """The words behind a figure for what it is per, where its definition has none of it."""
    of_cost = "£" in line.text[live.start : live.end]
    match = (_PER_TIME if of_cost else _PER_CHILDREN).match(line.text, live.end)
    own = f"{live.entry.key} {_about(live.entry)}"
    is_own = re.search(r"week|month|dai|night" if of_cost else r"rate|per\b", own)
    return "" if is_own or live.entry.made_of or not match else match.group().strip()


def _is_reckoned(line: Line, live: LiveFigure) -> bool:
    """True of a change, a share or a sum of money."""
    text = line.text[live.start : live.end]
    return bool(live.entry.made_of) or any(sign in text for sign in "%£") or not text[:1].isalnum()


def _of(entry: Entry) -> str:
    return f" ({entry.cohort})" if entry.cohort and entry.cohort not in entry.title else ""


def _other_noun(line: Line, live: LiveFigure) -> str:
    """The words next to a figure that name other things than it counts; or none."""
    sentence = line.sentence_at(live.start)
    lead = line.text[sentence.start : live.start]
    match = NOUN_BEHIND.match(line.text, live.end, sentence.end) or _AHEAD.search(lead)
    own, text = _own_kinds(live.entry), match["noun"] if match else ""
    if not match and line.kind not in (HEADING, RUN_IN) and _LABEL.fullmatch(lead):
        return other_kinds(live.entry, lead)
    named = _kinds(_LAST.search(text).group()) if text and _LAST.search(text) else set()
    if named and not named & own and not _may_be(live.entry, named, own):
        return text
    if match and not _AND_OTHERS.match(line.text, match.end()) and _is_of_some(live.entry, text):
        return text
    subject = current_key(live.entry.key).partition(".")[0]
    around = words_around(line, live)
    if other := "" if is_hedged(around) else other_children(live.entry, around):
        return other
    every = _EVERY.search(sentence.text)
    alone = not any(x is not live and sentence.holds(x.start) for x in line.live)
    named = every.group() if every and alone and not is_hedged(every.group()) else ""
    if other := other_children(live.entry, named):
        return other
    place = _ELSEWHERE.match(lead.rstrip(" :")) if subject in OUR_OWN else None
    phrase = place and (place["place"] or place["owner"])
    return phrase if phrase and phrase.casefold() not in _about(live.entry).casefold() else ""


def _is_of_some(entry: Entry, noun: str) -> bool:
    """True if a noun is of boys, girls or some ages, and a figure counts all children alike."""
    subject = current_key(entry.key).partition(".")[0]
    parts = parts_named(subject, own_words(entry)).keys() & {"boys", "girls"}
    by_age = entry.member and band_of(own_words(entry))
    return subject == "looked_after" and bool(_SOME.search(noun)) and not (parts or by_age)


def other_kind(entry: Entry, name: str) -> str:
    """The first noun of a name that is of other things than a figure counts; or none."""
    match, own = re.search(rf"\b{_NOUN}", name, re.I), _own_kinds(entry)
    last = _LAST.search(match["noun"]) if match else None
    named = _kinds(last.group()) if last else set()
    return match["noun"] if named and not named & own and not _may_be(entry, named, own) else ""


def other_kinds(entry: Entry, name: str) -> str:
    """The nouns of a name where all of them are of other things than a figure counts; or none."""
    if current_key(entry.key).partition(".")[0] not in OUR_OWN:
        return ""
    head = _END_OF_HEAD.split(_NUMBER_OF.sub("", name))[0]
    nouns = [match["noun"] for match in re.finditer(rf"\b{_NOUN}", head, re.I)]
    named, own = set().union(*map(_kinds, nouns)), _own_kinds(entry)
    return nouns[0] if named and not named & own and not _may_be(entry, named, own) else ""


def other_children(entry: Entry, text: str) -> str:
    """The words for children other than those that a figure of looked-after children counts."""
    is_of_all = current_key(entry.key).startswith("looked_after.")
    match = _OTHER_CHILDREN.search(text) if is_of_all else None
    return match.group() if match and not _OTHER_CHILDREN.search(entry.title) else ""


def _about(entry: Entry) -> str:
    """The texts that define what a figure counts."""
    return " ".join((entry.unit, entry.title, entry.cohort, entry.counts, entry.source, entry.rule))


def _kinds(text: str) -> set[str]:
    return {name for name, pattern in _NAMED.items() if pattern.search(text)}


def _own_kinds(entry: Entry) -> set[str]:
    """The things that a figure counts: by its unit, its population and the head of its title."""
    head = _END_OF_HEAD.split(entry.title)[0]
    return _kinds(" ".join((entry.unit, entry.cohort, head)))


def _may_be(entry: Entry, named: set[str], own: set[str]) -> bool:
    """True if what a figure counts may be called so: people of no group that is named are of any,
    and what is of no kind that is known here may be of every one."""
    is_of_people = "people" in f"{entry.unit} {entry.title}".casefold()
    return named <= _PEOPLE if is_of_people and not own & _PEOPLE else not own
