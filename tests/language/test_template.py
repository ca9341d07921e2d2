"""Templates are data: the shipped ones are read, and bad data are refused with a sentence."""

import pytest

from reports.language import template
from reports.language.template import BadTemplate, Part
from tests.language.outlines import SHIPPED, plain_template, shipped
from tests.sweeping import swept


def least(**more):
    """The least data that make a template."""
    return {"slug": "t", "title": "T", "parts": [{"slug": "body", "kind": "sections"}], **more}


ASKING = ("purpose", "recommendations")


def with_part(**more):
    return least(parts=[{"slug": "body", "kind": "sections", **more}])


def refused(plain):
    with pytest.raises(BadTemplate) as caught:
        template.read(plain)
    return str(caught.value)


@pytest.mark.parametrize("slug", SHIPPED)
def test_every_shipped_template_is_read_and_none_of_its_data_changed(slug):
    read = shipped(slug)
    assert read.slug == slug
    assert read.part(read.parts[0].slug) == read.parts[0] and read.part("unknown") is None
    plain = plain_template(slug)
    template.read(plain)
    assert plain == plain_template(slug)
    assert read.parts[0].kind == "head"
    assert read.asking_part.lead.endswith(":")
    assert [part.slug for part in read.parts if part.error_when_empty]


def test_the_least_template_has_the_usual_rules_and_words():
    read = template.read(least())
    assert read.numbering.unit == "paragraph"
    assert read.house.range == "–"
    assert read.parts == (Part("body", "sections"),)
    assert read.asking_part is None


def test_a_mandatory_part_prints_its_sentence_or_is_an_error():
    read = shipped("york-2020")
    assert read.part("risks").when_empty == "There are no known risks."
    assert not read.part("risks").error_when_empty
    assert read.part("wards").error_when_empty
    assert not read.part("consultation").error_when_empty


@pytest.mark.parametrize(
    ("depth", "numbered", "style"),
    [(0, True, "roman"), (1, True, "letter"), (5, True, "letter"), (0, False, "bullet")],
)
def test_styles_go_by_depth(depth, numbered, style):
    assert shipped("york-2016").style_at(depth, numbered) == style


@swept(
    [
        (None, "A template is an object"),
        ({}, "needs a list of parts"),
        (least(parts=[]), "needs a list of parts"),
        (least(parts=["body"]), "Part 1 is not an object"),
        (least(parts=[{"slug": "body"}]), "Part 1 lacks its kind"),
        ({"title": "T", "parts": [{"slug": "b", "kind": "sections"}]}, "lacks its slug"),
        (least(colour="red"), "unknown entry, “colour”"),
        (least(slug=4), "needs words for slug"),
        (least(numbering=[]), "The numbering is not an object"),
        (least(numbering={"items": "roman"}), "needs a list of words for items"),
        (least(numbering={"items": [1, 2]}), "needs a list of words for items"),
        (least(numbering={"items": ["roman"]}), "needs two styles of items"),
        (least(numbering={"sections": ["number"]}), "a label for each style of sections"),
        (least(numbering={"items": ["greek", "roman"]}), "is “greek”"),
        (least(numbering={"label": "no."}), "has {}"),
        (least(numbering={"unit": "page"}), "its unit is “page”"),
        (least(numbering={"restart": "daily"}), "its restart is “daily”"),
        (least(house={"annex": 1}), "The house words needs words for annex"),
        (with_part(slug="No Slug"), "Part 1 has the slug “No Slug”"),
        (with_part(kind="poem"), "Part “body”: the kind is “poem”"),
        (with_part(style="greek"), "the style of its items is “greek”"),
        (with_part(reason="perhaps"), "whether it wants a reason is “perhaps”"),
        (with_part(mandatory="yes"), "needs yes or no (true, false) for mandatory"),
        (with_part(when_empty="None."), "so it must be mandatory"),
        (with_part(kind="purpose"), "needs a lead sentence"),
        (with_part(entries=[1]), "needs a list of words for entries"),
        (least(parts=least()["parts"] * 2), "Two parts have the slug “body”."),
        (
            least(parts=[{"slug": kind, "kind": kind, "lead": "We:"} for kind in ASKING]),
            "one place",
        ),
    ]
)
def test_bad_data_are_refused_with_a_sentence(plain, words):
    assert words in refused(plain)
