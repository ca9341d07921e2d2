"""Word's automatic numbers, reckoned to the labels that a reader of the document saw."""

from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from reports.conversion.word.styles import child, children, number, setting
from reports.language import labels

LEVELS = 9
BULLET = "•"
_MOST = 10_000


@dataclass(frozen=True)
class Level:
    """One level of a list: how its number is written, what stands around it, where it begins."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restarts: bool = True
    indent: int = 0


@dataclass
class Numbering:
    """The lists of one document, with how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, root: Element | None) -> "Numbering":
        """The lists of `numbering.xml`; none where a document has no such part."""
        made, plain = cls(), {}
        for item in children(root, "abstractNum"):
            plain[setting(item, "abstractNumId")] = {
                number(level, "ilvl"): _level(level) for level in children(item, "lvl")
            }
        for item in children(root, "num"):
            name, abstract = setting(item, "numId"), setting(child(item, "abstractNumId"))
            made.abstract[name] = abstract
            made.levels[name] = dict(plain.get(abstract, {}))
            made.overrides[name] = {}
            for override in children(item, "lvlOverride"):
                made._override(name, number(override, "ilvl"), override)
        return made

    def label(self, name: str, level: int) -> tuple[str, int] | None:
        """The next label of list `name` at `level` and its indent in twips, or None."""
        rows = self.levels.get(name)
        if rows is None or not 0 <= level < LEVELS:
            return None
        here = rows.get(level, Level())
        if here.form == "bullet":
            return BULLET, here.indent
        counts = self._counted(name, level, rows)
        return self._written(here, rows, counts), here.indent

    def _counted(self, name, level, rows):
        counts = self.counts.setdefault(self.abstract[name], [None] * LEVELS)
        if name not in self.begun:
            self.begun.add(name)
            for place, start in self.overrides[name].items():
                counts[place] = start - 1
        for above in range(level):
            if counts[above] is None:
                counts[above] = rows.get(above, Level()).start
        before = counts[level]
        counts[level] = rows.get(level, Level()).start if before is None else before + 1
        for below in range(level + 1, LEVELS):
            if rows.get(below, Level()).restarts:
                counts[below] = None
        return counts

    @staticmethod
    def _written(here, rows, counts):
        if here.form == "none":
            return ""
        text = here.text
        for place in range(LEVELS):
            if f"%{place + 1}" in text and counts[place] is not None:
                form = rows.get(place, Level()).form
                text = text.replace(f"%{place + 1}", _number(counts[place], form))
        return text.strip()

    def _override(self, name, place, override):
        start = child(override, "startOverride")
        if start is not None and 0 <= place < LEVELS:
            self.overrides[name][place] = number(start, otherwise=1)
        if (level := child(override, "lvl")) is not None:
            self.levels[name][place] = _level(level)


def _level(element):
    indent = child(element, "pPr", "ind")
    left = number(indent, "left") or number(indent, "start")
    made = Level(
        form=setting(child(element, "numFmt"), otherwise="decimal"),
        text=setting(child(element, "lvlText")),
        start=number(child(element, "start"), otherwise=1),
        indent=max(left - number(indent, "hanging"), 0),
    )
    value = child(element, "lvlRestart")
    return replace(made, restarts=False) if value is not None and not number(value) else made


def _number(count, form):
    if not 0 < count < _MOST:
        return str(count)
    style = {"Letter": "letter", "Roman": "roman"}.get(
        form.removeprefix("lower").removeprefix("upper")
    )
    if style is None:
        return f"{count:02d}" if form == "decimalZero" else str(count)
    if style == "letter":
        # Word goes on from z with aa, bb, cc.
        written = "abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26] * ((count - 1) // 26 + 1)
    else:
        written = labels.label(count, style)
    return written.upper() if form.startswith("upper") else written
