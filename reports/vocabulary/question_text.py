"""A question as search reads it: ways to ask that reports answer in other words, times before today
and contracted words written in full."""

import calendar
import re

from reports.vocabulary.plain_text import STOP, plain
from reports.vocabulary.question_words import QUESTION_WORDS

# A time before or after today, which no report prints: “two years ago”, “in the next 6 months”.
_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|couple of)"
_TIMES = r"(?:day|week|month|year)s?"
_AGO = re.compile(
    rf"\b{_NUMBER} {_TIMES} (?:ago|earlier|before)\b"
    rf"|\b(?:last|past|next|coming) {_NUMBER} {_TIMES}\b",
    re.I,
)


# “Can’t” and “won’t” in full, by what stands before “n’t”; “they’re” and “I’d” without their ends.
_NOT, _WHOLE = re.compile(r"\b([a-z]+?)n['’]t\b", re.I), {"ca": "can", "wo": "will", "sha": "shall"}
_SHORTENED = re.compile(r"(?<=[a-z])['’](?:re|ve|ll|d|m)\b", re.I)


# What children say, where words stand between that are true of all who are asked.
_CHILDREN_SAY = re.compile(
    r"\b(children|young people|kids)(?: (?:in|our|care|looked|after)){1,4} (say|think|feel)\b", re.I
)


# Who takes a child into care, or away from its parents, asks how it comes there.
_CHILD = r"(?:(?:a|the|our|my|your|their|someone['’]?s) )?(?:child|children|kids?|bab(?:y|ies))"
_INTO_CARE = re.compile(
    rf"\b(?:(?:tak(?:e|es|en|ing)|put|puts|putting|br(?:ing|ings|inging|ought)) {_CHILD} into care"
    rf"|(?:tak(?:e|es|en|ing)|remov(?:e|es|ed|ing)) {_CHILD} (?:off|away|from)(?: from)?"
    r"(?: (?:its|his|her|their|the))?(?: (?:parents|mum|mother|family|families|home)\b)?)",
    re.I,
)
# Who trusts a person or a number relies on it; a trust is a body.
_TRUST = re.compile(
    r"\b(i|we|you|they|it|people|kids|children|can|to|really|not|never) trust\b(?! (?:board|in))",
    re.I,
)
# All reports are of the council's own area; where somebody lives is another matter.
_HERE = re.compile(
    r"\bin (?:the|our|my|this|your) (?:city|county|borough|town|area|district|region)\b", re.I
)
_LIVES = re.compile(r"\b(?:liv|plac|stay|mov|hom|outsid|sen[dt])", re.I)
# “Why can’t these numbers be compared” says the same as “not be compared”.
_COMPARED = re.compile(
    r"\b(?:can ?not|can['’]?t|could ?n['’]?t|should ?n['’]?t) ((?:\S+ ){1,8}?)be compared\b", re.I
)
# Who lives away from the council's own place lives outside its area.
_OUTSIDE = re.compile(r"\b(?:out of|outside(?: of)?|away from) (\w+)\b", re.I)
# What is asked of today is asked of the newest report.
_NOW = re.compile(
    r"\b(?:(?:right|as of|just|until) now|now ?adays|at (?:the moment|present|this time)|so far"
    r"|these days|(?<!up )to date|(?:in|at) total|al+ ?together|(?:a)?round here)\b",
    re.I,
)


# What inspectors recommend is printed as what is to be improved, what they find as strengths too.
_INSPECTORS_ASK = re.compile(
    r"\b(ofsted|inspectors|peer reviewers?|peer review) (?:recommend|recommends|recommended)\b",
    re.I,
)
_BY_INSPECTORS = re.compile(
    r"\brecommendations? (?:(?:did|by|from|of|made|the) )+(?:ofsted|inspectors|peer reviewers)\b"
    r"(?: make| made)?"
    r"|\b(?:ofsted|inspectors|inspection|peer reviewers?)['’]?s? recommendations?\b",
    re.I,
)
_INSPECTORS_FIND = re.compile(
    r"\b(ofsted|inspectors|inspection|peer review(?:ers)?|regional review|review team)"
    r" (?:find|found|concluded?|say|said|think|thought|thinks|says|report|reported)\b(.*)",
    re.I,
)
# The findings, views and report of inspectors are what they found.
_THEIRS = r"(?:findings|conclusions?|opinion|views?|feedback|report)"
_OF_INSPECTORS = re.compile(
    rf"\b(ofsted|inspectors|inspection)['’]?s? {_THEIRS}\b(?: (?:on|of|about))?(.*)"
    rf"|\b{_THEIRS} (?:of|from|by) (?:(?:the|our|last|latest) )*"
    r"(ofsted|inspectors|inspection)\b(.*)",
    re.I,
)
# Those who judge a council; the thesaurus has what they found over all by this name.
_JUDGES, FINDINGS = frozenset(("ofsted", "inspectors", "inspection")), "findings over all"
_ABOUT_US = frozenset(("about", "us", "council", "service", "services", "children", "me"))
# How a council did in an inspection, or how that went, is its judgement.
_INSPECTION = (
    r"(?:(?:the|our|their|your|its|last|latest|full) )*(?:ofsted|inspection)(?: inspection)?"
)
_DID_IN = re.compile(
    r"\bhow (?:well |badly )?(?:did|does|do|have|has) (?:we|you|they|it|the council)"
    rf" (?:do|done|fare|fared|come out|score|scored|get on)(?: in| of| at| with| by| on)*"
    rf" {_INSPECTION}\b"
    rf"|\bhow (?:well |badly )?(?:did|has) {_INSPECTION} (?:visit )?(?:go|gone|turn out|end)\b"
    rf"|\b(?:did|has) {_INSPECTION} (?:visit )?(?:go|gone) (?:well|badly|ok|okay|all right)\b",
    re.I,
)


