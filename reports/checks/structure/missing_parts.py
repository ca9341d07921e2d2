"""Parts that the committee's template asks for and a paper from elsewhere does not have."""

import re
from collections.abc import Iterator

from reports.checks.content import content
from reports.checks.reading import FACT, HEADING, PARAGRAPH, RUN_IN, Reading
from reports.checks.rule import Fault, Mend, Rule, Severity

FAMILY = "structure"
# What a heading, or a line that begins so, is called where councils call a part otherwise.
_CALLED = {
    "implications": re.compile(r"\bimplications?\b", re.I),
    "risks": re.compile(r"\brisks?\b", re.I),
    "contacts": re.compile(r"^\W*(?:contacts?\b|(?:report\s+)?authors?\b)", re.I),
    "council_plan": re.compile(r"\b(?:council|corporate)\s+(?:plan|priorit)", re.I),
}
_BY_PART = ("wards", "background_papers")
_READ = ("paragraphs", "sections", *_CALLED, *_BY_PART)
_LONGEST_KEY = 60


def parts_missing(reading: Reading, known) -> Iterator[Fault]:
    """A part of the committee's template that nothing in a paper which asks for something is called
    by: agendas, minutes and letters have parts of their own."""
    asks = any(True for _recommendation in reading.recommendations())
    if not reading.typed or not asks:
        return
    titles = [line.text for line in reading.lines if line.kind in (HEADING, RUN_IN)]
    begun = [
        line.text[:_LONGEST_KEY]
        for line in reading.lines
        if line.kind in (PARAGRAPH, FACT) and ":" in line.text[:_LONGEST_KEY]
    ]
    filled = {part.kind for part in reading.parts if part.filled}
    for kind, title in known.parts_asked:
        if kind not in _READ or not title:
            continue
        if kind in _BY_PART:
            there = kind in filled
        elif kind in _CALLED:
            there = any(map(_CALLED[kind].search, (*titles, *begun)))
        else:
            there = any(content(title) & content(item) for item in titles)
        if not there:
            says = f"The committee's template asks for “{title}”, and the paper has no such part."
            mend = Mend("Write it, or say that there is none.")
            yield Fault(
                reading.lines[0].where, "the paper as a whole", says, about=title, mend=mend
            )


RULES = (
    Rule(
        "part-missing",
        FAMILY,
        Severity.WARNING,
        "A paper from elsewhere has the parts that the committee's template asks for.",
        parts_missing,
        "error 28; C22",
    ),
)
