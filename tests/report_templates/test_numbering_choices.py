"""The ways to number, as examples: each is what it shows, and is found again in the data."""

import pytest

from reports.language import template as templates
from reports.report_templates import numbering_choices as choices
from reports.report_templates.examples import shipped
from reports.report_templates.samples import sample_parts
from tests.sweeping import swept

CHOICE = {
    "label": "usual",
    "item_label": "({})",
    "first": "letter",
    "second": "roman",
    "annexes": "number",
}
# The labels of Background, Introduction and the two sections of the body, counted by hand.
EXPECTED = {
    "through": ["", "1.", "2.", "", "3.", "4.", "", "", "5.", "6.", "", "7."],
    "decimal": ["1.", "1.1", "1.2", "2.", "2.1", "2.2", "", "3.", "3.1", "3.2", "4.", "4.1"],
    "part": ["", "1.", "2.", "", "1.", "2.", "", "", "1.", "2.", "", "3."],
    "section": ["", "1.", "2.", "", "1.", "2.", "", "", "1.", "2.", "", "1."],
    "sections": ["1.", "", "", "2.", "", "", "", "3.", "", "", "4.", ""],
    "letters": ["a.", "", "", "b.", "", "", "", "c.", "", "", "d.", ""],
}


@pytest.mark.parametrize("way", list(choices.WAYS))
def test_each_way_numbers_as_its_example_shows(way):
    spec = choices.with_numbering(shipped()["york-2017"], {**CHOICE, "way": way})
    shown = sample_parts(spec)[1:4]
    labels = [
        label for part in shown for label in (part.label, *(line.label for line in part.lines))
    ]
    assert labels == EXPECTED[way]
    assert choices.way_of(spec) == way and choices.label_of(spec) == "usual"
    rules = templates.read(spec).numbering
    assert (rules.items, rules.item_label, rules.annexes) == (("letter", "roman"), "({})", "number")


@swept([(name, "through" if name != "york-2017" else "sections") for name in shipped()])
def test_every_example_is_numbered_in_one_of_the_ways(name, way):
    assert choices.way_of(shipped()[name]) == way


@swept([(way, label) for way in choices.WAYS for label in ("{}", "({})", "{})")])
def test_how_a_number_looks_is_chosen_by_itself(way, label):
    spec = choices.with_numbering(shipped()["york-2016"], {**CHOICE, "way": way, "label": label})
    assert templates.read(spec).numbering.label == label
    usual = choices.WAYS[way].label == label
    assert choices.label_of(spec) == ("usual" if usual else label)


def test_a_way_of_its_own_stays_until_another_is_chosen():
    spec = shipped()["york-2016"]
    own = {"unit": "section", "sections": ["roman"], "section_labels": ["{}"], "label": "§{}"}
    spec = {**spec, "numbering": own}
    assert choices.way_of(spec) == "" and choices.label_of(spec) == "§{}"
    after = choices.with_numbering(spec, {**CHOICE, "way": "as-is", "label": "§{}"})
    rules = templates.read(after).numbering
    assert (rules.sections, rules.section_labels, rules.label) == (("roman",), ("{}",), "§{}")
    other = choices.with_numbering(spec, {**CHOICE, "way": "through"})
    assert "sections" not in other["numbering"] and choices.way_of(other) == "through"
