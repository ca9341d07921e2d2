"""Text of another council: its name where the paper should speak for its own."""

import re
from collections import Counter
from functools import lru_cache

from reports.checks.reading import FACT, PROSE, Reading
from reports.checks.rule import WORDING, Severity, fault, rule
from reports.prose.content import words_of
from reports.prose.councils import are_one, core, is_listed
from reports.prose.marks import text_after, text_before
from reports.prose.patterns import SentencePattern

_COUNCIL = SentencePattern(
    r"(?:the\s+)?(?P<name>(?:(?:Royal\s+)?(?:London\s+)?Borough\s+of\s+|City\s+of\s+|County\s+of\s+)?"
    r"[A-Z][a-z]+(?:[-\s](?:upon|of|and|on|in|the|under|le|by|cum|&)[-\s][A-Z][a-z]+|[-\s][A-Z][a-z]+){0,7})\s+"
    r"(?P<kind>(?:(?:City|County|Borough|District|Metropolitan|Unitary|Town|Parish)\s+){0,3}Council)\b"
    r"|(?P<borough>(?:Royal\s+|London\s+)?(?:London\s+)?Borough\s+of\s+[A-Z][a-z]+(?:\s+(?:and|upon)?\s*[A-Z][a-z]+)*)"
)
_COMPARISON = re.compile(
    r"\b(?:with|from|than|compared|such\s+as|like|visit\w*|learn\w*|neighbour\w*|alongside|other|"
    r"partners?|partner\w*|joint\w*|between|peers?|similar|region\w*|nearby|including|e\.g\.|led\s+by|"
    r"hosted|seconded|formerly|previously|shared|commission\w*|consortium|authorities|councils|"
    r"statistical|outstanding|inspected|rated|judged|review(?:ed)?\s+by|supported\s+by|against|"
    r"moved|transfer\w*|placed|living|based|area\s+of|case|v|pilot\w*|developed\s+by|model|used\s+by|in\s+use|"
    r"improvement\s+partner|buddy|and)\b",
    re.I,
)
# Words beside which a place that is not ours is named rightly.
_RIGHTLY = re.compile(
    r"\b(?:with|from|than|compared|such\s+as|like|visit\w*|learn\w*|neighbour\w*|alongside|other|"
    r"partner\w*|joint\w*|between|peers?|similar|region\w*|nearby|including|e\.g\.|led\s+by|"
    r"hosted|seconded|formerly|previously|shared|consortium|authorities|councils|statistical|"
    r"authority|first\s+to|higher|lower|fewer|evidence|research|examples?|lessons?|"
    r"inspected|rated|judged|moved|transfer\w*|placed|placements?|living|lives?|based|born|pilot\w*|"
    r"model|developed\s+by|used\s+by|buddy|"
    r"(?:school|college|university|hospital|prison|court)\s+(?:in|at|near))\b",
    re.I,
)
_OURS_IN = (
    r"\b(?i:we|our|us|children|young\s+people|families|residents|communities|carers|schools|services|"
    r"everyone|workforce|care\s+leavers|arrangements|provision|priority|journey)\b"
    r"(?:[,;]?\s+[a-z]+){0,4}?,?\s+(?:across|throughout|within|in|of)"
)
_IN_THEN_WE = r"\b(?:across|throughout|within|in)\s+{name}[,;:]?\s+(?:we|our|the\s+[Cc]ouncil)\b"
_WHOSE_THEY_ARE = (
    r"[’'](?:s)?\s+(?:most\s+)?(?:vulnerable\s+)?(?:children|young\s+people|families|residents|"
    r"carers|approach|strategy|priorities|vision|workforce|improvement|services|plan|offer|ethos|"
    r"arrangements|journey|response|Early\s+Help|Safeguarding\s+Children|Children[’']s)\b"
)
_DOES = (
    r"\s+(?:will|is|has|continues|remains|aims|recognises|believes|wants|intends|expects|needs|needed|"
    r"must|does|provides|strives|ensures|invites|requires|submitted|looks\s+after|to\s+meet)\b"
)
# What stands before a name that is then part of a longer one.
_PART_OF_A_NAME = re.compile(
    r"\b(?:North|South|East|West|Central|Greater|New|Great|Upper|Lower|Royal|upon|Mrs?|Ms|Dr)\.?\s$"
)
_OFTEN = 3
_OF = ("City of ", "Borough of ", "County of ")
# Who speaks of a council before its name: `Members of …`.
_WHOSE = re.compile(
    r"^(?:Members|Officers|Councillors|Leaders?|Chair|Directors?|Head|Cabinet|Executive|Staff|"
    r"Residents|Children)\s+of\s+(?:the\s+)?"
)
_NO_COUNCIL = words_of(
    """Wider Whole Entire New Former Present Current Previous Host Lead Partner Other Another Home
    Placing Neighbouring Best Next Same A An Its Their Your My Each One No Such
    The This That Our Full Each Every Any Full Youth Student Health Care County City Town Parish
    District Borough Nursing Research General Advisory Church School Children Young Police National
    Midwifery Legal Privy Security Arts Design British European Bar Joint Local Shadow Cabinet
    All Both Teaching Social Professions Medical Dental Synod Works Staff Pupil Sport Sports
    Safeguarding Corporate Community Education Members Chief Leader Elected Metropolitan"""
)


