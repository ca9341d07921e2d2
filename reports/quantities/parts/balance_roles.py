"""Roles of amounts in a balance by the words near them: opening, came, went, closing."""

import re

from reports.prose.dates import DAY, MONTH
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, MONEY
from reports.quantities.model import Quantity

OPENING, CLOSING, CAME, WENT, NET = "opening", "closing", "came", "went", "net"
# A net change where its sentence tells what came and what went, and of anything elsewhere.
MOVED = "moved"
UNDATED, EITHER, OPPOSITE = "undated", "either", {CAME: WENT, WENT: CAME}
BUDGET, SPENT, GAP = "budget", "spent", "gap"
_WORDS = {
    COUNT: re.compile(
        r"\b(?:(?P<opening>opening|brought\s+forward|(?:began|started|opened)\s+(?:(?:the|it|this|a)\s+(?:[a-z-]+\s+)?)?with|at\s+the\s+(?:start|"
        r"beginning|outset)|(?:a|one)\s+year\s+(?:earlier|before|ago)|twelve\s+months\s+(?:earlier|before))"
        r"|(?P<closing>closing|(?:were|was)\s+(?:still\s+)?(?:open|pending)\s+at\s+the\s+end|remain(?:ed|ing)?(?=\s+(?:at|open)\b)|(?:ended|finished|closed)\s+(?:(?:the|it|this|a)\s+(?:[a-z-]+\s+)?)?with|carried\s+forward|at\s+(?:the|its|year|their)[-\s]?end|by\s+the\s+end|stood\s+at|at\s+the\s+close|put\s+us\s+(?:on|at)|giving|leaving|making|(?:which|that|this)\s+(?:leaves|left))"
        r"|(?P<came>start(?:ed|ers?|s)|join(?:ed|ers?)|came\s+in(?:to)?|enter(?:ed|ing)|admi(?:tted|ssions?)|"
        r"received|lodged|took\s+over|registered|referred|moved\s+in|approv(?:ed|als?)|recruit(?:ed|s)|appointed|began(?!\s+(?:with|the|it|this|a)\b)|begun|opened(?!\s+(?:[a-z]+\s+){0,3}with)|gained|added|t(?:aken|ook)\s+on|put\s+on(?:to)?|entrants|arrived|arrivals|made\s+subject\s+to|issued|newly\s+[a-z]+ed)"
        r"|(?P<went>went\s+out|ceas(?:ed|ing|ings)|left|leavers?|ended|closed|resign\w+|retire\w*|lost|removed|"
        r"discharg\w+|moved\s+(?:on|out|away)|depart\w+|c[ao]me\s+to\s+an\s+end|withdr\w+|de-?regist\w+|(?:came|taken|struck)\s+off|conclu(?:ded|sions)|finali[sz]ed|stepped\s+down)"
        r"|(?P<net>net|movement|difference|increase|decrease|rise|growth|reduction)|(?P<moved>(?:(?:went|gone)\s+)?(?:up|down)\s+by|"
        r"(?:rose|risen|fell|fallen|grew|grown)\s+by))\b",
        re.I,
    ),
    MONEY: re.compile(
        r"\b(?:(?P<gap>over-?\s?spen[dt]\w*|under-?\s?spen[dt]\w*|variance|pressure|difference|above|"
        r"unspent|still\s+to\s+be\s+\w+|left|remain\w*|shortfall)"
        r"|(?P<budget>budget\w*|grant|allocation)|(?P<spent>(?:forecast|projection)(?=\s+(?:is|are|was|now|for|of)\b)|outturn|spen[dt]|spending|expenditure|spend|cost|"
        r"drawn))\b",
        re.I,
    ),
}
_THINGS = re.compile(
    r"\s+(?:(?!by|in|on|at|to|from|for|of|as|with\w*|after|before|during|since)[a-z-]+\s+){0,2}?"
    r"(?:children|people|[a-z]{3,}[^su\W]s)\b",
    re.I,
)
# “74 on, 82 off”, “In: 38. Out: 33”.
_ON_OR_OFF = re.compile(r"^\s*(?:(?P<came>on|in)|(?P<went>off|out))\W*$", re.I)
_PIECES = re.compile(r"[;,]|\s(?:and|but|while)\s|[(]")


def beside(item: Quantity):
    """The words before and behind an amount, as far as the next clause."""
    text = item.sentence.text
    pieces = _PIECES.split(re.split(r"⟦[cm]\d+⟧", text[: item.phrase.start])[-1])
    # “At the end of the year, 122 were”: what stands before its comma tells when.
    before = pieces[-1] if pieces[-1].strip() or not pieces[2:] else pieces[-2]
    after = re.split(r"⟦[cm]\d+⟧", text[item.phrase.end :], maxsplit=1)[0]
    return before, _PIECES.split(after, maxsplit=1)[0]


def role_of(before, after, kind, sentence=None):
    """The role of an amount by the nearest word; a date alone makes it an opening or a close."""
    sums = [(len(before) - match.end(), match) for match in _WORDS[kind].finditer(before)]
    sums += [
        (match.start(), match)
        for match in _WORDS[kind].finditer(after)
        # “184 approved households” did not come.
        if not (match.start() < 2 and _THINGS.match(after, match.end()))
    ]
    # “Movement: 362 plans issued, 154 ceased” is the name of both.
    flows = [pair for pair in sums if pair[1].lastgroup in OPPOSITE and pair[1].string is after]
    sums = flows if flows and before.rstrip().endswith(":") else sums
    role = min(sums, key=lambda pair: pair[0])[1].lastgroup if sums else ""
    brief = _ON_OR_OFF.match(after) or _ON_OR_OFF.match(before)
    role = brief.lastgroup if brief and kind == COUNT else role
    days = [
        sentence.thing(mark[2]) for mark in MARK.finditer(f"{before} {after}") if mark[1] == "d"
    ]
    dated = kind == COUNT and len(days) == 1 and role not in (CAME, WENT, NET)
    if dated and days[0].precision == DAY and days[0].first:
        return days[0].first
    return UNDATED if dated and not role and days[0].precision in (DAY, MONTH) else role
