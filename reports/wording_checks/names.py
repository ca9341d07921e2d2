"""What a council says in place of other words, and names: spelt alike, of no person."""

import itertools
import re
from collections.abc import Iterator

from reports.checks.reading import FACT, HEADING, PROSE, RECOMMENDATION, RUN_IN, Line, Reading
from reports.checks.rule import WORDING, Fault, Severity, fault, rule
from reports.papers.rules.house_words import PreferredWording, is_initials
from reports.prose.content import words_of
from reports.prose.marks import text_before
from reports.prose.patterns import SentencePattern
from reports.prose.people_names import GIVEN_NAMES

_QUOTED = re.compile(r"“[^”]*”|(?<!\w)‘[^’]*’(?!\w)|\"[^\"]*\"")
_ARTICLE = re.compile(r"\b(an?)\s+$", re.I)
_SEVERAL = re.compile(r"(?:s|children|people)$", re.I)
_VOWEL = re.compile(r"[aeiou]", re.I)
_NAME_GOES_ON = re.compile(r"\s+[A-Z]")


@rule("house-word", Severity.WARNING, "C25", family=WORDING)
def house_words(reading: Reading, known) -> Iterator[Fault]:
    """A thing has the name that this council gives it."""
    if not known.preferred:
        return
    terms = sorted(known.preferred, key=len, reverse=True)
    either = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_pattern, terms))})(?![\w-])")
    instead = {_key(word): value for word, value in known.preferred.items()}
    for line in reading.lines:
        if line.kind == FACT:
            continue
        quoted, right = _covered(_QUOTED, line.text), {}
        for match in either.finditer(line.text):
            plain = _plain(match[0])
            row = instead.get(plain) or instead[plain.casefold()]
            if row.text_alone and line.kind not in PROSE:
                continue
            if row not in right:
                right[row] = _covered(_own_words(row), line.text)
            if not (quoted[match.start()] or right[row][match.start()]):
                yield _wording_fault(line, match, row)


def _wording_fault(line, match, preferred_wording: PreferredWording) -> Fault:
    text = " or ".join(f"“{item}”" for item in preferred_wording.says)
    says = f"This council uses {text}, but the report has “{match[0]}”."
    says += f" {preferred_wording.because.rstrip('.')}." if preferred_wording.because else ""
    new = _as_written(line, match, preferred_wording.says[0])
    if len(preferred_wording.says) == 1 and _fits(line, match, new):
        return fault(line, match, says, f"Write “{new}”.", swap=(match[0], new))
    return fault(line, match, says, f"Write {text}, and look at the words around it.")


def _fits(line: Line, match, new) -> bool:
    """Whether `new` may simply stand where the word stands: no article goes wrong before it, no
    apostrophe follows, it is no part of a name, a figure or a citation."""
    article = _ARTICLE.search(text_before(line.text, match.start()))
    if article and (_SEVERAL.search(new) or bool(_VOWEL.match(new)) != (len(article[1]) == 2)):
        return False
    if line.text[match.end() : match.end() + 1] in ("’", "'"):
        return False
    if match[0][0].isupper() and _NAME_GOES_ON.match(line.text, match.end()):
        return False
    stretches = (*line.live, *line.cites)
    return not any(
        stretch.start < match.end() and match.start() < stretch.end for stretch in stretches
    )


def _as_written(line, match, new):
    """`new` in the letters of the place: a capital where the word had one or a sentence begins."""
    begins = line.sentence_at(match.start()).start == match.start()
    capital = begins if is_initials(match[0]) else match[0][0].isupper()
    return new[0].upper() + new[1:] if capital else new


def _own_words(value):
    """The pattern of what the council says: a word within it is no other word."""
    return re.compile("|".join(re.escape(item) for item in value.says), re.I)


def _covered(pattern, text):
    """For each sign of `text` whether it stands in a match of `pattern`."""
    signs = bytearray(len(text))
    for match in pattern.finditer(text):
        signs[match.start() : match.end()] = b"x" * (match.end() - match.start())
    return signs


def _pattern(word):
    """The pattern of a word, however blanks and apostrophes are written; initials as they are."""
    plain = re.sub(r"(?:\\ )+", r"\\s+", re.escape(word)).replace("’", "'").replace("'", "['’]")
    return plain if is_initials(word) else f"(?i:{plain})"


def _plain(text):
    return " ".join(text.split()).replace("’", "'")


def _key(word):
    return _plain(word) if is_initials(word) else _plain(word).casefold()


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
_NAMED = SentencePattern(
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
_WHO_IS_WHO = SentencePattern(
    r"contact|author|report of|approv|attend|present|members|membership|apolog|distribut|"
    r"declarations|public participation|circulat|sign|minutes",
    re.I,
)
_MINUTES = re.compile(r"^[^\w\n]*Resolved\b", re.M)


@rule("two-spellings", Severity.ADVICE, "error 34", family=WORDING)
def two_spellings(reading, _known):
    """A word is spelt in one way throughout a report."""
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


@rule("person-named", Severity.WARNING, "issue: words", family=WORDING)
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
            says = "A person is named here. The report stays public, and people change posts."
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
            says = f"“{match[0]}” is “{right}” elsewhere in the report."
            yield fault(line, match, says, f"Write one of the two throughout, such as “{right}”.")
            return
