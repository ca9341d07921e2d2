"""Changes of a report template's data: each gives new data and leaves the old as they were.

A part keeps its name in the data for ever, whatever its title becomes: reports, approvals and
contributions know it by that.
"""

from collections.abc import Collection, Mapping

from reports.language.grammar import PERIOD
from reports.language.labels import name_for
from reports.language.standing_blocks import ASKED_OF_OTHERS, AT_START, BLOCK, PART
from reports.language.template import ASKING, GENERATED, REASONS_APART
from reports.report_templates.kinds import KINDS, WRITTEN_UNNUMBERED, name_of

UP, DOWN, FIRST, LAST = "up", "down", "first", "last"
MOVES = (UP, DOWN, FIRST, LAST)
UNDER, APART = "under", "apart"
LONGEST_DATE_NAME = 30
ONLY_PART = "A report needs at least one part: add another before you remove this one."
NAMED_DATE = "A template text names this date, so it cannot be removed. Remove the text first."
ASKED_ALWAYS = "Every new report asks for this date, so it cannot be removed. Rename it instead."


def part_of(spec: Mapping, slug: str) -> dict | None:
    """The data of the part `slug`, or None."""
    return next((part for part in spec["parts"] if part["slug"] == slug), None)


def with_part(spec: Mapping, kind: str, title: str, after: str = "") -> dict:
    """A further part of that kind behind the part `after`, or first."""
    part = {"slug": _slug_for(spec, kind, title), "kind": kind, "title": title}
    part |= {"numbered": kind not in (*GENERATED, *WRITTEN_UNNUMBERED) or kind == REASONS_APART}
    part |= {name: _plain(value) for name, value in KINDS[kind].fields}
    parts = list(spec["parts"])
    slugs = [item["slug"] for item in parts]
    parts.insert(slugs.index(after) + 1 if after in slugs else 0, part)
    return {**spec, "parts": parts}


def with_changed_part(spec: Mapping, slug: str, fields: Mapping) -> dict:
    """The part `slug` with `fields`; an empty one is left out of the data."""
    parts = [
        _without_nothing({**part, **fields}) if part["slug"] == slug else part
        for part in spec["parts"]
    ]
    return {**spec, "parts": parts}


def with_moved_part(spec: Mapping, slug: str, move: str) -> dict:
    """The part `slug` one place up or down, first or last; at an end it stays."""
    parts = list(spec["parts"])
    place = next(place for place, part in enumerate(parts) if part["slug"] == slug)
    part = parts.pop(place)
    target = {UP: max(place - 1, 0), DOWN: place + 1, FIRST: 0, LAST: len(parts)}[move]
    parts.insert(target, part)
    return {**spec, "parts": parts}


def without_part(spec: Mapping, slug: str) -> dict:
    """The template without the part `slug`."""
    return {**spec, "parts": [part for part in spec["parts"] if part["slug"] != slug]}


def why_not_remove(spec: Mapping, slug: str) -> str:
    """Why the part `slug` cannot be removed, or nothing."""
    if len(spec["parts"]) == 1:
        return ONLY_PART
    reasons = next((part for part in spec["parts"] if part["kind"] == REASONS_APART), None)
    if reasons and part_of(spec, slug)["kind"] in ASKING:
        return f"“{name_of(reasons)}” prints the reasons of this part: remove that part first."
    return ""


def writer_at(spec: Mapping, place: str) -> tuple[str, dict] | None:
    """(what it is called, its writer) of the part or standing section at `place` that can have a
    writer, or None."""
    kind, _, slug = place.partition(":")
    for part in spec["parts"]:
        if kind == PART and part["slug"] == slug and part["kind"] in ASKED_OF_OTHERS:
            return name_of(part), part.get("writer", {})
        for row in part.get("blocks", ()):
            if kind == BLOCK and row["slug"] == slug and row["kind"] == "section":
                return row.get("heading") or "Section", row.get("writer", {})
    return None


def with_writer(spec: Mapping, place: str, writer: Mapping) -> dict:
    """The template with that writer at `place`; with an empty one, without a writer there."""
    kind, _, slug = place.partition(":")

    def changed(row, is_it):
        rest = {name: value for name, value in row.items() if name != "writer"}
        return ({**rest, "writer": dict(writer)} if writer else rest) if is_it else row

    parts = [changed(part, kind == PART and part["slug"] == slug) for part in spec["parts"]]
    parts = [
        {**part, "blocks": [changed(row, kind == BLOCK and row["slug"] == slug) for row in rows]}
        if (rows := part.get("blocks"))
        else part
        for part in parts
    ]
    return {**spec, "parts": parts}


def place_of_reasons(spec: Mapping) -> str:
    """Where the reasons of the recommendations are printed."""
    return APART if any(part["kind"] == REASONS_APART for part in spec["parts"]) else UNDER


def with_reasons_at(spec: Mapping, place: str, title: str = "") -> dict:
    """The reasons printed at `place`: under the recommendations, or as a part behind them."""
    if place == place_of_reasons(spec):
        return dict(spec)
    if place == UNDER:
        return without_part(spec, REASONS_APART)
    asking = next(part["slug"] for part in spec["parts"] if part["kind"] in ASKING)
    return with_part(spec, REASONS_APART, title or KINDS[REASONS_APART].name, asking)


def with_date(spec: Mapping, label: str) -> dict:
    """A further date that reports name, called `label`."""
    dates = dict(spec.get("dates", {}))
    text = label[:LONGEST_DATE_NAME]
    name = name_for(text if text[:1].isalpha() else f"day {text}", "date", {*dates, PERIOD})
    return {**spec, "dates": {**dates, name: label}}


def with_date_label(spec: Mapping, name: str, label: str) -> dict:
    """The date `name` called `label`."""
    return {**spec, "dates": {**spec["dates"], name: label}}


def without_date(spec: Mapping, name: str) -> dict:
    """The template without the date `name`."""
    return {**spec, "dates": {key: value for key, value in spec["dates"].items() if key != name}}


def why_not_remove_date(name: str, named: Collection[str] = ()) -> str:
    """Why the date `name` cannot be removed, or nothing; `named` are those of standing texts."""
    if name in AT_START:
        return ASKED_ALWAYS
    return NAMED_DATE if name in named else ""


def _slug_for(spec, kind, title):
    if kind in GENERATED:
        # What fills these is kept under the kind.
        return kind
    return name_for(title, kind.replace("_", "-"), {*GENERATED, *_slugs(spec)})


def _slugs(spec):
    return {part["slug"] for part in spec["parts"]}


def _plain(value):
    return list(value) if isinstance(value, tuple) else value


def _without_nothing(part):
    return {name: value for name, value in part.items() if value or name in ("slug", "kind")}
