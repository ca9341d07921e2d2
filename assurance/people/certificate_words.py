"""What free words must not hold of a certificate: what it shows, or its number.

Passing on what a certificate shows is an offence (Police Act 1997 s.124), and a reason or a remedy
needs none of it.
"""

import re

# Words that have no place in why a check was late, why a role needs none or why somebody is away.
_SHOWN = re.compile(
    r"\bconvict\w*|\bcautioned\b|\b(?:a|police|simple|conditional|youth|adult) cautions?\b"
    r"|\bcautions\b|\breprimand\w*|\boffences?\b|\boffended\b"
    r"|\b(?:criminal|police) (?:records?|intelligence|information)\b|\barrest(?:ed|s)?\b"
    r"|\bprosecut\w*|\bimprison\w*|\bpositive disclosures?\b|\bblemish\w*|\bdisclosed\b"
    r"|\b(?:is|was|been|were|are) barred\b|\bbarred from\b|\bon (?:a|the) barred list\b"
    r"|\b(?:certificate|disclosure) (?:shows?|showed|revealed|reveals)\b",
    re.IGNORECASE,
)
# Words that tell what somebody did or has, which no title of a post, team or meeting does.
_STORY = re.compile(
    r"\b(?:convicted|cautioned|reprimanded|offended|arrested|prosecuted|imprisoned|disclosed)\b"
    r"|\bblemish\w*|\bpositive disclosures?\b|\b(?:is|was|been|were|are) barred\b|\bbarred from\b"
    r"|\bon (?:a|the) barred list\b|\b(?:certificate|disclosure) (?:shows?|showed|reveal\w*)\b"
    r"|\b(?:an?|one|two|three|four|five|several|many|no|\d+|spent|unspent|previous|prior|old|past"
    r"|his|her|their|has|had|have)(?: \w+)? (?:convictions?|cautions?|offences?|reprimands?"
    r"|arrests?|criminal records?|police records?|police intelligence|prosecutions?)\b",
    re.IGNORECASE,
)
_POSTS = (
    r"(?:officer|team|panel|service|unit|bureau|manager|lead|clerk|co-?ordinator|liaison|adviser"
    r"|advisor|worker|board|group|committee|hub|court|meeting|forum|head|director|chair|member"
    r"|department|policy|procedure|administrator|analyst|assistant|practitioner|nurse|checks?)s?\b"
)
# What stands in a title after, or before, a word that a certificate might show as well.
_AFTER = re.compile(rf"(?:[\s&/-]+[^\W\d]+){{0,3}}?[\s&/-]+{_POSTS}", re.IGNORECASE)
_BEFORE = re.compile(rf"\b{_POSTS},? (?:of|for|on) (?:(?:[^\W\d]+|&)[\s]+){{0,4}}$", re.IGNORECASE)
_OF_A_TITLE = re.compile(r"prosecutors?", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\d(?:[ -]?\d){11}(?!\d)")

SHOWN = (
    "These words may show the content of a certificate, which may not be kept here "
    "(Police Act 1997, section 124): write them without it"
)
NUMBER = "Do not write a certificate number here: it has a field of its own"


def why_not_words(text):
    """The sentence that refuses free words of somebody's check, or None."""
    if _SHOWN.search(text or ""):
        return SHOWN
    return NUMBER if _NUMBER.search(text or "") else None


def why_not_title(text):
    """The sentence that refuses the title of a post, team, service or meeting, or a name, that
    holds what a certificate shows or its number, or None: “Criminal Records Officer” is a title."""
    text = text or ""
    visible = [match for match in _SHOWN.finditer(text) if not _is_of_title(text, match)]
    if visible or _STORY.search(text):
        return SHOWN
    return NUMBER if _NUMBER.search(text) else None


def _is_of_title(text, match):
    start, end = match.span()
    return (
        _AFTER.match(text, end) or _BEFORE.search(text[:start]) or _OF_A_TITLE.fullmatch(match[0])
    )


def faults_of_titles(values, names):
    """(field, sentence) of each of the fields `names` whose title may hold what a certificate
    shows; `values` maps field → value."""
    matches = [(name, why_not_title(values.get(name))) for name in names]
    return [(name, sentence) for name, sentence in matches if sentence]


def faults_of_words(values, names):
    """(field, sentence) of each of the fields `names` whose words may hold what a certificate
    shows; `values` maps field → value."""
    matches = [(name, why_not_words(values.get(name))) for name in names]
    return [(name, sentence) for name, sentence in matches if sentence]
