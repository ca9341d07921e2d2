"""Changes of a template's data: what is changed is, all else and the data before stay."""

import copy

import pytest

from reports.language import template as templates
from reports.language.template import GENERATED, PART_KINDS
from reports.report_templates import kinds, rules
from reports.report_templates.examples import shipped
from tests.make.templates import without_texts
from tests.sweeping import swept

YORK = "york-2016"


def spec():
    """The data of a shipped template, its parts alone."""
    return without_texts(copy.deepcopy(shipped()[YORK]))


def slugs(plain):
    return [part["slug"] for part in plain["parts"]]


@swept([(name,) for name in shipped()])
def test_every_part_of_every_example_moves_to_every_place_and_back(name):
    plain = shipped()[name]
    before = copy.deepcopy(plain)
    order = slugs(plain)
    for place, slug in enumerate(order):
        others = [item for item in order if item != slug]
        expected = {
            "up": [*others[: max(place - 1, 0)], slug, *others[max(place - 1, 0) :]],
            "down": [*others[: place + 1], slug, *others[place + 1 :]],
            "first": [slug, *others],
            "last": [*others, slug],
        }
        for move in rules.MOVES:
            moved = rules.with_moved_part(plain, slug, move)
            assert slugs(moved) == expected[move]
            templates.read(moved)
    assert plain == before


def test_every_kind_of_part_has_a_plain_name_and_makes_a_template():
    assert set(kinds.KINDS) == set(PART_KINDS)
    names = [kind.name for kind in kinds.KINDS.values()]
    assert len(names) == len(set(names)) and not any("_" in name for name in names)
    plain = {"slug": "t", "title": "T", "parts": []}
    for kind in ("paragraphs", "recommendations"):
        plain = rules.with_part(plain, kind, kinds.KINDS[kind].name)
    for kind, item in kinds.addable(plain["parts"]):
        made = rules.with_part(plain, kind, item.name)
        assert templates.read(made).parts[0].kind == kind
        if kind in GENERATED:
            assert made["parts"][0]["slug"] == kind


def test_what_a_report_has_once_is_offered_once_and_text_for_ever():
    offered = {kind for kind, _item in kinds.addable(spec()["parts"])}
    assert offered == {"paragraphs", "sections", "reasons"}
    nothing = {kind for kind, _item in kinds.addable([])}
    assert nothing == set(PART_KINDS)
    one = {kind for kind, _item in kinds.addable([{"slug": "a", "kind": "purpose"}])}
    assert one == nothing - {"purpose", "recommendations"}


def test_a_new_part_is_named_by_its_title_and_unlike_every_other():
    plain = rules.with_part(spec(), "paragraphs", "Introduction", "introduction")
    plain = rules.with_part(plain, "paragraphs", "Contacts", "introduction")
    assert slugs(plain)[:4] == ["head", "introduction", "contacts-2", "introduction-2"]
    assert rules.part_of(plain, "introduction-2")["numbered"] is True
    first = rules.with_part(spec(), "paragraphs", "Überblick", "gone")
    assert templates.read(first).parts[0].title == "Überblick"
    assert rules.part_of(plain, "gone") is None


def test_a_changed_part_keeps_its_name_and_loses_what_was_emptied():
    plain = rules.with_changed_part(
        spec(), "introduction", {"title": "Purpose", "mandatory": False, "numbered": True}
    )
    assert rules.part_of(plain, "introduction") == {
        "slug": "introduction",
        "kind": "paragraphs",
        "title": "Purpose",
        "numbered": True,
    }
    assert rules.without_part(plain, "introduction")["parts"] == [
        part for part in spec()["parts"] if part["slug"] != "introduction"
    ]


def test_reasons_go_to_a_part_behind_the_recommendations_and_back():
    plain = spec()
    assert rules.place_of_reasons(plain) == "under"
    apart = rules.with_reasons_at(plain, "apart")
    order = slugs(apart)
    assert order.index("reasons") == order.index("recommendations") + 1
    assert rules.part_of(apart, "reasons")["numbered"] is True
    assert rules.place_of_reasons(apart) == "apart"
    assert rules.with_reasons_at(apart, "apart") == apart
    assert rules.with_reasons_at(apart, "under") == plain


def test_the_last_part_and_what_another_needs_cannot_be_removed():
    apart = rules.with_reasons_at(spec(), "apart")
    assert "prints the reasons" in rules.why_not_remove(apart, "recommendations")
    assert rules.why_not_remove(apart, "introduction") == ""
    assert rules.why_not_remove(spec(), "recommendations") == ""
    alone = {**spec(), "parts": [{"slug": "body", "kind": "sections"}]}
    assert "at least one part" in rules.why_not_remove(alone, "body")


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Audits done in", "audits-done-in"),
        ("2016 census", "day-2016-census"),
        ("…", "day"),
        ("Period", "period-2"),
    ],
)
def test_a_date_is_named_by_its_label_so_that_it_can_be_read(label, name):
    plain = rules.with_date(spec(), label)
    assert templates.read(plain).dates == {**spec()["dates"], name: label}
    twice = rules.with_date(plain, label)
    assert len(templates.read(twice).dates) == 4
    renamed = rules.with_date_label(plain, name, "Another")
    assert renamed["dates"][name] == "Another"
    assert rules.without_date(renamed, name) == spec()
    assert rules.why_not_remove_date(name) == ""


def test_dates_that_every_report_asks_for_stay():
    for name in ("position", "comparison"):
        assert "asks for this date" in rules.why_not_remove_date(name)