@rule("other-council", Severity.WARNING, "issue: words", family=WORDING)
def other_councils(reading, known):
    """The report is written for its own council."""
    ours = _own_names(reading, known)
    for line in reading.lines:
        if line.kind == FACT or line.annex:
            continue
        for match in _COUNCIL.finditer(line.text):
            name = _name(match)
            if name and not _is_ours(name, ours) and not _stands_beside(line, match, name):
                yield _spoken_for(reading, line, match.span(), name)
    yield from _from_the_list(reading, known, ours)


def _stands_beside(line, match, name):
    """Whether a council named in full stands beside ours: by the words of its sentence, fewer of
    them where it is a listed one that does what the sentence is about."""
    sentence = line.sentence_at(match.start())
    around = sentence.text.replace(match[0], " ")
    before = line.text[sentence.start : match.start()]
    acts = not before.strip() and re.match(_DOES, text_after(line.text, match.end()))
    return bool((_RIGHTLY if acts and is_listed(name) else _COMPARISON).search(around))


def _from_the_list(reading, known, ours):
    """Councils of the list that are named without the word, where the paper speaks of its own
    place: as who does something, as whose children or services these are, as where we work."""
    names = tuple(name for name in known.other_councils if not _is_ours(name, ours))
    if not names:
        return
    named = _named(known.other_councils)
    for line in reading.lines:
        if line.annex or line.kind not in PROSE or not named.search(line.text):
            continue
        for pattern in _own_place(names):
            for match in pattern.finditer(line.text):
                if not _is_named_rightly(line, match.start("name"), named, ours):
                    yield _spoken_for(reading, line, match.span("name"), match["name"])


def _is_named_rightly(line, place, named, ours):
    """Whether a place that is not ours may stand at `place` of the line: its council is named in
    full, others or ours stand beside it, or it is part of another name."""
    sentence = line.sentence_at(place).text
    return (
        any(match.start() <= place < match.end() for match in _COUNCIL.finditer(line.text))
        or _RIGHTLY.search(sentence)
        or _PART_OF_A_NAME.search(text_before(line.text, place))
        or _names_ours(sentence, ours)
        or len({match[0] for match in named.finditer(sentence)}) > 1
    )


def _spoken_for(reading, line, span, name):
    says = f"The sentence names {name}, but the report is from {reading.council}."
    mend = "Name this council, or explain the link to the other one."
    return fault(line, (span[0], span[1]), says, mend)


@lru_cache(maxsize=8)
def _named(names):
    """The pattern of any of `names` as a word of its own."""
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")


@lru_cache(maxsize=8)
def _own_place(names):
    """Two patterns of any of `names` where a paper names the place that it is of."""
    name = rf"(?P<name>{_named(names).pattern})"
    services = r"(?:\s+Children[’']s\s+(?:Services|Social\s+Care))?"
    return (
        re.compile(rf"{_OURS_IN}\s+(?:the\s+)?(?:City\s+of\s+)?{name}"),
        re.compile(_IN_THEN_WE.format(name=name)),
        re.compile(rf"{name}(?:{_WHOSE_THEY_ARE}|{services}{_DOES})"),
    )


def _own_names(reading, known):
    """The names of this council; of a paper from elsewhere also the council that it names most."""
    own = {reading.council}
    if reading.typed:
        texts = [reading.title, *(line.text for line in reading.lines)]
        full = Counter(
            name for text in texts for match in _COUNCIL.finditer(text) if (name := _name(match))
        )
        own |= _most(full, _OFTEN)
        if known.other_councils:
            listed = _named(known.other_councils)
            bare = Counter(match[0] for text in texts for match in listed.finditer(text))
            is_ours = any(_names_ours(text, own) for text in texts)
            own |= _most(bare, _OFTEN if is_ours else 1)
    return own


def named_in_our_stead(reading: Reading, listed: tuple[str, ...]) -> str:
    """The listed council that a paper names most, where it never names its reader's own."""
    texts = [reading.title, *(line.text for line in reading.lines)]
    if not listed or any(_names_ours(text, {reading.council}) for text in texts):
        return ""
    named = Counter(match[0] for text in texts for match in _named(listed).finditer(text))
    return min(_most(named, 2), default="")


def _most(counts, least):
    """What is named most, where that is `least` times or more."""
    most = max(counts.values(), default=0)
    return {name for name, count in counts.items() if count == most >= least}


def _name(match):
    """The council that a match names, or empty where the words are none's name."""
    if match["borough"]:
        return match["borough"]
    name = _WHOSE.sub("", match["name"].removeprefix("The "))
    if name.split()[0] in _NO_COUNCIL and not name.startswith(_OF):
        return ""
    return f"{name} {match['kind']}"


def _is_ours(name, ours):
    return not core(name) or any(are_one(name, our) for our in ours)


def _names_ours(sentence, ours):
    terms = frozenset(re.findall(r"[a-z&]+", sentence.casefold()))
    return any(core(our) and core(our) <= terms for our in ours)
