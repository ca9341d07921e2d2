"""Words of a caption that claim something of its figures, settled as those of a sentence."""

from reports.editions.snapshot import assembled
from reports.papers.manuscript import read
from reports.verdicts.paper.verdict import causes_in
from tests.make import papers
from tests.page_requests import at, drawn

CHILDREN = "looked_after.children"


def errors_of(paper):
    """The sentences of the errors of a paper."""
    return [cause.sentence for cause in causes_in(paper) if cause.severity == "error"]


def test_words_of_a_caption_get_a_source_as_those_of_a_sentence_do(browser, paper):
    claim = "thriving"
    grid = {"rows": [{"label": "All", "quote": CHILDREN}], "columns": [{"label": "Number"}]}
    data = {"caption": f"Children looked after and {claim}", "grid": grid}
    papers.source(paper=paper)
    papers.block(paper=paper, slug="few", kind="table", part="body", order=90, text="", data=data)
    assert any(claim in says for says in errors_of(paper))
    page = browser.get(at(paper, "settle"))
    rows = [row for row in page.context["form"].rows() if row["typed"].words == claim]
    chosen = {row["choice"].name: "source:register" for row in rows}
    assert browser.post(at(paper, "settle"), drawn(page) | chosen).status_code == 302
    caption = paper.blocks.get(slug="few").data["caption"]
    assert caption == f"Children looked after and [[stated {claim}: register]]"
    assert not any(claim in says for says in errors_of(paper))
    titles = [entry.title for entry in assembled(read(paper)).document.figures]
    assert f"Statement: {claim}" in titles
