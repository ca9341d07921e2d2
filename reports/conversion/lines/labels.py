"""Labels that no sign sets apart from their words, or that stand in lines of their own."""

import re
from collections.abc import Sequence

from assurance.runtime.digits import whole
from reports.conversion.lines import markup
from reports.conversion.lines.marks import dotted, is_like_a_heading, mark_of
from reports.conversion.results import Line, Unit

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


_LONGEST_HEADING = 160


def labels_with_their_words(units: list[Unit]) -> list[Unit]:
    """Labels in lines of their own put to their words, which PDF readers may give first."""
    made, ahead = [], list(units)
    sections = _numbers_head_sections(units)
    while ahead:
        unit = ahead.pop(0)
        if unit.bullet and unit.own_line and not unit.typed:
            made += _bullets_with_their_words(unit, ahead)
            continue
        if unit.typed and unit.own_line:
            _label_its_words(unit, made, ahead, sections)
        made.append(unit)
    return [
        item for item in made if item.words or item.rows or item.typed or item.kind == "heading"
    ]


def _label_its_words(unit, made, ahead, sections):
    following = ahead[0] if ahead else None
    before = made[-1] if made else None
    # A heading with a label of its own is not what this one labels.
    heads = following is not None and following.kind in ("text", "heading") and not following.typed
    is_short = heads and is_like_a_heading(markup.bare(following.words), _LONGEST_HEADING)
    if sections and not is_short and _is_plain_heading(before):
        made.pop()
        unit.words, unit.level = before.words, before.level
    elif heads:
        clash = ahead.pop(0)
        unit.words, unit.level = clash.words, unit.level or clash.level
        while sections and is_short and ahead and _ends_a_heading(ahead):
            unit.words = f"{unit.words} {ahead.pop(0).words}"


def _ends_a_heading(ahead):
    """Whether the next unit is the last words of a heading that runs over into a second line."""
    item = ahead[0]
    separate = len(ahead) > 1 and ahead[1].blank
    return item.kind == "text" and not item.blank and len(item.words) < 40 and separate


def _bullets_with_their_words(unit, ahead):
    """Bullets whose words all follow them: as many texts as there are bullets."""
    empty = [unit]
    while ahead and ahead[0].bullet and ahead[0].own_line and not ahead[0].typed:
        empty.append(ahead.pop(0))
    for item in empty:
        if ahead and ahead[0].kind == "text":
            item.words = ahead.pop(0).words
    return [entry for entry in empty if entry.words]


def _is_plain_heading(unit):
    return (
        unit is not None
        and not unit.typed
        and unit.kind in ("text", "heading")
        and is_like_a_heading(markup.bare(unit.words))
    )


def _numbers_head_sections(units):
    """Whether most numbers of a source that bear words bear a heading's."""
    numbered = [unit for unit in units if len(dotted(unit.typed)) == 1 and unit.words]
    heads = [item for item in numbered if is_short_one(item)]
    return len(heads) * 2 > len(numbered)


def is_short_one(unit: Unit) -> bool:
    """Whether a label's words could be a heading."""
    return bool(unit.level) or is_like_a_heading(markup.bare(unit.words), _LONGEST_HEADING)
