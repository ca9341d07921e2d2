from tests.documents.pdf.pdf_documents import made, paper_of, table
from tests.documents.pdf.pdf_tree import Paper


def test_a_head_and_a_foot_repeated_on_each_page_are_read_once():
    paper = Paper(made("stress"))
    head, foot = (paper.tagged("Table")[1].of(tag)[0] for tag in ("THead", "TFoot"))
    assert head.pages() == foot.pages()
    assert len(head.pages()) == 1


def test_a_foot_is_read_last_and_a_caption_first():
    kids = [kid.tag for kid in Paper(made("stress")).tagged("Table")[1].kids]
    assert kids == ["Caption", "THead", "TBody", "TFoot"]


def test_cells_name_their_heads_in_two_rows_and_across_spans():
    cells = Paper(made("stress")).tagged("Table")[0].below()
    headers = [
        [str(name) for name in cell.attribute("/Table", "/Headers")]
        for cell in cells
        if cell.tag == "TD"
    ]
    assert headers == [
        ["t1-2-0", "t1-0-1", "t1-1-1"],
        ["t1-2-0", "t1-0-1", "t1-1-2"],
        ["t1-3-0", "t1-0-1", "t1-1-1", "t1-1-2"],
        ["t1-4-0", "t1-0-1", "t1-1-1"],
        ["t1-4-0", "t1-0-1", "t1-1-2"],
    ]


def test_a_cell_that_nothing_heads_names_no_head():
    paper = paper_of("<table><tr><td>1</td></tr><tr><th>Below</th></tr></table>")
    [cell] = paper.tagged("TD")
    assert cell.attribute("/Table", "/Headers") is None


def test_a_cell_that_reaches_down_is_headed_by_each_row_it_reaches():
    paper = paper_of(
        "<table><tr><th>North</th><td rowspan='2'>both</td><td>1</td></tr>"
        "<tr><th>South</th><td>2</td></tr></table>"
    )
    both, *_ = paper.tagged("TD")
    assert [str(name) for name in both.attribute("/Table", "/Headers")] == ["t1-0-0", "t1-1-0"]


def test_two_tables_do_not_share_ids():
    paper = paper_of(table(1, "One") + table(1, "Two"))
    ids = [str(cell.source.ID) for cell in paper.tagged("TH")]
    assert len(ids) == len(set(ids)) == 10
