"""Questions of a search that ask for the contacts about a child, rather than for what is reported.

A person who types one of these may have a child in danger before them: offering the numbers to one
who wanted a paragraph costs a glance, and the other way costs more.
"""

import re
from collections.abc import Mapping

# Longer words of these questions, one of which may be typed with an error; each as often as any.
WORDS: Mapping[str, int] = dict.fromkeys(
    """
    emergency emergencies immediate danger urgent urgently worried worry worries concern concerned
    concerns frightened scared abuse abused abusing neglect neglected harmed hurting unsafe child
    children telephone contact number helpline hotline report social services
    """.split(),  # noqa: SIM905
    1,
)
_CHILD = (
    r"(?:child|children|kids?|bab(?:y|ies)|toddlers?|infants?|girls?|boys?|sons?|daughters?|pupils?"
    r"|students?|teenagers?|young persons?|young people|nieces?|nephews?|grand(?:child(?:ren)?|son"
    r"|daughter)|brothers?|sisters?|youngsters?|friends?|someone|somebody)"
)
_WORRY = (
    r"(?:worried|worry|worries|worrying|concerned|afraid|scared|frightened|frightening|fear for"
    r"|fears? about|anxious|hurts?|hurting|hit|hitting|beaten|beating|harmed|harming|abused|abusing"
    r"|being abused|neglected|neglecting|unsafe|not safe|in trouble|safeguarding concerns?"
    r"|concerns? (?:about|for)|something wrong|ill treated|mistreated|left alone|home alone)"
)
_SUBJECT = r"(?:i|we|you|people|anyone|one|parents?|neighbou?rs?|teachers?|to|a|the)"
_AUXILIARY = (
    r"(?:do|does|did|can|could|should|would|must|may|shall|might|am|need|have|is|are|there)"
)
_ASK = rf"(?:who|whom|how|where|what number|which number)(?: {_AUXILIARY}| {_SUBJECT})* "
_CALL = (
    r"(?:call|ring|phone|telephone|contact|speak (?:to|with)|talk (?:to|with)|reach|get hold of"
    r"|get in touch(?: with)?|turn to|report (?:it|this|that|abuse|neglect|a|my|an|someone|child)"
    r"|tell (?:if|that|about|when)|alert|notify)"
)
_SERVICE = (
    r"(?:social services|social worker|social care|children services|child protection|council"
    r"|front door|mash|safeguarding(?: hub| team)?|out of hours)"
)
_NEEDS = rf"(?:call|ring|phone|contact|speak to|talk to|get hold of)(?: a| an| the| my)* {_SERVICE}"
_REPORTS = (
    r"(?:report|reporting|raise|raising|have|make|log)(?: a| an| my| some)*(?: child| safeguarding"
    r"| welfare)? (?:concerns?|worry|worries|abuse|neglect)"
)
_ALWAYS = (
    r"emergenc(?:y|ies)",
    r"999",
    r"urgent(?:ly)?(?: help)?",
    r"(?:out of|outside|after) (?:office |working )?hours",
    r"in (?:immediate )?danger|immediate danger|at risk of (?:significant )?harm",
    r"help ?lines?|hot ?lines?",
    r"(?:tele)?phone(?: numbers?)?|contact numbers?",
    r"numbers? (?:to|for) (?:call|ring|phone|contact)",
    r"(?:duty|emergency) (?:social worker|team|desk)|edt",
    _REPORTS,
    r"(?:report|refer)(?: a| an| my| the)* (?:child|kid|baby|family)|make a referral",
    r"(?:get|need|want|ask for) (?:some )?help|help (?:me|my child|a child|my son|my daughter)",
    rf"{_ASK}{_CALL}",
    r"who (?:to|do i|can i|should i|could i|do we|should we|can we) tell",
    rf"(?:someone|somebody|anyone|anybody)(?: i can| we can| to) {_CALL}",
    r"(?:front door|mash|social services|out of hours) (?:phone|telephone|number)|on call",
    _NEEDS,
)
# What asks for them where nothing else is typed.
_ALONE = (
    r"contacts?(?: us| details)?|help|police|crisis|nights?|at night|weekends?|at the weekend"
    r"|(?:suspected |child )*(?:abuse|neglect)|missing child|child missing"
)
_ASKS = re.compile(
    rf"\b(?:{'|'.join(_ALWAYS)})\b|\b{_WORRY}\b.*\b{_CHILD}\b|\b{_CHILD}\b.*\b{_WORRY}\b"
    rf"|^(?:{_ALONE})$"
)
# Questions for a count, a share, an audit or a strategy are about what was published.
_COUNTS = re.compile(
    r"\b(?:how (?:many|much|often)|percent|percentage|proportion|share of|rates?|trends?|average"
    r"|statistics|figures?|number of|numbers of|audits?|audited|ratings?|strateg(?:y|ies))\b"
)


def asks_for_contacts(words: str) -> bool:
    """True where plain `words`, in small letters, ask for the contacts about a child."""
    return bool(_ASKS.search(words)) and not _COUNTS.search(words)
