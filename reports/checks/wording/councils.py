"""Text of another council: its name where the paper should speak for its own."""

import re
from collections import Counter

from reports.checks.reading import FACT
from reports.checks.rule import Mend, Rule, Severity, fault
from reports.checks.vocabulary import words_of

FAMILY = "wording"
_COUNCIL = re.compile(
    r"(?:the\s+)?(?P<name>(?:(?:Royal\s+)?(?:London\s+)?Borough\s+of\s+|City\s+of\s+|County\s+of\s+)?"
    r"[A-Z][a-z]+(?:[-\s](?:upon|of|and|on|in|the|under|le|by|cum|&)[-\s][A-Z][a-z]+|[-\s][A-Z][a-z]+)*)\s+"
    r"(?P<kind>(?:(?:City|County|Borough|District|Metropolitan|Unitary|Town|Parish)\s+)*Council)\b"
    r"|(?P<borough>(?:Royal\s+|London\s+)?(?:London\s+)?Borough\s+of\s+[A-Z][a-z]+(?:\s+(?:and|upon)?\s*[A-Z][a-z]+)*)"
)
_BESIDE = re.compile(
    r"\b(?:with|from|than|compared|such\s+as|like|visit\w*|learn\w*|neighbour\w*|alongside|other|"
    r"partners?|partner\w*|joint\w*|between|peers?|similar|region\w*|nearby|including|e\.g\.|led\s+by|"
    r"hosted|seconded|formerly|previously|shared|commission\w*|consortium|authorities|councils|"
    r"statistical|outstanding|inspected|rated|judged|review(?:ed)?\s+by|supported\s+by|against|"
    r"moved|transfer\w*|placed|living|based|area\s+of|case|v|pilot\w*|developed\s+by|model|used\s+by|in\s+use|"
    r"improvement\s+partner|buddy|and)\b",
    re.I,
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


def other_councils(reading, known):
    """Another council named as if the paper were its own."""
    ours = _own_names(reading, known)
    rows = [
        (line, match, _name(match))
        for line in reading.lines
        if line.kind != FACT
        for match in _COUNCIL.finditer(line.text)
    ]
    foreign = [row for row in rows if row[2] and not _is_ours(row[2], ours)]
    for line, match, name in foreign:
        sentence = line.sentence_at(match.start())
        around = sentence.text.replace(match[0], " ")
        if line.annex or _BESIDE.search(around):
            continue
        mend = Mend("Name this council, or say what the other one has to do with it.", line.block)
        says = f"The sentence speaks for {name}, and the paper is of {reading.council}."
        yield fault(line, match.start(), says, end=match.end(), mend=mend)
    yield from _from_the_list(reading, known, ours)


def _from_the_list(reading, known, ours):
    """Names of other councils as the records list them, where the pattern does not see them."""
    names = [name for name in known.other_councils if not _is_ours(name, ours)]
    if not names:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    for line in reading.lines:
        if line.annex or line.kind == FACT:
            continue
        for match in pattern.finditer(line.text):
            sentence = line.sentence_at(match.start())
            seen = any(
                one.start() <= match.start() < one.end() for one in _COUNCIL.finditer(line.text)
            )
            if seen or _BESIDE.search(sentence.text.replace(match[0], " ")):
                continue
            mend = Mend(
                "Name this council, or say what the other one has to do with it.", line.block
            )
            says = f"The sentence speaks for {match[0]}, and the paper is of {reading.council}."
            yield fault(line, match.start(), says, end=match.end(), mend=mend)


def _own_names(reading, known):
    """The words that name this council; of a paper from elsewhere also those of the council that
    it names most, and often."""
    own = {_core(reading.council)}
    if reading.typed:
        counts = Counter(
            _core(_name(match))
            for line in reading.lines
            for match in _COUNCIL.finditer(line.text)
            if _name(match)
        )
        most = max(counts.values(), default=0)
        own |= {name for name, count in counts.items() if count == most >= _OFTEN}
    return {name for name in own if name}


def _name(match):
    """The council that a match names, or empty where the words are none's name."""
    if match["borough"]:
        return match["borough"]
    name = _WHOSE.sub("", match["name"].removeprefix("The "))
    if name.split()[0] in _NO_COUNCIL and not name.startswith(_OF):
        return ""
    return f"{name} {match['kind']}"


def _core(name):
    """What is left of a council's name without the words that all have."""
    words = re.findall(r"[A-Za-z&]+", name)
    general = (
        "city",
        "county",
        "borough",
        "district",
        "metropolitan",
        "unitary",
        "council",
        "of",
        "the",
        "royal",
        "london",
        "town",
        "parish",
        "mbc",
        "and",
    )
    return " ".join(word.casefold() for word in words if word.casefold() not in general)


def _is_ours(name, ours):
    core = _core(name)
    return not core or any(core == one or core in one or one in core for one in ours)


RULES = (
    Rule(
        "other-council",
        FAMILY,
        Severity.WARNING,
        "The paper speaks for its own council.",
        other_councils,
        "issue: words",
    ),
)
