"""A block's text in the written language: passages, lists two deep, labels as typed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from reports.conversion.lines import markup
from reports.conversion.lines.marks import form_of, styles_of
from reports.conversion.results import TypedCitation, Unit, UnplacedText
from reports.language import labels

_NUMBER = r"\d{1,3}(?:\.\d{1,3})*(?:\s?\([a-z]{1,4}\))*"
_MORE = r"(?:\s*(?:,|&|and|to|–|—|-)\s*{0})*"
_CITED = re.compile(
    rf"\b(?:paragraphs?|paras?\.?)\s+{_NUMBER}{_MORE.format(_NUMBER)}"
    r"|\b(?:annex(?:es|e)?|appendix|appendices)\s+(?:[A-Z]\d{0,2}|(?-i:[A-Z]{2}\d{0,2})|\d{1,2})(?![\w’'])"
    + _MORE.format(r"(?:[A-Z]\d{0,2}|\d{1,2})(?![\w’'])")
    + r"|\b(?:tables?|figures?|figs?\.?|charts?)\s+\d{1,2}"
    + _MORE.format(r"\d{1,2}(?![\d%])")
    + r"|\bsections?\s+\d{1,2}(?:\.\d{1,2})*(?!\d)|\brecommendations?\s+(?:\d{1,2}|[ivx]+)\b",
    re.IGNORECASE,
)


def cited_in(blocks: Iterable[dict]) -> tuple[TypedCitation, ...]:
    """Every citation in the text of `blocks`, in order, each with the slug of its block."""
    return tuple(
        TypedCitation(" ".join(match[0].split()), block["slug"])
        for block in blocks
        for match in _CITED.finditer(block["text"])
    )


DEEPEST = 2
THIRD = "It is in a list of a third level and is kept in the second."
_ITEM = re.compile(r" *(?:\*|[a-z]{1,6}\.|\d{1,3}\.)(?: |$)")
_TIDIED = re.compile(r"\(?(?:[ivxl]{1,6}|[a-z]|\d{1,2})\)[ \t]|[•·▪‣●◦○]|[-–][ \t]")


@dataclass
class Text:
    """The text of one block as it grows: lines of the written language, labels of items, the depth
    at which the last item stands (0 for none), and what was flattened."""

    parts: list[str] = field(default_factory=list)
    items: list[dict] = field(default_factory=list)
    missed: list[tuple[int, str, str]] = field(default_factory=list)
    open: list["Level"] = field(default_factory=list)

    @property
    def words(self):
        """The text as it is kept."""
        return "\n\n".join(self.parts)

    @property
    def in_list(self):
        """Whether its last words are those of an item."""
        return bool(self.open)

    def passage(self, words: str):
        """Adds a text of the block's own, behind any list."""
        self.open.clear()
        self._prose(words, 0)

    def inside(self, text: str):
        """Adds a text to the last item."""
        depth = min(len(self.open), DEEPEST)
        self.parts.append("  " * depth + _safe(markup.written(text)))

    def item(self, unit: Unit):
        """Adds an item at the depth that its label, bullet and indent say."""
        self._place(unit)
        level = self.open[-1]
        level.count += 1
        depth = min(len(self.open), DEEPEST)
        if len(self.open) > DEEPEST:
            self.missed.append((unit.number, f"{unit.typed} {unit.words}".strip(), THIRD))
        mark = self._mark(unit, level)
        text = markup.written(unit.words) or "…"
        line = f"{'  ' * (depth - 1)}{mark} {_safe(text)}"
        self._append(line)
        self.items.append({"depth": depth, "typed": unit.typed or "•"})

    def _append(self, line):
        """An item goes straight under what comes before it, so that a list is one."""
        if self.parts and (len(self.open) > 1 or self.open[0].count > 1):
            self.parts[-1] += f"\n{line}"
        else:
            self.parts.append(line)

    def _prose(self, text, depth):
        written = markup.written(text)
        if written:
            self.parts.append("  " * depth + _safe(written))

    def _place(self, unit):
        """Opens, keeps or closes levels until the last one is the item's own."""
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place].takes(unit):
                del self.open[place + 1 :]
                return
        if not unit.typed and (place := self._shifted(unit)) is not None:
            del self.open[place + 1 :]
            return
        if self.open and not self._goes_deeper(unit):
            place = next(
                (i for i, item in enumerate(self.open) if item.indent >= unit.indent), None
            )
            if place is not None:
                del self.open[place:]
        self.open.append(Level.of(unit))

    def _shifted(self, unit):
        """The level of bullets that a bullet belongs to whose indent a page's end has shifted."""
        bullets = [i for i, item in enumerate(self.open) if item.style == "bullet"]
        wider = [i for i in bullets if self.open[i].indent > unit.indent]
        return wider[0] if wider else None

    def _goes_deeper(self, unit):
        return unit.indent >= self.open[-1].indent or not unit.typed

    def _mark(self, unit, level):
        if not unit.typed:
            return "*"
        if level.style == "number" and self.parts:
            return f"{min(level.count, 999)}."
        if level.style == "roman" and len(labels.label(level.count, "roman")) <= 6:
            return f"{labels.label(level.count, 'roman')}."
        return f"{labels.label((level.count - 1) % 26 + 1, 'letter')}."


@dataclass
class Level:
    """One level of an open list: how its labels are written, and where its items begin."""

    style: str
    form: str
    indent: int
    last: int = 0
    count: int = 0

    @classmethod
    def of(cls, unit):
        """The level that a first item opens."""
        if not unit.typed:
            return cls("bullet", "", unit.indent)
        style, place = _first_style(unit.typed)
        return cls(style, form_of(unit.typed), unit.indent, place)

    def takes(self, unit):
        """Whether an item stands on this level; then its place is noted."""
        if not unit.typed:
            return self.style == "bullet" and self.indent == unit.indent
        if form_of(unit.typed) != self.form:
            return False
        places = dict(styles_of(unit.typed))
        if self.style not in places:
            return False
        if places[self.style] == 1 and self.last > 1 and unit.indent > self.indent:
            return False
        if self._is_numeral(places):
            return False
        self.last = places[self.style]
        return True

    def _is_numeral(self, places):
        """Whether an i), v) or x) far from the last letter is a numeral of a list within."""
        is_far = self.style == "letter" and places["letter"] > self.last + 1
        return is_far and places.get("roman") in (1, 5, 10)


def _first_style(typed):
    """The style of a list's first label: `i` opens romans, other letters an alphabet."""
    result = styles_of(typed) or [("letter", 1)]
    return next((item for item in result if item[1] == 1), result[0])


def _safe(text):
    """Words of a passage or an item that the written language does not take for a mark."""
    text = re.sub(r"^(?:[•·▪‣●◦○|]\s*|[*–-]\s+)+", "", text)
    return _unlisted(text) if _ITEM.match(text) or _TIDIED.match(text) else text


def _unlisted(text):
    """`e. coli` → `e . coli`: the words stand, and begin no list."""
    return re.sub(r"^(\(?\w{1,6})([.)])", r"\1 \2", text)


def missed_of(text: Text, place) -> list[UnplacedText]:
    """What was flattened, with its place in words."""
    return [UnplacedText(place(number), text, why) for number, text, why in text.missed]
