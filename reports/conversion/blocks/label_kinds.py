"""What each label is: the number of a paragraph or of a section, or the mark of a list's item.

Numbers come in runs. A run goes on, starts again at 1, or is taken up where another part broke it
off (a purpose numbered 1, recommendations 1 to 3, a body that goes on from 2).
"""

import itertools
import re
from collections import defaultdict

from reports.conversion.lines import markup
from reports.conversion.lines.labels import is_short_one, labels_with_their_words
from reports.conversion.lines.marks import dotted, form_of, is_like_a_heading, styles_of
from reports.conversion.results import Unit

_LONGEST_HEADING = 160
# Minutes number on through a year: so far no paper skips by mistake.
_LEAP, _LONG = 9, 80
_DEEP = 2
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|be|been|will|would|can|could|may|must|should|does?|did|ask\w*|"
    r"agree\w*|note[sd]?|we|they|it|there|this|set|gives?|gave|made|make\w*|came)\b",
    re.I,
)
_ZERO = re.compile(r"\d\.0\b")


def sort(units: list[Unit]) -> list[Unit]:
    """`units` with their kinds settled: heading, section, paragraph, item, text or table.

    A `section` is a heading that bears a number or letter, a `paragraph` a numbered one. Both and
    no others have a `run` from 1.
    """
    units = labels_with_their_words(units)
    _Runs(units).follow()
    _sections_of_numbers(units)
    _sections_of_letters(units)
    return units


class _Runs:
    """Follows the labels that could number paragraphs, and gives each its run."""

    def __init__(self, units):
        self.units = units
        self.last, self.count, self.form = {}, 0, ""
        self.run, self.indent, self.listed = 0, 0, None
        self.headed, self.since = True, None
        self.ahead = _later_numbers(units)

    def follow(self):
        for place, unit in enumerate(self.units):
            numbers = dotted(unit.typed)
            if unit.kind == "heading" and not numbers:
                self.headed, self.listed = True, None
            elif numbers and self._is_top(place, unit, numbers):
                self._take(place, unit, numbers)
            elif unit.typed and numbers:
                unit.kind, self.listed, self.since = "item", numbers[-1], unit
            elif unit.kind == "item":
                self.since = unit
            elif unit.kind == "text" and not unit.typed:
                self.since = unit
                self.headed = self.headed or _could_head(self.units, place)

    def _is_top(self, place, unit, numbers):
        if unit.level or len(numbers) > 1 or _ZERO.search(unit.typed):
            return True
        if not self.run:
            return not self._is_under_a_colon(place, unit, numbers[0])
        if unit.indent >= self.indent + _DEEP and not self.headed:
            return False
        number, expected = numbers[0], self.last[self.run] + 1
        if self.form != form_of(unit.typed) and not self.headed:
            return False
        if self.listed is not None and number == self.listed + 1:
            return number == expected and number not in self.ahead[place]
        if number == 1 and expected != 1 and not self.headed:
            return not self._opens_a_list(place, expected)
        return True

    def _is_under_a_colon(self, place, unit, number):
        """Whether short words after a colon are a list, where no paragraph has had a number yet."""
        if self.listed is not None and number == self.listed + 1:
            return True
        before = self.units[place - 1] if place else None
        opened = before is not None and before.kind == "text" and before.words.endswith(":")
        return opened and number == 1 and len(unit.words) < _LONG and "asked" not in before.words

    def _opens_a_list(self, place, expected):
        """Whether a 1 without a heading before it begins a list within the paragraph."""
        before = self.since or self.units[place - 1]
        return before.words.rstrip("*_ ").endswith((":", ";", "-", "–")) or (
            expected in self.ahead[place]
        )

    def _take(self, place, unit, numbers):
        if unit.kind == "item":
            unit.kind = "paragraph"
        if len(numbers) > 1:
            unit.run = self.run or self._open(unit, 0)
        else:
            unit.run = self.run = self._run_for(place, unit, numbers[0])
            self.last[self.run] = numbers[0]
        self.indent, self.listed, self.headed, self.since = unit.indent, None, False, unit

    def _run_for(self, place, unit, number):
        if not self.run:
            return self._open(unit, number)
        if number == self.last[self.run] + 1:
            return self.run
        if self.headed:
            waiting = [run for run, last in self.last.items() if last + 1 == number]
            if waiting and number > 1:
                return waiting[-1]
        jumps = number > self.last[self.run] + _LEAP and not self._is_awaited(place)
        return self._open(unit, number) if number == 1 or jumps else self.run

    def _is_awaited(self, place):
        """Whether the number that is due comes later: then what stands here was but mistyped."""
        return self.last[self.run] + 1 in self.ahead[place]

    def _open(self, unit, number):
        self.count += 1
        self.run, self.form = self.count, form_of(unit.typed)
        self.last[self.run] = number
        return self.run


