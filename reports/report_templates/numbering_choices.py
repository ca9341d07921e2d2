"""The ways to number a report, each shown as an example, and the data that it is in a template."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from reports.language.template import Rules

USUAL = "usual"


@dataclass(frozen=True)
class Way:
    """A way to number: its example, the data of it, and how its numbers usually look."""

    example: str
    data: Mapping
    label: str = "{}."


THROUGH, DECIMAL_WAY = "through", "decimal"
_SECTIONS = {"unit": "section", "restart": "never"}
WAYS = {
    THROUGH: Way("1, 2, 3 through the report", {"unit": "paragraph", "restart": "never"}),
    DECIMAL_WAY: Way(
        "1.1, 1.2, 2.1: parts are numbered, and paragraphs within them",
        {"unit": "decimal", "restart": "never", "sections": ["number"], "section_labels": ["{}."]},
        "{}",
    ),
    "part": Way("1, 2, 3, starting again in each part", {"unit": "paragraph", "restart": "part"}),
    "section": Way(
        "1, 2, 3, starting again in each section", {"unit": "paragraph", "restart": "section"}
    ),
    "sections": Way(
        "1, 2 for parts and sections, a), b) for sections within them. Paragraphs have no number",
        {**_SECTIONS, "sections": ["number", "letter"], "section_labels": ["{}.", "{})"]},
    ),
    "letters": Way(
        "a, b for parts and sections, i, ii for sections within them. Paragraphs have no number",
        {**_SECTIONS, "sections": ["letter", "roman"], "section_labels": ["{}.", "{}."]},
    ),
}
STYLES = {
    "number": "1, 2, 3",
    "letter": "a, b, c",
    "roman": "i, ii, iii",
    "bullet": "Bullets, without a number",
}
ANNEXES = {"letter": "A, B, C", "number": "1, 2, 3", "roman": "I, II, III"}
LABELS = {
    USUAL: "As is usual: 1. and 1.1",
    "{}.": "1. with a point",
    "{}": "1 with nothing behind it",
    "({})": "(1) in brackets",
    "{})": "1) with one bracket",
}
ITEM_LABELS = {
    "{}.": "a. with a point",
    "{}": "a with nothing behind it",
    "({})": "(a) in brackets",
    "{})": "a) with one bracket",
}
_OF_A_WAY = ("unit", "restart", "sections", "section_labels")


def rules_in(spec: Mapping) -> dict:
    """All rules of numbering of a template, those that it leaves out as they usually are."""
    usual = {item.name: item.default for item in fields(Rules)}
    return {**usual, **spec.get("numbering", {})}


def way_of(spec: Mapping) -> str:
    """The way that a template numbers; empty where it is none of these."""
    rules = rules_in(spec)
    for name, way in WAYS.items():
        if all(_plain(rules[key]) == value for key, value in way.data.items()):
            return name
    return ""


def label_of(spec: Mapping) -> str:
    """How its numbers look: as a choice of `LABELS`, or as they are written."""
    label, way = rules_in(spec)["label"], WAYS.get(way_of(spec))
    return USUAL if way and way.label == label else label


def with_numbering(spec: Mapping, choice: Mapping) -> dict:
    """The template numbered as chosen: `way`, `label`, `item_label`, `first`, `second` (the styles
    of lists) and `annexes`; an empty way leaves it as it is."""
    rules = dict(spec.get("numbering", {}))
    if way := WAYS.get(choice["way"]):
        rules = {name: value for name, value in rules.items() if name not in _OF_A_WAY}
        rules |= way.data
    usual = way.label if way else rules_in(spec)["label"]
    rules["label"] = usual if choice["label"] == USUAL else choice["label"]
    rules["item_label"] = choice["item_label"]
    rules["items"] = [choice["first"], choice["second"]]
    rules["annexes"] = choice["annexes"]
    return {**spec, "numbering": rules}


def _plain(value):
    return list(value) if isinstance(value, tuple) else value
