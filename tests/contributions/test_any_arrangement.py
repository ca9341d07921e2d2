"""Whatever is moved, left out and added, the paper then has the section as it was handed in."""

from itertools import permutations

import pytest

from reports.contributions.sections import proposed_by
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as writing
from tests import cast
from tests.contributions.test_accepting import accept, handed
from tests.make import drafts as papers

pytestmark = pytest.mark.django_db
PLACES = ("audits", "children", "third")


@pytest.fixture
def clerk():
    return cast.clerk()


@pytest.fixture
def paper(clerk):
    paper = papers.written(clerk, with_records=False)
    said = {"slug": "third", "part": "body", "kind": "paragraph", "text": "A third one."}
    block = {**said, "parent": paper.blocks.get(slug="work")}
    after = paper.blocks.get(slug="children")
    writing.add_block(paper=paper, after=after, block=block, by=clerk, on=papers.ON)
    return paper


def places(order):
    """The boxes that put the paragraphs into this order."""
    return {f"place_{slug}": str(place) for place, slug in enumerate(order, 1)}


CASES = [
    *(places(order) for order in permutations(PLACES)),
    {**places(("third", "audits", "children")), "out_audits": "on"},
    {**places(("children", "third", "audits")), "after_third": "New.", "begin": "First of all."},
    {**places(("third", "children", "audits")), "after_audits": "# A part\n\nIn it."},
    {"out_children": "on", "after_children": "In its stead.", "place_third": "1"},
]


@pytest.mark.parametrize("words", CASES)
def test_the_paper_has_the_section_as_it_was_handed_in(paper, clerk, words):
    section = handed(paper, clerk, **words)
    wanted = [one.heading or one.text for one in proposed_by(section, section.words)]
    accept(section, clerk)
    rows = read(Paper.objects.get(pk=paper.pk)).blocks
    assert [one.heading or one.text for one in rows if one.part == "body"] == wanted
