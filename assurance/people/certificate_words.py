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
_NUMBER = re.compile(r"(?<!\d)\d(?:[ -]?\d){11}(?!\d)")

SHOWN = (
    "These words may say what a certificate shows, which may not be kept here (Police Act 1997, "
    "section 124): write them without it"
)
NUMBER = "A certificate number may not stand in these words: it has a field of its own"


def why_not_words(text):
    """The sentence that refuses free words of somebody's check, or None."""
    if _SHOWN.search(text or ""):
        return SHOWN
    return NUMBER if _NUMBER.search(text or "") else None


def faults_of_words(values, names):
    """(field, sentence) of each of the fields `names` whose words may hold what a certificate
    shows; `values` maps field → value."""
    matches = [(name, why_not_words(values.get(name))) for name in names]
    return [(name, sentence) for name, sentence in matches if sentence]
