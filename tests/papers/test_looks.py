"""A look is kept for each sentence by its tokens in their order and the words between them."""

import pytest

from assurance.looked_after.models.censuses import Census
from reports.papers import looks
from reports.papers.manuscript import read
from reports.papers.sentences import current, looked
from tests.make import papers

pytestmark = pytest.mark.django_db
CHILDREN, TYPED = "[[looked_after.children]]", "[[stated 44: register]]"
TEXT = (
    f"Of {CHILDREN} children {TYPED} sail. There are {TYPED} boats. "
    f"{TYPED} sail, of {CHILDREN}. They like it."
)


def waiting(paper):
    """The sentences of the paragraph that wait for a look, as they read."""
    items = looks.waiting(read(paper)).get("children", ())
    return [item.text for item in items]


@pytest.mark.parametrize("carried_from", ["", "children"])
def test_each_sentence_has_a_look_of_its_own_whatever_tokens_it_has(paper, carried_from):
    papers.source(paper=paper)
    rows = paper.blocks.filter(slug="children")
    rows.update(text=TEXT, carried_from=carried_from)
    manuscript = read(paper)
    [items] = current(manuscript, [manuscript.block("children")]).values()
    assert len({item.key for item in items}) == len(items) == 4
    if carried_from:
        assert len(waiting(paper)) == 4
    rows.update(looked_at=looked(item for item in items if item.is_typed or carried_from))
    assert waiting(paper) == []
    Census.objects.update(total=199)
    assert waiting(paper) == ["Of 199 children 44 sail.", "44 sail, of 199."]
