"""Words that rank one number of a few: `the second highest`, `came last`, `largest first`."""

import re

from reports.prose.patterns import SentencePattern

_NTH = r"second|third|fourth|fifth|sixth"
_HIGH = (
    r"largest|biggest|highest|greatest|longest|slowest|oldest|commonest|busiest|heaviest|most\s+(?:common(?:ly\s+\w+)?|"
    r"frequent(?:ly\s+\w+)?|numerous|used|popular|often(?=\s*(?:[,.;:(]|$|"
    r"(?:named|given|used|cited|chosen|mentioned|raised|recorded|reported|by|in|of|was|were|is|are|the)\b)))"
    r"|peaked|peak(?=\s+(?:was|came|is|fell|month|quarter|year))"
)
_LOW = (
    r"smallest|lowest|fewest|shortest|fastest|quickest|youngest|rarest|quietest|lightest|"
    r"least\s+(?:common|often|frequent|used|popular)"
)
_COMES = (
    r"came|comes|come|coming|ranks?|ranked|ranking|lay|lies|lying|stood|stands|standing|finished|"
    r"takes|took|taking|placed"
)
RANK = SentencePattern(
    rf"\b(?:rank(?:s|ed)?\s+|(?P<nth>{_NTH})[\s-]+)?(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))\b"
    rf"|\b(?P<second>{_NTH})[\s-]+(?:most|(?P<least>fewest|least))(?=\s+[a-z])"
    r"|\bthe\s+(?:(?P<most>most)|(?P<fewer>least))(?=\s+(?:is|was|are|were|of|in|by|(?![a-z]*ous\b)[a-z]+[^s\W]s)\b|\s*[.,;])"
    rf"|\b(?:{_COMES})\s+(?:in\s+|the\s+|to\s+be\s+)?(?P<order>first|{_NTH}|last)(?:\s+place)?"
    r"(?=\s*(?:[.,;:)]|$|(?:after|behind|before|ahead|with|and|at|among|of)\b))"
    r"|\b(?:is|was|are|were)\s+(?:in\s+|the\s+)?(?P<place>first|second|third|fourth|fifth|last)"
    r"(?:\s+place)?(?=,?\s+(?:after|behind|before|ahead)\b|\s+of\s+(?:the|these|those|all)\s+⟦c\d+⟧(?:\W*$|[,;]))"
    rf"|⟧,?\s+(?:is|was)\s+(?P<behind>{_NTH})(?=[,.;])"
    r"|\b(?:used|named|given|chosen|cited)\s+(?:the\s+)?(?:(?P<much>most)|(?P<little>least))\b(?!\s+often)"
    r"|\b(?:(?:did|does|do|performed|fared|was|were|is|are|came)\s+|(?<=\band\s))(?:the\s+)?(?:(?P<best>best|strongest)|(?P<worst>worst|weakest))"
    r"(?=\s*(?:[.,;:]|$|of\s+(?:the|all|these|them)\b|in\b|at\b))"
    r"|\bteam\s+(?P<leads>leads)\b",
    re.I,
)
# “Second: speech and language.” goes on from the rank of the sentence before.
NEXT = re.compile(
    rf"^\W*(?:the\s+)?(?P<order>{_NTH}|last)(?:\s+(?:is|was|were|came|comes))?\s*[:,–]\s*", re.I
)
_DOWN = rf"(?:{_HIGH}|most(?:\s+\w+)?)"
_UPWARD = rf"(?:{_LOW}|fewest|least)"
IN_ORDER = SentencePattern(
    rf"\b(?:in\s+(?:descending\s+)?order\s+of\s+(?:size|number|frequency)|in\s+descending\s+order|(?:beginning|starting)\s+with\s+the\s+"
    rf"(?:greatest|largest|highest|most)\b|{_DOWN}\s+(?:(?:number|share|rate)\s+)?first|{_DOWN}\s+(?:down\s+)?to\s+(?:the\s+)?{_UPWARD})\b"
    rf"|\b(?P<up>in\s+ascending\s+order|{_UPWARD}\s+(?:(?:number|share|rate)\s+)?first|{_UPWARD}\s+(?:up\s+)?to\s+(?:the\s+)?{_DOWN})\b",
    re.I,
)
# “Only York had more than Hull”.
ONLY = SentencePattern(
    r"\bonly\s+(?P<above>[^⟦]{3,60}?)\b(?:more|higher|larger|greater|longer)\b[^⟦]{0,30}?\bthan\b(?P<below>[^⟦,;]{3,60})",
    re.I,
)
# “Second came schools (33), followed by …”: the first is named before.
GOES_DOWN = re.compile(r"\b(?:ahead\s+of|followed\s+by)\b", re.I)
