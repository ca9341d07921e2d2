"""What a section says of a number that is another than in the paper before."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from reports.checks.reading import Line, Reading, shared

_SCOPE_SAID = re.compile(
    r"\b(?:wider|widened|now\s+(?:also\s+)?includ\w+|also\s+includ\w+|restructur\w+|reorganis\w+|"
    r"re-organis\w+|scope|merg\w+|joined|transferr?ed|moved\s+(?:in|out|to)|new\s+directorate|"
    r"(?:different|another)\s+(?:group|population|staff)|(?:not|cannot)\s+(?:be\s+)?compar\w+|"
    r"compared\s+with|previous\w*|"
    r"last\s+(?:report|paper|audit|time|year)|up\s+from|down\s+from|increas\w+|decreas\w+|rise|rose|"
    r"grew|grown|fell|because)\b",
    re.I,
)


@dataclass
class _Section:
    """The texts of a section, whether one tells of a change, and which numbers were found."""

    texts: list[str] = field(default_factory=list)
    tells: bool = False
    has: dict[str, bool] = field(default_factory=dict)


def section_tells(reading: Reading, line: Line, number: str) -> bool:
    """Whether the section of `line` says a word about a change, or prints the number of then."""
    section = shared(reading, _sections)[line.trail]
    if section.tells or not number:
        return section.tells
    if number not in section.has:
        alone = re.compile(rf"(?<!\d){re.escape(number)}(?!\d)")
        section.has[number] = any(alone.search(text) for text in section.texts)
    return section.has[number]


def _sections(reading):
    """Trail → its section."""
    index = defaultdict(_Section)
    for line in reading.lines:
        section = index[line.trail]
        section.texts.append(line.text)
        section.tells = section.tells or bool(_SCOPE_SAID.search(line.text))
    return index