def _later_numbers(units):
    """For each place the single numbers that label what comes later, up to the next heading."""
    later, result = [], set()
    for unit in reversed(units):
        later.append(frozenset(result))
        numbers = dotted(unit.typed)
        if unit.kind == "heading" and not numbers:
            result = set()
        elif len(numbers) == 1:
            result.add(numbers[0])
    return later[::-1]


def _could_head(units, place):
    """Whether a text right before a numbered thing is its heading."""
    unit = units[place]
    if place + 1 >= len(units) or not dotted(units[place + 1].typed):
        return False
    return is_like_a_heading(markup.bare(unit.words))


def _sections_of_numbers(units):
    """Makes sections of the runs whose numbers bear headings, with text of their own below."""
    runs = defaultdict(list)
    for place, unit in enumerate(units):
        if unit.run:
            runs[unit.run, len(dotted(unit.typed)) > 1].append(place)
    for places in runs.values():
        heads = [place for place in places if _heads_section(units, place)]
        if len(heads) * 2 > len(places):
            for place in places:
                if not _is_sentence(units[place]):
                    units[place].kind = "section"
        for place in places:
            if units[place].kind == "heading":
                units[place].kind = "paragraph"
    _heads_of_dotted(units)


def _is_sentence(unit):
    """Whether a number's words are beyond doubt no heading: a long sentence with a verb."""
    ends = unit.words.rstrip("*_ ").endswith(".")
    return len(unit.words) > _LONG and ends and bool(_VERB.search(unit.words))


def _heads_section(units, place):
    """Whether a number bears a section's heading: short words, and unnumbered text behind them.

    Bold words that text follows are as well a paragraph's run-in heading: the others of the run
    decide.
    """
    unit = units[place]
    if not is_short_one(unit):
        return False
    return (
        any(
            unit.kind in ("text", "table") or (unit.kind == "item" and not dotted(unit.typed))
            for unit in units[place + 1 : place + 2]
        )
        or (bool(unit.level) and not _is_followed_in_run(units, place))
        or _is_over_its_own(units, place)
    )


def _is_over_its_own(units, place):
    """Whether a single number stands right before numbers of its own: 3, then 3.1."""
    here = dotted(units[place].typed)
    there = dotted(units[place + 1].typed) if place + 1 < len(units) else ()
    return len(here) == 1 and len(there) > 1 and there[0] == here[0]


def _is_followed_in_run(units, place):
    return place + 1 < len(units) and units[place + 1].run == units[place].run


def _heads_of_dotted(units):
    """A single number before numbers of its own (3, then 3.1) is the head of a section."""
    labelled = [unit for unit in units if unit.run]
    for item, after in itertools.pairwise(labelled):
        here, there = dotted(item.typed), dotted(after.typed)
        if len(here) == 1 and len(there) > 1 and there[0] == here[0] and is_short_one(item):
            item.kind = "section"


def _sections_of_letters(units):
    """Makes sections of letters that bear headings, where no numbered paragraph holds them."""
    current, places = False, []
    for place, unit in enumerate(units):
        if unit.kind == "paragraph":
            current = True
        elif unit.kind in ("section", "heading"):
            current = False
        if unit.kind == "item" and unit.typed and not dotted(unit.typed) and not current:
            places.append(place)
    forms = defaultdict(list)
    for place in places:
        forms[form_of(units[place].typed)].append(place)
    for alike in forms.values():
        heads = [place for place in alike if _heads_letter(units, place)]
        if heads and len(heads) * 2 > len(alike):
            for place in alike:
                units[place].kind, units[place].run = "section", 0


def _heads_letter(units, place):
    unit = units[place]
    after = units[place + 1] if place + 1 < len(units) else None
    styles = styles_of(unit.typed)
    return (
        bool(styles)
        and is_like_a_heading(markup.bare(unit.words), _LONGEST_HEADING)
        and after is not None
        and after.kind in ("text", "table")
        and unit.indent < _DEEP
    )
