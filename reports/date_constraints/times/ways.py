"""The words by which something went up or down, or got better or worse."""

import re

from reports.prose.patterns import SentencePattern

_UP = (
    r"rose|risen|rising|increas(?:ed|ing)|grew|grown|growing|climb(?:ed|ing)|(?:gone|went|edged|crept|moved|going|are|is)\s+up|"
    r"widened|widening|doubled|trebled|quadrupled|longer|dearer|costlier|soared|jumped|surged|swelled|slower|lengthened"
)
_DOWN = (
    r"fell|fallen|falling|decreas(?:ed|ing)|dropp(?:ed|ing)|declin(?:ed|ing)|(?:gone|went|edged|crept|come|came|moved|going|are|is)\s+down|"
    r"narrowed|narrowing|halved|quicker|faster|sooner|cheaper|slipped|slid|shr[aiu]nk\w*|dipped|a\s+saving|"
    r"plummeted|eased|reduced"
)
_GOOD = (
    r"(?<!areas for )(?<!area for )(?<!room for )(?<!scope for )(?<!need for )"
    r"improv(?:ed|ing|es|ement)|(?:got|gotten|become|became|is|are|was|were|getting)\s+(?:a\s+little\s+|much\s+|slightly\s+)?better|(?:the|a)\s+right\s+(?:direction|way)|"
    r"strengthened"
)
_BAD = (
    r"worsen(?:ed|ing|s)|deteriorat\w+|(?:got|gotten|become|became|is|are|was|were|getting)\s+(?:a\s+little\s+|much\s+|slightly\s+)?worse|"
    r"(?:the|a)\s+wrong\s+(?:direction|way)|weakened"
)
WAY = SentencePattern(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<good>{_GOOD})|(?P<bad>{_BAD}))\b", re.I
)
