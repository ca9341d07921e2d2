"""A draft with a long section, for the tests of their pages."""

from reports.editor.outline import arranged
from reports.editor.sections.sections import sections_of
from tests.make import papers


def lengthened(paper, number=50):
    """The draft with a section of so many long paragraphs, every fifth under a subject heading."""
    work = paper.blocks.get(slug="work")
    for place in range(number):
        own = {"slug": f"long-{place}", "part": "body", "parent": work}
        if place % 5 == 4:
            papers.block(paper=paper, **own, kind="heading", heading=f"Matter {place}", text="")
        else:
            text = f"Text {place}. " + "It says what was done, and says it at length. " * 9
            papers.block(paper=paper, **own, text=text)
    [section] = [one for one in sections_of(arranged(paper)) if one.slug == "work"]
    return section