# A month in short, before a year: “feb 2020”.
_MONTHS = {name.lower()[:3]: name for name in calendar.month_name if len(name) > 3}
_SHORT_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})t?\b(?=\.? (?:19|20)\d\d\b)", re.I)


# Of several councils the reports print “authorities”; one council is the reader's own.
_COUNCILS = re.compile(r"(?<=how many )councils\b", re.I)


# Who asks whether there are enough of something that is counted looks for too few.
_ENOUGH = re.compile(
    r"(?<!see )(?<!sees )(?<!saw )(?<!seen )\b(?:not )?enough\b"
    r"(?=(?: \w+){0,2} (?:\w+s|staff|people|children|of)\b)",
    re.I,
)


# Whose opinion it is says less than what it is of.
_ACCORDING = re.compile(r"\baccording to\b(?! plan\b)", re.I)
# How a number is counted is on the page of its figure; how all are, on a page of its own.
_COUNTED = re.compile(
    r"\bhow (?:is|are|was|were|do you|does the council)"
    r" (?!(?:\w+ )?(?:figures|numbers|data)\b)(.+?)"
    r" (?:counted|count|measured|measure|calculated|calculate|worked out|work out|defined|define)\b"
    r"|\bwhat counts as (?:an? )?(.+)",
    re.I,
)
# What a report asks a committee to decide are its recommendations.
_DECISIONS = re.compile(
    r"\bdecisions? (?:(?:is|are|was|were) )?(?:asked|wanted)(?: for| of)?\b", re.I
)
# What a committee decided is recorded of its recommendations.
_BODY = r"(?:(?:scrutiny )?committee|panel|members|councill[eo]rs)"
_DECIDED = re.compile(
    rf"\b(?:did|has|have) (?:the |our )?{_BODY} (?:decided?|agreed?|resolved?)\b(?: (?:about|on))?"
    rf"|\b{_BODY}['’]?s?['’]? decisions?\b(?: (?:about|on))?"
    rf"|\bdecisions? (?:of|by) (?:the |our )?{_BODY}\b(?: (?:about|on))?",
    re.I,
)
# Whether a thing improves is in its values.
_IMPROVES = re.compile(
    r"\b(?:is|are|has|have) (.+?) (?:improving|improved)\b(?: over (?:the|this) year)?", re.I
)
# Whether a target is met is in the values of what is measured.
_MEETS = r"(?:missed|met|hit|reached|not met|not reached|being met|being missed)"
_TARGETS = re.compile(
    rf"\b(targets?)(?: (?:are|is|were|was|have|has|been|we|did|do|does|not|now)){{0,3}} {_MEETS}\b"
    rf"|\b{_MEETS} (?:the |its |our |their )?(targets?)\b",
    re.I,
)


def asks_for_decision(text: str) -> bool:
    """True if `text` asks what a committee decided."""
    return bool(_DECIDED.search(text))


def question_text(text: str, nothing: frozenset[str] = frozenset()) -> str:
    """`text` as a question is read: without times before today, with no word contracted, and with
    “children say” in one piece; the plain words of `nothing` add nothing to a question."""
    text = _TRUST.sub(r"\1 rely on", _ACCORDING.sub("by", text))
    text = _COUNTED.sub(lambda match: f"number of {match[1] or match[2]}", text)
    text = _DECIDED.sub("recommendations", text)
    text = _TARGETS.sub(lambda match: match[1] or match[2], text)
    text = _IMPROVES.sub(r"\1", _DECISIONS.sub("recommendations", text))
    text = _INTO_CARE.sub("child comes into care", _CHILDREN_SAY.sub(r"\1 \2", text))
    text = _INSPECTORS_ASK.sub(r"\1 areas for development", _ENOUGH.sub("too few", text))
    text = _BY_INSPECTORS.sub("inspectors' recommendations", _COUNCILS.sub("authorities", text))
    text = _DID_IN.sub("overall judgement", text)
    text = _COMPARED.sub(r"\1not be compared", text)
    text = _OUTSIDE.sub(lambda match: _away(match, nothing), text)
    text = _INSPECTORS_FIND.sub(lambda match: _findings(match, nothing), text)
    text = _OF_INSPECTORS.sub(lambda match: _findings(match, nothing), text)
    text = _SHORT_MONTH.sub(lambda match: _MONTHS[match[1].lower()], text)
    full = _NOT.sub(lambda match: f"{_WHOLE.get(match[1].lower(), match[1])} not", text)
    full = full if _LIVES.search(full) else _HERE.sub(" ", full)
    return _NOW.sub(" ", _AGO.sub(" ", _SHORTENED.sub("", full)))


def _findings(match, nothing):
    """The findings of inspectors over all where a question names no other subject: their judgement
    and the areas that they name; of peer reviewers strengths and areas alone."""
    whose, about = filter(lambda part: part is not None, match.groups())
    before = match.string[: match.start()]
    if not _names_nothing(about, nothing):
        return match[0]
    judges = whose.lower() in _JUDGES and _names_nothing(before, nothing | QUESTION_WORDS)
    if match.re is _OF_INSPECTORS and not judges:
        return match[0]
    return f"{whose} {FINDINGS if judges else 'strengths and areas for development'}{about}"


def _names_nothing(text, nothing):
    """True where a part of a question has no word of a subject."""
    return all(
        word in STOP | _ABOUT_US | nothing or word.isdecimal() for word in plain(text).split()
    )


def _away(match, nothing):
    """“Outside the city” for “out of” the place that a council has its name of."""
    is_own = plain(match[1]) in nothing - QUESTION_WORDS
    return "outside the city" if is_own else match[0]
