"""The total of a table stays last while further figures are added to it."""

from tests.editor.builders.browsing import Builder
from tests.editor.builders.test_pages import POSITION, begun, new, searched
from tests.page_requests import at, errors


def quotes(paper):
    """The figures of the block that was added last, in their order."""
    return [row["quote"] for row in new(paper).data["grid"]["rows"]]


def test_a_figure_that_is_added_to_a_table_with_a_total_goes_before_it(browser, paper):
    builder = searched(begun(browser, paper), "check by status")
    parts = [name for name in builder.controls.labels if name in ("In date", "Overdue")]
    assert len(parts) == 2
    builder = searched(builder.tick(parts[0]), "need a DBS check")
    builder.tick("People who need a DBS check", POSITION)
    builder.values["total_row"] = "on"
    answer = builder.save()
    assert answer.status_code == 302, errors(answer)
    first, total = quotes(paper)
    builder = searched(Builder(browser, at(paper, "block", new(paper).slug)), "check by status")
    builder.tick(parts[1]).save()
    assert quotes(paper)[0::2] == [first, total] and len(quotes(paper)) == 3
    # Who moves the total has another figure last.
    builder = Builder(browser, at(paper, "block", new(paper).slug))
    moved = builder.ticked()[2]
    builder.press(f"Move up {moved}").save()
    assert quotes(paper)[1] == total
