"""Things that are chosen by ticks and put in order by buttons, without a script.

What is chosen is one text, a line for each thing with bars between its cells: that is what is kept
while somebody writes, compared and merged. Its page has a box to tick, buttons to move and, where
a thing can be called otherwise, a heading of its own; none of them shows what the text holds.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django import forms

from assurance.runtime.digits import whole
from reports.editor.forms.table_fields import joined_lines, lines_of_cells

MOST = 400
STEP = "step"


@dataclass(frozen=True)
class Pick:
    """One thing to choose, in words; `heading` is what it is called without one of its own, and
    `has_kinds` says whether its numbers can be shown in more than one form."""

    key: str
    label: str
    hint: str = ""
    group: str = ""
    heading: str = ""
    wrong: str = ""
    has_kinds: bool = True


class PickWidget(forms.Widget):
    """The chosen things in their order, then those that can be ticked.

    `cells` names what a line of the text holds, `kinds` the forms that a number can have, `again`
    that of a second line of the same thing. `describe` puts one line's cells in words and
    `offer` gives what else can be ticked; `query` are the words of its search, None for none.
    """

    template_name = "editor/picks.html"
    pattern = "picks"
    use_fieldset = True
    query: str | None = None
    step = noun = ""
    left = 0

    def __init__(self, cells: Sequence[str] = ("key",), kinds: Sequence = (), again: str = ""):
        super().__init__()
        self.cells, self.kinds, self.again = tuple(cells), kinds, again
        self.describe: Callable[[Mapping], Pick] = lambda cells: Pick(cells["key"], cells["key"])
        self.offer: Callable[[list], Sequence[Pick]] = lambda chosen: ()

    def read(self, text) -> list[dict]:
        """The cells of each line of `text` by their names."""
        lines = (cells for _place, cells in lines_of_cells(str(text or "")))
        empty = ("",) * len(self.cells)
        return [dict(zip(self.cells, (*cells, *empty), strict=False)) for cells in lines]

    def written(self, rows: Sequence[Mapping]) -> str:
        """The text of some chosen things."""
        return joined_lines([_cell(row.get(name, "")) for name in self.cells] for row in rows)

    def in_words(self, text) -> str:
        """What a text chooses, for somebody who reads it."""
        return "\n".join(
            ": ".join(filter(None, (row.get("label"), self.describe(row).label)))
            for row in self.read(text)
        )

    def value_from_datadict(self, data, files, name):
        """The text that is sent, or what was ticked, with the press of a button carried out."""
        if name in data:
            return data.get(name)
        target, action, which = ((data.get(STEP) or "").split(":", 2) + ["", ""])[:3]
        own = (action, which) if target == name else ("", "")
        rows = []
        for place in range(MOST):
            key = data.get(f"{name}-{place}-key")
            if key is None:
                break
            is_part = own[0] == "all" and key.startswith(f"{own[1]}:")
            if f"{name}-{place}-on" in data or is_part:
                posted = {cell: data.get(f"{name}-{place}-{cell}", "") for cell in self.cells}
                rows.append({**posted, "key": key, "place": place})
        return self.written(_moved(rows, *own, self.again))

    def value_omitted_from_data(self, data, files, name):
        """Never: nothing ticked is an answer."""
        return False

    def get_context(self, name, value, attrs):
        """Django's context, with the chosen things and those that can be ticked."""
        context = super().get_context(name, value, attrs)
        chosen = self.read(value)
        rows = [self._item(row) for row in chosen]
        self._point(name, rows)
        context["widget"] |= {
            "chosen": rows,
            "groups": _grouped(self.offer(chosen), len(rows)),
            "left": self.left,
            "query": self.query,
            "is_found": self.step.startswith(f"{name}:find"),
            "has_headings": "label" in self.cells,
            "again": self.again,
            "noun": self.noun,
        }
        return context

    def _item(self, row):
        """A chosen thing as its line is drawn: no heading is shown that it would have anyway."""
        pick, label = self.describe(row), row.get("label", "")
        own = "" if label == pick.heading else label
        kinds = self._kinds(row) if pick.has_kinds else []
        return {"pick": pick, "heading": own, "is_live": "[[" in own, "kinds": kinds, "focus": ""}

    def _kinds(self, row):
        """(kind, its name, whether it is chosen) of what a number can be shown as."""
        kind = row.get("form", "") or (self.kinds[0][0] if self.kinds else "")
        known = dict(self.kinds)
        kinds = [*self.kinds, *([] if kind in known else [(kind, kind)])] if self.kinds else []
        return [(item, label, item == kind) for item, label in kinds]

    def _point(self, name, rows):
        """Marks the button that the focus comes back to after a press on it."""
        target, action, which = (self.step.split(":", 2) + ["", ""])[:3]
        place = whole(which) if which.isdecimal() else None
        if target != name or place is None or action not in ("up", "down"):
            return
        place += 1 if action == "down" else -1
        if 0 <= place < len(rows):
            edge = 0 if action == "up" else len(rows) - 1
            turned = {"up": "down", "down": "up"}[action]
            rows[place]["focus"] = turned if place == edge else action


def _cell(text):
    return " ".join(str(text).split()) if "[[" in str(text) else _plain(text)


def _plain(text):
    # A bar would part the line, and a box of one line has none.
    return " ".join(str(text).replace("|", "/").split())


def _moved(rows, action, which, again):
    """The rows after a press: one moved by a place, or once more in another form."""
    places = [str(row["place"]) for row in rows]
    if action not in ("up", "down", "again") or which not in places:
        return rows
    at = places.index(which)
    if action == "again":
        return [*rows[: at + 1], {**rows[at], "label": "", "form": again}, *rows[at + 1 :]]
    to = at + (1 if action == "down" else -1)
    if 0 <= to < len(rows):
        rows[at], rows[to] = rows[to], rows[at]
    return rows


def _grouped(picks, first):
    """(group, what its parts begin with, [(place, thing)]) of what can be ticked, in its order."""
    groups = {}
    for place, pick in enumerate(picks, first):
        groups.setdefault(pick.group, []).append((place, pick))
    return [(group, _breakdown(items), items) for group, items in groups.items()]


def _breakdown(items):
    """The figure whose parts all of `items` are, where there are several."""
    figures = {pick.key.partition(":")[0] for _place, pick in items if ":" in pick.key}
    return figures.pop() if len(figures) == 1 and len(items) > 1 else ""
