"""Every entry of a template's data with a value of another kind, and every label and style at the
edge of what is read."""

from itertools import product

import pytest

from reports.papers.language import template
from reports.papers.language.labels import STYLES
from reports.papers.language.template import BadTemplate
from tests.sweeping import swept

LEAST = {"slug": "t", "title": "T", "parts": [{"slug": "body", "kind": "sections"}]}
WORDS_OF_PARTS = ("title", "when_empty", "lead", "style", "reason", "statement")
WORDS_OF_RULES = ("unit", "restart", "label", "item_label", "annexes")
LISTS_OF_RULES = ("items", "sections", "section_labels")
HOUSE = (
    *("paragraph", "paragraphs", "section", "sections", "annex", "annexes", "recommendation"),
    *("point", "table", "chart", "range"),
)
STYLES_SAID = "use one of number, letter, roman, bullet."
ONE_NUMBER = "Each label of the numbering holds {} where the number goes."


def read(**more):
    return template.read(LEAST | more)


def read_part(**more):
    return read(parts=[LEAST["parts"][0] | more])


def refused(make, **more):
    with pytest.raises(BadTemplate) as caught:
        make(**more)
    return str(caught.value)


@pytest.mark.parametrize("value", [None, 4, True, [], {}])
def test_no_entry_of_words_takes_anything_else(value):
    told = {name: refused(read_part, **{name: value}) for name in WORDS_OF_PARTS}
    assert told == {name: f"Part 1 needs words for {name}." for name in WORDS_OF_PARTS}
    told = {name: refused(read, numbering={name: value}) for name in WORDS_OF_RULES}
    assert told == {name: f"The numbering needs words for {name}." for name in WORDS_OF_RULES}
    told = {name: refused(read, house={name: value}) for name in HOUSE}
    assert told == {name: f"The house words needs words for {name}." for name in HOUSE}
    told = {name: refused(read, **{name: value}) for name in ("slug", "title")}
    assert told == {name: f"The template needs words for {name}." for name in ("slug", "title")}


@pytest.mark.parametrize("value", [None, 4, "roman", {"roman": 1}, ["roman", None]])
def test_no_list_of_words_takes_anything_else(value):
    for name in LISTS_OF_RULES:
        sentence = f"The numbering needs a list of words for {name}."
        assert refused(read, numbering={name: value}) == sentence
    assert refused(read_part, entries=value) == "Part 1 needs a list of words for entries."


@pytest.mark.parametrize("value", [None, 0, 1, "yes", "true", []])
def test_yes_or_no_is_true_or_false(value):
    for name in ("mandatory", "numbered"):
        sentence = f"Part 1 needs yes or no (true, false) for {name}."
        assert refused(read_part, **{name: value}) == sentence


@swept(
    [
        *((slug, True) for slug in ("a", "4", "a-b", "a_b", "a1-2_b", "0-0")),
        *((slug, False) for slug in ("", "A", "a b", "-a", "a-", "_a", "a.b", "é", "a\n", "a/b")),
    ]
)
def test_a_part_is_named_by_a_slug(slug, fits):
    if fits:
        assert read_part(slug=slug).part(slug).kind == "sections"
    else:
        sentence = f"Part 1 has the slug “{slug}”: use a-z, 0-9 and hyphens."
        assert refused(read_part, slug=slug) == sentence


def test_every_kind_of_part_is_read_and_those_that_ask_want_their_lead():
    for kind in template.PART_KINDS:
        if kind in ("recommendations", "purpose"):
            assert refused(read_part, kind=kind) == (
                "Part “body” asks something of the committee and needs a lead sentence."
            )
            assert read_part(kind=kind, lead="We ask:").asking_part.kind == kind
        else:
            assert read_part(kind=kind).asking_part is None


def test_no_part_is_both_made_and_written():
    assert set(template.GENERATED) & set(template.WRITTEN) == set()
    assert set(template.ASKING) | set(template.WITH_ANNEXES) <= set(template.WRITTEN)


@pytest.mark.parametrize("style", STYLES)
def test_each_style_is_known_wherever_one_is_asked_for(style):
    rules = {"items": [style, style], "sections": [style], "section_labels": ["{}"]}
    made = read(numbering=rules | {"annexes": style}, parts=[LEAST["parts"][0] | {"style": style}])
    assert made.numbering.items == (style, style)
    assert made.numbering.annexes == made.parts[0].style == style
    assert made.style_at(0, True) == made.style_at(3, True) == style
    assert made.style_at(0, False) == made.style_at(1, False) == "bullet"


