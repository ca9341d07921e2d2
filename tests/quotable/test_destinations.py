"""The sections of a draft and the places in them, where something can be put from elsewhere."""

import pytest

from reports.editor.outline import arranged
from reports.editor.sections.destinations import places, sections
from reports.editor.sections.sections import sections_of
from reports.papers.lifecycle import why_not_place
from reports.papers.manuscript import read
from tests import cast
from tests.make import drafts

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(db):
    inner = paragraph("inner", "_One_ **[[looked_after.children]]** child.")
    return drafts.written(cast.clerk(), inner)


def paragraph(slug, text):
    """A paragraph in the section of the draft."""
    row = {"part": "body", "kind": "paragraph", "parent": "work", "heading": "", "data": {}}
    return {"slug": slug, **row, "text": text}


@pytest.mark.long
def test_the_sections_are_those_of_the_page_of_each(draft):
    """The outline of the whole draft, which is slow, knows the same sections by the same names."""
    known = {section.slug: section for section in sections_of(arranged(draft))}
    made = sections(read(draft))
    assert made and set(made) <= set(known)
    assert made["work"] == known["work"].title == "What was done"
    missing = set(known) - set(made)
    kinds = {known[slug].part.part.kind for slug in missing}
    assert kinds <= {"recommendations", "purpose", "annexes", "supporting_information"}


def test_each_place_can_hold_a_paragraph_or_is_one(draft):
    manuscript = read(draft)
    kinds = {block.slug: (block.kind, block.part) for block in manuscript.blocks}
    for slug in sections(manuscript):
        made = places(manuscript, slug)
        assert made and len({place.key for place in made}) == len(made)
        for place in made:
            part = manuscript.template.part(place.part)
            assert not why_not_place("paragraph", part, kinds.get(place.parent)), place
            assert not place.into or kinds[place.into][0] == "paragraph"
            assert not place.after or place.after in kinds


def test_a_place_is_called_by_what_prints_and_no_code(draft):
    labels = [place.label for place in places(read(draft), "work")]
    assert labels[0] == "At its beginning"
    assert any("One 188 child." in label for label in labels)
    assert not [label for label in labels if "[[" in label or "]]" in label]
    assert max(map(len, labels)) < 130


def test_there_are_no_places_in_what_is_not_a_section_or_is_generated(draft):
    manuscript = read(draft)
    generated = [part.slug for part in manuscript.template.parts if part.kind == "head"]
    for slug in ("gone", "", *generated):
        assert places(manuscript, slug) == []
