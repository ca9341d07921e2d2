"""Labels and bullets that stand in lines of their own, put to the words that they label."""

from reports.conversion.lines import markup
from reports.conversion.lines.marks import dotted, is_like_a_heading
from reports.conversion.results import Unit

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
