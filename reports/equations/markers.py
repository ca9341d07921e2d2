"""The words by which a sentence presents a number as a consequence of others, and in what form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reports.prose.marks import Marked
from reports.prose.patterns import SentencePattern


class Form(StrEnum):
    """How a number follows from others: as their difference, the rest of a whole, what is left of
    the first of them, their sum, what came and went, or in one of these ways."""

    DIFFERENCE = "difference"
    OTHERS = "others"
    REST = "rest"
    SUM = "sum"
    FLOW = "flow"
    RESULT = "result"


@dataclass(frozen=True)
class Marker:
    """A number that is presented as a consequence: where its mark begins, and the form."""

    start: int
    form: Form


_THUS = r"therefore|thus|accordingly|consequently|hence|so"
_SO = (
    rf"(?:{_THUS}|in\s+this\s+way|in\s+consequence|as\s+a\s+result|with\s+the\s+result|"
    r"which\s+means|that\s+means|it\s+follows|in\s+other\s+words)"
)
_ADVERB = rf"(?:(?:{_THUS}|then|now|in\s+fact),?\s+)?"
_T = r"(?:(?:only|just|exactly|some|now|then|the\s+remaining)\s+)*(?P<mark>⟦[cmpqx]\d+⟧)"
# Words of one clause up to a number, without another number.
_WORDS = r"(?:[^⟦.;:]|⟦d\d+⟧){0,60}?"
_NOUN = (
    r"(?:difference|gap|change|increase|decrease|rise|fall|drop|growth|reduction|decline|loss|gain|"
    r"improvement|saving|shortfall|surplus|deficit|over-?\s?spend|under-?\s?spend|movement|excess)"
)
_WENT = (
    r"(?:fell|fallen|falls?|rose|risen|rises?|grew|grown|grows?|dropped|drops?|declined|reduced|"
    r"increased|decreased|shrank|shrunk|climbed|improved|c[ao]me\s+down|(?:went|gone)\s+(?:up|down)|"
    r"up|down|missed|exceeded|beaten|shortened|lengthened|cut)"
)
_COMES_TO = r"(?:comes?|came|amounts?|amounted|adds?\s+up|added\s+up)\s+to"
_BE = rf"(?:is|are|was|were|be|been|being|{_COMES_TO}|stands?\s+at|stood\s+at)"
_LEFT = (
    r"(?:remain(?:s|ed)?|(?:is|are|was|were|be)\s+(?:(?:still\s+)?(?:left|outstanding|unspent|over)|"
    r"still|not\s+yet)|unspent|to\s+go|still\s+to\s+(?:be|come|do))"
)
_HAVE = (
    rf"(?:there\s+(?:is|are|was|were)|{_BE}|ha(?:s|ve|d)|employs?|counts?|numbers?|costs?|holds?|"
    r"needs?|(?:comes?|came|gone|went|risen|rose|fallen|fell|brought|brings?|takes?|took)\s+"
    r"(?:[a-z]+\s+){0,3}?to|totals?|totalled|present\s+at|made|makes?|gave|gives?|replied|seen|saw|"
    r"spent|paid|saved|lost|gained|left)"
)
_COMPARED = (
    r"(?:fewer|more(?=\s+than\b|\s*[.,;()]|$)|less|higher|lower|short|above|below|better|worse|longer|"
    r"shorter|sooner|ahead|behind|inside)\b(?!\s+(?:or|and)\b)"
)
_NO_VERB = (
    r"(?:\s+(?!(?:or|and|to|in|of|that|which|who|is|are|was|were|ha[sd]|have|took|takes?|lasted|waited|"
    r"stayed)\b)[a-z-]+){0,2}?"
)
_TOGETHER = r"(?:in\s+all|altogether|all\s+told|in\s+total|in\s+sum)"
_BETWEEN = rf"(?:{_TOGETHER}|together(?!\s+with\b)|(?<!⟧\s)between\s+them|combined|jointly)"
_BALANCE = r"(?:remainder|balance|residue)(?:\s+carried\s+forward)?"
_THIS = r"(?:which|that|this)"
_RATE = r"(?:rate|response|share|proportion|return|take-up)"
_DIFFERENCES = (
    rf"\b{_NOUN},?\s+(?:[a-z]+\s+){{0,3}}?{_ADVERB}(?:of|{_BE})\s+{_ADVERB}{_T}",
    rf"\b{_NOUN}\s*[,:(]\s*{_T}",
    rf"\b{_WENT}\b[^.;:]{{0,80}}?\s+by\s+{_T}",
    rf"\b(?:better|worse|higher|lower|more|fewer|ahead|behind|short)\s+by\s+{_T}",
    rf",\s+an\s+extra\s+{_T}",
    rf"(?<!\bfor ){_T}(?:\s+(?:percentage\s+)?points?)?{_NO_VERB}\s+{_COMPARED}",
    rf"\b(?:saved|saves|saving)\s+{_ADVERB}(?:us\s+)?{_T}",
)
_SUMS = (
    rf"{_T}(?:\s+[a-z-]+){{0,3}}\s+{_TOGETHER}\b",
    rf"\b{_BETWEEN}\b,?{_WORDS}{_T}",
    rf"\b(?:a|the|our|its|their)\s+(?:[a-z]+\s+)?(?:total|sum)\s+(?:of|to|at|{_BE})\s+{_ADVERB}{_T}",
    rf"\b(?:making(?:\s+(?:it|them|us))?|(?:{_THIS}|together)\s+makes?|{_THIS}\s+made|{_COMES_TO})\s+{_T}",
)
# “14 in the first half-year and 11 in the second, 25 in the year”.
_SUMS += (
    (
        rf"\bfirst\s+(?:half|six\s+months)[^.;:]{{0,40}}⟦[^.;:]{{0,40}}\bsecond\b[^⟦.;:]{{0,20}},\s+"
        rf"(?:or\s+)?{_T}\s+(?:in|for|over|across)\s+the\s+(?:whole\s+|full\s+)?year\b(?!\s+(?:to|so|before))"
    ),
)
_OTHERS = (
    rf"\b(?:remaining|others?|rest),?\s+{_ADVERB}(?:(?:of|{_BE})\s+)?{_ADVERB}{_T}",
    rf"\band\s+{_T}\s+outside\s+(?:it|them)\W*$",
)
_RESTS = (
    rf"\b(?:leaving|leaves|{_THIS}\s+left|will\s+leave)\s+(?:(?!and\b)[a-z]+\s+){{0,2}}?{_T}",
    rf"\b{_BALANCE},?\s+{_ADVERB}(?:(?:of|{_BE})\s+)?{_ADVERB}{_T}",
    rf"\bwhat\s+(?:is|was)\s+left(?:,|\s+(?:is|was))?\s+{_T}",
    rf"\bremain(?:s|ed)?\s+{_T}",
    rf"{_T}(?:\s+[a-z-]+){{0,3}}?\s+{_LEFT}\b",
    rf"\b(?:hand|give|return|send|pay|gave|sent|paid)(?:s|ed)?\s+back\s+{_T}",
    rf"\bthe\s+{_T}(?:\s+[a-z-]+){{0,2}}?\s+(?:that|which|who)\s+[^⟦.;:,]{{0,30}}?\b(?:not|never|no)\b",
)
_FLOWS = (rf"\b(?:now|then|finally)\s+{_HAVE}\s+{_T}",)
_RESULTS = (
    rf"\b{_SO},?\s+(?:that\s+)?{_T}",
    rf"{_T}(?:\s+[a-z-]+){{0,2}}?\s+(?:is|are|was|were|has|have|had|(?:do|did)(?!\s+so))\s+{_SO}\b",
    rf"\b(?:bring|brings|brought|take|takes|took)\s+(?:[a-z]+\s+){{1,4}}?to\s+{_T}",
    rf",\s+an?\s+(?:[a-z]+\s+){{0,2}}?{_RATE}\s+of\s+{_T}",
    rf"\b{_SO}\b,?{_WORDS}\b{_HAVE}\s+(?:[a-z]+\s+){{0,3}}?{_T}",
    rf"\b{_HAVE}\s+{_SO},?\s+(?:[a-z]+\s+){{0,3}}?{_T}",
    rf"\bmeans?\s+that\s+{_T}",
    rf"\bgiving\s+(?:[a-z]+\s+){{0,3}}?{_T}",
)
_ALL = (
    (Form.DIFFERENCE, _DIFFERENCES),
    (Form.SUM, _SUMS),
    (Form.OTHERS, _OTHERS),
    (Form.REST, _RESTS),
    (Form.FLOW, _FLOWS),
    (Form.RESULT, _RESULTS),
)
_PATTERNS = [(form, SentencePattern(text, re.I)) for form, texts in _ALL for text in texts]
_MOST = 8


def markers(sentence: Marked) -> Iterator[Marker]:
    """The numbers of a sentence that are presented as consequences, each in the form of the first
    words that present it."""
    known = set()
    for form, pattern in _PATTERNS:
        for match in pattern.finditer(sentence.text):
            start = match.start("mark")
            if start not in known and len(known) < _MOST:
                known.add(start)
                yield Marker(start, form)
