"""“All figures in this report are counted from records” in a report with typed or entered ones."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import ENTERED, PARTLY
from reports.prose.asides import AIMS, CONDITIONS, EXCEPTIONS

_NUMBERS = r"(?:figures?|numbers?|counts?|totals?|percentages?|statistics|data)"
_HERE = (
    r"(?:(?:\s+that)?(?:\s+(?:is|are))?(?:\s+(?:given|quoted|printed|shown|used|presented))?"
    r"(?:\s+(?:in|of|throughout|within))?(?:\s+(?:this|the|our))?(?:\s+whole)?"
    r"\s+(?:report|paper|update|here|below))?"
)
_RECORDS = r"(?:records?|registers?|database)"
_CLAIM = re.compile(
    rf"\b(?:all|every|each)\s+(?:one\s+)?(?:of\s+)?(?:(?:the|these|our|its|single)\s+)*{_NUMBERS}{_HERE}\s+"
    r"(?:is|are|has\s+been|have\s+been|was|were|comes?|came)\s+(?:[a-z]+ly\s+|all\s+|straight\s+)?"
    r"(?:live\b|(?:(?:counted|taken|drawn|generated|produced|calculated|derived)\s+)?"
    r"(?:[a-z]+ly\s+|straight\s+)?(?:from|by|out\s+of)\s+"
    rf"(?:[a-z’'-]+\s+){{0,4}}?{_RECORDS}\b)"
    rf"|\b(?:no|none\s+of\s+the|not\s+one\s+of\s+the|not\s+a\s+single)\s+{_NUMBERS}{_HERE}\s+"
    r"(?:is|are|has\s+been|have\s+been|was|were)\s+(?:typed|entered\s+by\s+hand|keyed|written\s+by\s+hand)",
    re.I,
)
_EXCEPT = re.compile(
    rf"\b(?:{AIMS}|{EXCEPTIONS}|{CONDITIONS}|whether|apart\s+from|save|where|not\s+all|almost|"
    r"nearly|or\s+(?:is|are|has|have|was|were|from|name\w*|state\w*))\b",
    re.I,
)
_MEND = "Write which figures are counted from records, and where the typed numbers come from."


@rule("origin-claimed", Severity.ERROR, "decisions on typed numbers")
def origin_claimed(reading: Reading, _known) -> Iterator[Fault]:
    """A report that has typed or entered numbers does not state that all of them are counted."""
    other = "" if reading.typed else _typed(reading) or _entered(reading)
    for line in reading.prose() if other else ():
        for sentence in line.sentences:
            claim = _CLAIM.search(sentence.text)
            if claim and not _EXCEPT.search(sentence.text):
                start = sentence.start + claim.start()
                says = f"“{claim.group()}”: this report has {other}."
                yield fault(line, (start, start + len(claim.group())), says, _MEND)


def _typed(reading: Reading) -> str:
    """The first typed number that has a source, in words; empty where there is none."""
    rows = (line.text[place:] for line in reading.lines for place, _source in line.sources)
    words = (text.split()[0].rstrip(".,;:") for text in rows)
    return next((f"typed numbers, such as {word}" for word in words), "")


def _entered(reading: Reading) -> str:
    """The first figure that was entered with a source, in words; empty where there is none."""
    rows = (entry.title for entry in reading.figures if entry.origin in (ENTERED, PARTLY))
    return next((f"figures that were entered with a source, such as “{row}”" for row in rows), "")
