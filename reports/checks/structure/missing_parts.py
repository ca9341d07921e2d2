"""Parts that the committee's template asks for and a paper from elsewhere does not have."""

import re
from collections.abc import Iterator

from reports.checks.reading import FACT, HEADING, PARAGRAPH, RUN_IN, Reading
from reports.checks.rule import Fault, Mend, Severity, rule
from reports.prose.content import content

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


@rule("part-missing", Severity.WARNING, "error 28; C22")
def parts_missing(reading: Reading, known) -> Iterator[Fault]:
    """A paper from elsewhere has the parts that the committee's template asks for.

    Only a paper that asks for something: agendas, minutes, letters have parts of their own.
    """
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
            first = reading.lines[0].where
            yield Fault(first, "the paper as a whole", says, about=title, mend=mend)