@pytest.mark.parametrize("style", ["", "Roman", "greek", "numbers", " letter"])
def test_no_other_style_is_read_anywhere(style):
    sentence = f"The numbering: a style is “{style}”: {STYLES_SAID}"
    for rules in (
        {"items": [style, "letter"]},
        {"items": ["roman", style]},
        {"sections": ["number", style]},
        {"annexes": style},
    ):
        assert refused(read, numbering=rules) == sentence
    told = f"Part “body”: the style of its items is “{style}”: {STYLES_SAID}"
    assert refused(read_part, style=style) == told


@swept(
    [
        *((label, True) for label in ("{}", "{}.", "({})", "No. {}", "[{}]", "§{} ")),
        *((label, False) for label in ("", ".", "{}{}", "{} {}", "{", "}", "{}}", "{{}}", "{0}")),
    ]
)
def test_a_label_has_room_for_one_number(label, fits):
    for rules in (
        {"label": label},
        {"item_label": label},
        {"section_labels": [label, "{}"]},
        {"section_labels": ["{}", label]},
    ):
        if fits:
            made = read(numbering=rules).numbering
            told = (made.label, made.item_label, *made.section_labels)
            assert label in told
            assert label.format(7).count("7") == 1
        else:
            assert refused(read, numbering=rules) == ONE_NUMBER


@pytest.mark.parametrize("levels", range(5))
def test_there_are_two_levels_of_items_and_a_label_for_each_of_sections(levels):
    sentence = "The numbering needs two styles of items, and a label for each style of sections."
    items = {"items": ["roman"] * levels}
    if levels == 2:
        assert read(numbering=items).numbering.items == ("roman", "roman")
    else:
        assert refused(read, numbering=items) == sentence
    for labels in range(5):
        rules = {"sections": ["number"] * levels, "section_labels": ["{}."] * labels}
        if levels == labels:
            assert len(read(numbering=rules).numbering.sections) == levels
        else:
            assert refused(read, numbering=rules) == sentence


@pytest.mark.parametrize(
    ("unit", "restart"), list(product(("paragraph", "section"), ("never", "section")))
)
def test_numbers_run_by_unit_and_restart(unit, restart):
    made = read(numbering={"unit": unit, "restart": restart}).numbering
    assert (made.unit, made.restart) == (unit, restart)


def test_no_other_unit_or_restart_is_read():
    assert refused(read, numbering={"unit": "restart"}) == (
        "The numbering: its unit is “restart”: use one of paragraph, section."
    )
    assert refused(read, numbering={"restart": "paragraph"}) == (
        "The numbering: its restart is “paragraph”: use one of never, section."
    )


@pytest.mark.parametrize(
    ("mandatory", "when_empty", "is_error"),
    [(True, "", True), (True, "None.", False), (False, "", False)],
)
def test_an_empty_part_is_an_error_where_nothing_stands_for_it(mandatory, when_empty, is_error):
    made = read_part(mandatory=mandatory, when_empty=when_empty)
    assert made.parts[0].error_when_empty is is_error


def test_strange_entries_are_named_the_first_of_them():
    assert refused(read, b=1, a=2) == "The template has an unknown entry, “a”."
    assert refused(read_part, colour=1) == "Part 1 has an unknown entry, “colour”."
    assert refused(read, house={"foot": "x"}) == "The house words has an unknown entry, “foot”."
    assert refused(read, numbering={"foot": 1}) == "The numbering has an unknown entry, “foot”."


def test_the_part_that_is_wrong_is_told_by_its_place():
    good = LEAST["parts"][0]
    for place in (1, 2, 3):
        parts = [good | {"slug": f"p{number}"} for number in (1, 2, 3)]
        parts[place - 1] = {"slug": "p"}
        assert refused(read, parts=parts) == f"Part {place} lacks its kind."
        parts[place - 1] = None
        assert refused(read, parts=parts) == f"Part {place} is not an object."


def test_of_two_pairs_of_parts_the_first_by_name_is_told():
    parts = [{"slug": slug, "kind": "sections"} for slug in ("z", "b", "z", "b", "a")]
    assert refused(read, parts=parts) == "Two parts have the slug “b”."


@pytest.mark.parametrize("house", [{name: f"<{name}>" for name in HOUSE}])
def test_each_word_of_the_house_is_its_own(house):
    made = read(house=house).house
    assert {name: getattr(made, name) for name in HOUSE} == house
    assert read(house={}).house == template.House() == read().house
