"""Numbers before paragraphs that no sign sets apart from their words: `2 The Council …`, `3.1 612
conferences …`. Only their row shows that they are labels."""

import re
from collections.abc import Sequence

from assurance.runtime.digits import whole
from reports.conversion.lines.marks import dotted, mark_of
from reports.conversion.results import Line

_SINGLE = re.compile(r"(?P<typed>\d{1,3})\s+(?P<words>[A-Z“‘\"'(£*].*)")
_DOTTED = re.compile(r"(?P<typed>\d{1,3}(?:\.\d{1,3}){1,3}[.)]?)\s+(?P<words>\S.*)")
_ENDED = re.compile(r"[.;:?!)\]’”\"']$")
_FEWEST = 3


def plain_labels(lines: Sequence[Line]) -> dict[int, tuple[str, str]]:
    """Number of a line → (the label that it begins with, its other words)."""
    return _singles(lines) | _successors(lines)


def _singles(lines):
    """Single numbers that run on from 1 over three lines or more, each behind an empty line."""
    result, run, last = {}, {}, 0
    for line in lines:
        values = None if line.cells or not line.blank else _SINGLE.fullmatch(line.words)
        if not values:
            continue
        number = whole(values["typed"])
        # Once a run stands, a number that is twice there or left out belongs to it as well.
        slack = 2 if len(run) >= _FEWEST else 0
        if number == last + 1 or (slack and last <= number <= last + slack):
            run[line.number], last = (values["typed"], values["words"]), number
        elif number == 1:
            result |= run if len(run) >= _FEWEST else {}
            run, last = {line.number: (values["typed"], values["words"])}, 1
    return result | run if len(run) >= _FEWEST else result


def _successors(lines):
    """Numbers of several, such as 3.2, that follow on the number before them."""
    result, last, before = {}, (), None
    for line in lines:
        mark = mark_of(line.words)
        now = dotted(mark.typed)
        if now:
            last = now
        elif not line.cells and (match := _DOTTED.fullmatch(line.words)):
            now = dotted(match["typed"])
            under = before is not None and dotted(mark_of(before.words).typed) == now[:-1]
            if _follows(last, now) and (under or _begins(line, before)):
                result[line.number] = (match["typed"], match["words"])
                last = now
        elif line.number and (single := _SINGLE.fullmatch(line.words)) and line.blank:
            last = (whole(single["typed"]),)
        before = line
    return result


def _follows(last, now):
    if not last or len(now) < 2:
        return False
    return now in ((*last, 1), (*last[:-1], last[-1] + 1), (last[0] + 1, 1)) or (
        len(last) > 2 and now == (*last[:-2], last[-2] + 1)
    )


def _begins(line, before):
    """Whether a line begins anew: behind an empty line, or where the line before had ended."""
    return line.blank or before is None or bool(_ENDED.search(before.words)) or before.cells
