"""Lines joined into units: a line that runs over goes on in the next, whatever its page did."""

import itertools
import re
import statistics

from reports.conversion.lines import markup
from reports.conversion.lines.clean_lines import is_rule_of_table
from reports.conversion.lines.labels import plain_labels
from reports.conversion.lines.marks import (
    Mark,
    annex_of,
    caption_of,
    is_capitals,
    is_like_a_heading,
    is_next,
    mark_of,
)
from reports.conversion.results import Line, Unit

# How a unit ends is read off its last signs: it grows with each of its lines.
_TAIL = 200
_ENDED = re.compile(r"[.;:?!]['\"’”)*_\]]*$")
_LISTED = re.compile(r"\**[A-Z][\w&/]{1,14}\**s?\s+[-–—]\s+\S|\**[A-Z][A-Z&/]{1,11}\**\s*[=:]\s")
_KEYED = re.compile(r"\**[A-Z][A-Za-z ()/’'-]{2,45}:\**(?:\s|$)")
_OPENING = ("Report of ", "Report by ", "Report to ")
# A list of so many bullets without words is none that somebody wrote.
_MOST_BULLETS = 500
_CONNECTS = re.compile(
    r"\b(?:and|or|to|of|the|in|on|at|by|see|paragraphs?|sections?|annex|appendix)$", re.IGNORECASE
)
_CAPTION, _SHORT, _WIDEST = 12, 45, 100
_SPARE, _TOLERANCE, _CLOSE, _TIGHT, _WIDER = 25, 8, 3, 2, 3


def units_of(lines: list[Line]) -> list[Unit]:
    """The units of `lines` in order."""
    return _Joiner(lines).units()


