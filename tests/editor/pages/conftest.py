"""A draft with more sections than one."""

import pytest

from tests.make import papers


@pytest.fixture
def longer(paper):
    """The draft with a second section, and a paragraph in none."""
    papers.block(paper=paper, slug="next", part="body", kind="section", heading="What comes")
    papers.block(paper=paper, slug="loose", part="body", text="It stands by itself.")
    return paper
