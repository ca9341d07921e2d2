"""Names of things and persons: one spelling for one thing, and the role, not the person."""

import itertools
import re

from reports.checks.reading import HEADING, PROSE, RECOMMENDATION, RUN_IN
from reports.checks.rule import Severity, fault, rule
from reports.prose.content import words_of
from reports.prose.marks import text_before
from reports.prose.people_names import GIVEN_NAMES

_PAIR = re.compile(r"\b([A-Za-z]{2,})-([a-z]{3,})\b")
_PREFIXES = words_of(
    "multi inter self pre post re co non sub under over cross mid semi anti on up out face"
)
_ISE = re.compile(r"\b([a-z]{3,}?)(is|iz)(e|ed|es|ing|ation|ations|er|ers)\b", re.I)
_ALWAYS = re.compile(
    r"(?:adv|superv|rev|exerc|prom|prem|comprom|surpr|desp|televis|improv|dev|"
    r"disgu|enterpr|exc|ra|pra|no|ar|w|otherw|likew|prec|conc|expert|pro|pri|se|si|capsi?|vis|div|prov|"
    r"circumc|inc|franch|merchand|advert|pois|po|cru|bru|noi|mois?t|rai|apprai|prai)$",
    re.I,
)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr(?=\.?\s+[A-Z]))\.?\s+(?:[A-Z]\.?\s*)?"
    r"(?P<name>[A-Z][a-z]+(?:[-’'][A-Z][a-z]+)?)(?:\s+[A-Z][a-z]+)?"
)
_NAMED = re.compile(
    r"(?<![\w’'])(?P<first>[A-Z][a-z]+)\s+(?:[A-Z]\.?\s+)?(?P<last>(?:Mc|Mac|O[’'])?[A-Z][a-z]+"
    r"(?:-[A-Z][a-z]+)?)(?![\w])"
)
_CAPITALISED = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)+")
_WORD = re.compile(r"\S+")
_NOT_A_PERSON = re.compile(
    r"\s*(?:[’']s\s+)?(?:\w+\s+)?(?:Inquiry|Enquiry|Review|Report|Centre|School|Academy|College|"
    r"Trust|Hospital|Street|Road|House|Lane|Foundation|Hall|Park|Library|University|Project|Award|"
    r"Unit|Ward|Square|Avenue|Church|Court|Gardens|Primary|Theatre|Model|Framework|Fund|Charity|"
    r"Building|Nursery|Test|Principles?|Law|Act)\b"
)
_BEFORE_A_PERSON = re.compile(
    r"\b(?:Professor|Prof|Lord|Lady|Sir|Dame|Baroness|Baron|Cllrs?|Councillors?|Cllr\.|Dr|Rev|"
    r"Saint|St|Judge|Justice|Alderman|MP|Minister|Lord Mayor|by)\.?\s+(?:the\s+)?$"
)
_MEMBERS = re.compile(r"\b(?:Cllrs?|Councillors?|Members?)\b\.?[^.;]{0,60}$")
_ROLE = re.compile(
    r"\W{1,3}(?:the|our|who|as|is)?\s*(?:\w+\s+){0,4}?(?:Head|Director|Manager|Officer|Leader|"
    r"Lead|Chair|Worker|Inspector|Executive|Assistant|Coordinator|Practitioner|Auditor|manager|"
    r"director|officer|social worker|worker|lead|leads|will|has)\b"
)
_WHO_IS_WHO = re.compile(
    r"contact|author|report of|approv|attend|present|members|membership|apolog|distribut|"
    r"declarations|public participation|circulat|sign|minutes",
    re.I,
)
_MINUTES = re.compile(r"^[^\w\n]*Resolved\b", re.M)


@rule("two-spellings", Severity.ADVICE, "error 34")
def two_spellings(reading, _known):
    """A word is spelt in one way throughout a paper."""
    lines = [line for line in reading.lines if line.kind in (*PROSE, HEADING, RUN_IN)]
    text = "\n".join(line.text for line in lines).casefold()
    for first, second in sorted({pair for pair in _PAIR.findall(text) if pair[0] in _PREFIXES}):
        for other in (f"{first} {second}", f"{first}{second}"):
            match = re.search(rf"\b{other}\b", text)
            if match:
                yield from _first_with(lines, other, f"{first}-{second}")
                break
    forms = {}
    for stem, sign, ending in _ISE.findall(text):
        if not _ALWAYS.search(stem):
            forms.setdefault(stem, {}).setdefault(sign, f"{stem}{sign}{ending}")
    for form in forms.values():
        if len(form) > 1:
            yield from _first_with(lines, form["iz"], form["is"])


@rule("person-named", Severity.WARNING, "issue: words")
def persons_named(reading, known):
    """Where a post answers for something, the post is named and not its holder."""
    minutes = any(_MINUTES.search(line.text) for line in reading.lines)
    for line in reading.lines:
        if line.kind not in (*PROSE, RECOMMENDATION) or line.annex or _lists_people(line):
            continue
        spans = list(_known_persons(line.text, known.people))
        sure = bool(spans)
        if not minutes:
            spans += [match.span() for match in _TITLED.finditer(line.text)]
            spans += list(_persons(line.text))
        for start, end in dict.fromkeys(spans):
            if not sure and _MEMBERS.search(text_before(line.text, start)):
                continue
            says = "A person is named here. The paper stays public, and people change posts."
            yield fault(line, (start, end), says, "Name the post instead.")


def _known_persons(text, people):
    """Where the names of `people` stand: two words or more, as records have them."""
    if not people:
        return
    for match in _CAPITALISED.finditer(text):
        terms = list(_WORD.finditer(match[0]))
        for first, last in itertools.combinations(range(len(terms) + 1), 2):
            start, end = terms[first].start(), terms[last - 1].end()
            if last - first > 1 and match[0][start:end] in people:
                yield match.start() + start, match.start() + end


def _persons(text):
    """Where a given name and a surname stand with a post beside them."""
    for match in _NAMED.finditer(text):
        if match["first"] not in GIVEN_NAMES:
            continue
        if _NOT_A_PERSON.match(text, match.end()) or _BEFORE_A_PERSON.search(
            text_before(text, match.start())
        ):
            continue
        if _ROLE.match(text, match.end()):
            yield match.span()


def _lists_people(line):
    titles = (*line.trail, line.part, line.label)
    return any(_WHO_IS_WHO.search(title) for title in titles)


def _first_with(lines, wrong, right):
    """The fault at the first line that has the spelling `wrong`."""
    pattern = re.compile(rf"\b{re.escape(wrong)}\b", re.I)
    for line in lines:
        match = pattern.search(line.text)
        if match:
            says = f"“{match[0]}” is “{right}” elsewhere in the paper."
            yield fault(line, match, says, f"Write one of the two throughout, such as “{right}”.")
            return
