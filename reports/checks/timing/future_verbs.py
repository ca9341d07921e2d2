"""The words by which a sentence tells of what is still to come."""

import re

from reports.prose.patterns import SentencePattern

# “It is hoped that the panel may be set up in March 2015”: the wish leads to the verb.
_WISH = (
    r"(?:(?:is|are)\s+(?:now\s+|also\s+)?(?:intended|proposed|planned|hoped|expected|anticipated)"
    r"|(?:intention|aim|plan|hope|proposal)\s+is|(?:hope|propose|intend|expect)s?)"
    r"\s+that\b[^.;:]{1,100}?\s(?:be|may|can|should)\b"
)
AHEAD = SentencePattern(
    rf"\b{_WISH}|"
    r"\b(?:will(?!\s+have\b(?!\s+(?:a|an|its|their)\b))|shall|(?:is|are)\s+(?:(?:going|about|ready|in\s+hand|on\s+(?:course|track))\s+)?to(?!\s+say\b)"
    r"|and\s+should(?!\s+(?:have|be\s+read)\b)|remains?\s+to\s+be|looks?\s+forward\s+to"
    r"|(?:has|have|is|are)\s+(?:yet|still)\s+to"
    r"|(?:is|are)\s+(?:now\s+)?being\s[^.;:]{1,60},\s+to\s+be"
    r"|(?:we|they|it|team|council|service|board|trust)\s+(?:now\s+|also\s+)?"
    r"(?:(?:plan|intend|aim|hope|expect|propose)s?|expects?\s+(?:(?!that\b)[a-z’-]+\s+){1,6}?)\s*\b(?:to|by)"
    r"|(?:(?<=[–—:-]\s)|(?<=^))to\s+be(?=\s+\w+\s+(?:by|in|on|from)\b)"
    # “A review, due in October, is to be led by …”, “has undertaken to publish it before …”.
    r"|(?<=,\s)due(?=\s+(?:in|on|by)\s[^,;:.]{3,30},\s+(?:is|are|will)\b)|(?:has|have)\s+(?:undertaken|promised|pledged|committed\s+(?:itself|themselves|ourselves))\s+to"
    r"|(?:is|are|remains?)\s+(?:now\s+|currently\s+|still\s+|all\s+|also\s+)?"
    r"(?:due|expected|planned|scheduled|likely|set|intended|anticipated|timetabled|hoped|aimed)"
    r"|the\s+next\s+(?:[a-z-]+\s+){0,2}?(?:report|paper|meeting|audit|review|survey|inspection|update|round)"
    r"(?:,[^.;:,]{1,60},)?\s+(?:comes|goes|is|falls|follows|meets)"
    # What has a span of time of its own may begin in the past: “the year begins in April 2015”.
    r"|(?:audit|survey|review|pilot|programme|course|training|recruitment|consultation|work|strategy|"
    r"event|day|seminar|conference|inspection|project|campaign|election|building|launch)(?:,?\s+which)?"
    r"(?:\s+(?:on|of|for)\s+(?:the|our|an?)\s+(?:[a-z-]+\s*){1,3})?\s+(?:begins|starts|takes\s+place|falls|goes\s+(?:out|live|to)|opens))\b",
    re.I,
)
# “Agree that we report again in July 2015”: what a recommendation asks for is to come.
_NO_PAST = r"(?!(?:was|were|had|has|have|which|who|did|of)\b)"
REQUESTED = re.compile(
    rf"\b(?:that|to)\s+(?:{_NO_PAST}[a-z’-]+\s+){{1,8}}?(?:reports?(?=\s+(?:again|back|further|to|on|in|by)\b)|returns?|"
    r"brings?|comes?|be\s+(?:reported|brought|presented|submitted|reviewed|provided|published|completed|made|held|carried\s+out))\b"
    r"|^\W*(?:to\s+)?(?:receive|consider|request|ask\s+for)\s+(?:an?\s+)?(?:further|another|updated?|progress|follow-up)\b",
    re.I,
)
# “Every family will have had a letter on what was changed by 31 May.”
WILL_HAVE = re.compile(
    r"\bwill\s+have(?=\s+(?!to\b)[a-z]+\b[^.;:]{0,80}?\bby\s+(?:the\s+)?(?:(?:end|middle|start)\s+of\s+)?$)",
    re.I,
)
