"""`Just over half of the files were good or better`, against the counts by grade of its section."""

import re
from collections.abc import Iterator, Mapping

from reports.checks.reading import Reading, shared
from reports.prose.numbers import COUNT, Number
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.passages import statements
from reports.quantities.tables import TOTAL, all_tables
from reports.share_constraints.claims import SHARE, Claimed

# Ofsted's grades of effectiveness, the best first (Education and Inspections Act 2006, part 8).
_GRADES = (
    ("outstanding", r"outstanding"),
    ("good", r"good"),
    ("improvement", r"requir\w+\s+improvement"),
    ("inadequate", r"inadequate"),
)
_ANY = "|".join(pattern for _, pattern in _GRADES)
_GRADED = re.compile(
    r"⟦c(\d+)⟧(?:\s+(?:files?|cases?|audits?|records?|others?))?(?:\s+(?:were|was|as|to|be|been|had|"
    rf"judged|graded|rated|found)\b)*\s+({_ANY})\b(?!\s+or\b)",
    re.I,
)
_SHARE_OF_FILES = re.compile(
    r"\s*of\s+(?:(?:the|all|these|our|those)\s+)*(?:(?:case\s+)?(?:files?|cases|audits|records)|"
    r"judgements)\s+(?:(?:audited|then|sampled)\s+)?(?:(?:were|was|are|is)\s+)?(?:[a-z]+ly\s+)?"
    r"(?:(?:judged|graded|rated|found)\s+)?(?:(?:to\s+be|as)\s+)?"
    r"(?:(?P<upper>good\s+or\s+(?:better|outstanding)|at\s+least\s+good|outstanding\s+or\s+good)|"
    r"(?P<lower>(?:less|worse)\s+than\s+good|below\s+good|not\s+(?:yet\s+)?good))\b",
    re.I,
)
# The grades of good and better stand first.
_UPPER = 2


def graded_pair(reading: Reading, item: Claimed) -> tuple[Number, Number] | None:
    """(files of the grades that a share names, all files), where its section counts them once."""
    match = _SHARE_OF_FILES.match(item.row.sentence.text, item.end)
    grades = _by_section(reading).get(item.row.line.trail, ()) if match else ()
    if item.kind != SHARE or len(grades) != 1:
        return None
    [values] = grades
    some = values[:_UPPER] if match["upper"] else values[_UPPER:]
    return _number(sum(some)), _number(sum(values))


def _number(value) -> Number:
    return Number(0, 0, number_text(value), COUNT, value)


def _by_section(reading: Reading) -> Mapping[tuple, set]:
    """Headings over a section → each count of all four grades in it, the best first."""
    return shared(reading, _distributions)


def _distributions(reading):
    index: dict[tuple, set] = {}
    for trail, values in (*_of_prose(reading), *_of_tables(reading)):
        index.setdefault(trail, set()).add(values)
    return index


def _of_prose(reading) -> Iterator[tuple]:
    lines: dict[int, tuple] = {}
    for row in statements(reading):
        _, values = lines.setdefault(id(row.line), (row.line.trail, {}))
        for match in _GRADED.finditer(row.sentence.text):
            values.setdefault(_grade_of(match[2]), row.sentence.thing(match[1]).value)
    for trail, values in lines.values():
        if len(values) == len(_GRADES):
            yield trail, tuple(values[name] for name, _ in _GRADES)


def _of_tables(reading) -> Iterator[tuple]:
    for table in all_tables(reading):
        columns = {_grade_of(text): place for place, text in enumerate(table.headings)}
        totals = [place for place, label in enumerate(table.rows) if TOTAL.match(label)]
        names = [name for name, _ in _GRADES]
        if len(totals) == 1 and set(names) <= set(columns):
            numbers = [table.numbers[totals[0]][columns[name]] for name in names]
            if all(numbers):
                yield table.trail, tuple(number.value for number in numbers)


def _grade_of(text: str) -> str:
    matches = (name for name, pattern in _GRADES if re.fullmatch(pattern, text.strip(), re.I))
    return next(matches, "")