class _Joiner:
    """Follows the lines with the width at which the source breaks them, or 0 where it does not."""

    def __init__(self, lines):
        self.lines = lines
        self.width = _width(lines)
        # A source without one long line breaks its lines, be it seldom.
        self.breaks = all(len(line.words) <= _WIDEST for line in lines)
        self.bulleted = _lost_bullets(lines) if self.width else 0
        self.labels = plain_labels(lines)
        self.made, self.last = [], None

    def units(self):
        for line in self.lines:
            if line.cells:
                self._row(line)
            else:
                self._line(line)
            self.last = line
        for item in self.made:
            item.rows = tuple(item.rows)
        return [item for item in self.made if item.words or item.typed or item.bullet or item.rows]

    def _row(self, line):
        before = self.made[-1] if self.made else None
        joins = before is not None and before.kind == "table" and self._goes_with(before, line)
        rule = is_rule_of_table(line.cells)
        if not joins:
            before = Unit("table", line.number, blank=line.blank, rows=[])
            self.made.append(before)
        if rule:
            self._begin_table_at_last_row(line)
        else:
            before.rows.append(line.cells)

    def _begin_table_at_last_row(self, line):
        """A line under the head of a table that has rows before it: the head begins another."""
        before = self.made[-1]
        if len(before.rows) > 1:
            head = before.rows.pop()
            self.made.append(Unit("table", line.number, blank=True, rows=[head]))

    def _goes_with(self, table, line):
        """Whether a row belongs to the table before it, also after a blank or a page's end."""
        return not line.blank or (bool(table.rows) and len(table.rows[-1]) == len(line.cells))

    def _line(self, line):
        mark = mark_of(line.words)
        if line.number in self.labels and not mark.is_any:
            typed, text = self.labels[line.number]
            mark = Mark(text, typed=typed)
        elif (mark.typed and not mark.bullet and not mark.level) or line.words[0] in "–—":
            mark = None if self._runs_over(line) else mark
        if mark is None or not mark.is_any:
            if self._is_lost_bullet(line):
                self._open(line, line.words, bullet=True)
            elif self._goes_on(line) or mark is None:
                self._join(line)
            else:
                self._open(line, line.words)
            return
        self._open(line, mark.words, mark.typed, mark.bullet, mark.level)

    def _open(self, line, text, typed="", bullet=False, level=0):
        kind = "heading" if level else "item" if typed or bullet else "text"
        self.made.append(
            Unit(
                kind,
                line.number,
                text.replace("\t", " "),
                typed,
                bullet,
                level,
                line.indent,
                line.blank,
                self._was_broken(line),
                own_line=not text,
            )
        )

    def _join(self, line):
        unit = self.made[-1]
        hyphened = re.search(r"[a-z]-$", unit.words[-3:]) and line.words[0].islower()
        unit.words = f"{unit.words}{'' if hyphened else ' '}{line.words}".replace("\t", " ").strip()

    def _was_broken(self, line):
        return line.blank or line.hard or self._fits(line)

    def _goes_on(self, line):
        """Whether an unmarked line is the rest of the unit before it."""
        before = self.made[-1] if self.made else None
        if before is None or before.kind in ("heading", "table") or before.own_line:
            return False
        if self.last.cells or _is_a_heading(before.words, self.last):
            return False
        ended = bool(_ENDED.search(before.words[-_TAIL:]))
        if _begins_anew(line.words) or (
            _LISTED.match(line.words)
            and (not self.width or self._was_broken(line) or ended or _LISTED.match(before.words))
        ):
            return False
        if len(line.words) < _CAPTION and caption_of(line.words):
            return False
        after_point = before.bullet and not before.typed and ended
        if after_point and line.words[0].isupper() and line.words.endswith(":"):
            return False
        lower = line.words[:1].islower()
        if line.blank:
            if self._has_empty_bullets():
                return False
            return lower and not ended and not self._is_apart(line)
        if line.hard:
            return False
        if not self.width:
            return lower or (len(self.last.words) > _SHORT and (not ended or self.breaks))
        return not self._fits(line) or (lower and not self._is_apart(line) and not ended)

    def _has_empty_bullets(self):
        """Whether bullets without words still wait for texts to follow them."""
        place = len(self.made)
        first = max(0, place - _MOST_BULLETS)
        while place > first and self.made[place - 1].kind == "text":
            place -= 1
        texts, bullets = len(self.made) - place, 0
        while place and self.made[place - 1].bullet and self.made[place - 1].own_line:
            place, bullets = place - 1, bullets + 1
        return bullets > texts

    def _runs_over(self, line):
        """Whether what looks like a label is the rest of a broken sentence."""
        before = self.made[-1] if self.made else None
        if before is None or line.blank or line.hard or before.own_line or self._is_alone(line):
            return False
        if is_next(before.typed, mark_of(line.words).typed):
            return False
        if not self.width:
            return bool(_CONNECTS.search(before.words)) and len(self.last.words) > _SHORT
        ended = bool(_ENDED.search(before.words[-_TAIL:]))
        return not ended and not self._fits(line) and before.kind in ("text", "item")

    def _is_alone(self, line):
        """Whether a label has a line of its own, with room to spare on the line before."""
        alone = not mark_of(line.words).words and not _CONNECTS.search(self.last.words)
        return alone and len(self.last.words) + len(line.words) < self.width

    def _fits(self, line):
        """Whether the first word of `line` had room on the line before: a break that was meant."""
        if not self.width or self.last is None:
            return False
        if len(self.last.words) > self.width + _WIDER and not line.words[0].islower():
            return True
        room = self.width - len(self.last.words) - self.last.indent - len(line.words.split()[0])
        return room > self._tolerance(line)

    def _tolerance(self, line):
        """How much room shows that a break was meant: less after a sentence or a heading."""
        before = self.made[-1]
        if _ENDED.search(before.words[-_TAIL:]):
            return _TIGHT
        one_line = len(before.words) <= len(self.last.words)
        return _CLOSE if before.typed and one_line and line.words[0].isupper() else _TOLERANCE

    def _is_lost_bullet(self, line):
        if not self.bulleted or line.indent != self.bulleted:
            return False
        before = self.made[-1] if self.made else None
        return before is None or not _CONNECTS.search(before.words) or self._was_broken(line)

    def _is_apart(self, line):
        """The same with much room to spare: then even small letters begin a line of their own."""
        if not self.width or not line.words.split():
            return False
        room = self.width - len(self.last.words) - len(line.words.split()[0])
        return room > _SPARE and not line.page


def _begins_anew(text):
    return bool(annex_of(text) or caption_of(text) or _KEYED.match(text)) and (
        text[:1].isupper() or text[:2] == "**"
    )


def _is_a_heading(text, last):
    if text.startswith(_OPENING):
        return True
    return markup.is_bold(last.words) or (is_capitals(text) and is_like_a_heading(text, 150))


def _width(lines):
    """How wide the lines are that go on in the next; 0 where paragraphs stand in one line each."""
    broken = [
        item.indent + len(item.words)
        for item, after in itertools.pairwise(lines)
        if not after.blank and not after.hard and not item.cells and not mark_of(after.words).is_any
    ]
    if len(broken) < 4 or len(broken) * 4 < len(lines):
        return 0
    widest = statistics.quantiles(broken, n=10)[-1]
    return widest if 40 <= widest <= 160 else 0


def _lost_bullets(lines):
    """The indent (1 to 3) of lines whose bullets were lost on the way, or 0.

    So PDF readers write lists: each point begins with a space, what runs over with none.
    """
    for indent in (1, 2, 3):
        rows = [line for line in lines if line.indent == indent and not line.cells]
        marked = [row for row in rows if mark_of(row.words).is_any]
        plain = [row for row in rows if row.words[:1].isupper()]
        if len(plain) >= 5 and len(plain) > 0.6 * len(rows) and not marked:
            return indent
    return 0
