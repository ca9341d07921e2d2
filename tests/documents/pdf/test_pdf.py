import gc
import os
import re
import shutil
import subprocess
import sys
import threading
from collections import Counter
from datetime import datetime
from hashlib import sha256
from html.parser import HTMLParser
from importlib.metadata import version

import pytest
import weasyprint

from reports.documents.pdf.file import Attachment, PdfFault, to_pdf, with_accessibility
from reports.documents.pdf.tags.writer import current, recording
from tests.documents.pdf import pdf_documents as papers
from tests.documents.pdf.pdf_documents import made, page, pdf
from tests.documents.pdf.pdf_structure import faults, spoken
from tests.documents.pdf.pdf_tree import Paper, pairs

PAPERS = {"short": papers.short, "long": papers.long, "stress": papers.stress}


class Words(HTMLParser):
    """The words of a page that are printed: no title, no drawing's description, nothing hidden."""

    def __init__(self, html):
        super().__init__()
        self.words, self.silent = [], 0
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if self.silent or tag == "title" or ("aria-hidden", "true") in attributes:
            self.silent += 1

    def handle_endtag(self, tag):
        self.silent = max(0, self.silent - 1)

    def handle_data(self, text):
        if not self.silent:
            self.words += text.split()


def text_of(data):
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True)
    assert not told.stderr
    return told.stdout.decode()


def test_our_tags_are_written_for_this_version_of_weasyprint():
    assert version("weasyprint") == "70.0"


@pytest.mark.sampled(6)
@pytest.mark.slow
@pytest.mark.parametrize(("name", "least_pages"), [("short", 1), ("long", 9), ("stress", 6)])
def test_a_paper_keeps_both_standards(name, least_pages):
    data = made(name)
    assert faults(data, tables=PAPERS[name]().count("<table")) == []
    assert len(Paper(data).pages) >= least_pages


@pytest.mark.long
@pytest.mark.parametrize("name", PAPERS)
def test_every_word_of_the_page_is_in_the_file(name):
    text = text_of(made(name))
    asked = Counter(Words(PAPERS[name]()).words)
    assert [word for word, times in asked.items() if text.count(word) < times] == []


@pytest.mark.long
@pytest.mark.slow
def test_the_numbered_paragraphs_come_in_order():
    words, _ = spoken(made("long"))
    found = re.findall(r'P \(block\)\n +"(\d+)\.', words)
    assert found == [str(number) for number in range(1, 15)]


@pytest.mark.skipif(shutil.which("verapdf") is None, reason="veraPDF is not installed")
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
@pytest.mark.parametrize("name", PAPERS)
def test_verapdf_agrees(name, flavour, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(made(name))
    asked = ["verapdf", "--flavour", flavour, "--format", "text", str(file)]
    assert subprocess.run(asked, capture_output=True, text=True).stdout.startswith("PASS")


@pytest.mark.long
def test_the_same_paper_is_the_same_bytes_in_any_process():
    script = (
        "from hashlib import sha256; from tests.documents.pdf.pdf_documents import made;"
        "print(sha256(made('stress')).hexdigest())"
    )
    told = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == sha256(made("stress")).hexdigest()


def test_a_changed_time_changes_the_file():
    again = to_pdf(
        papers.short(),
        styles=[papers.STYLE],
        fetch=papers.FILES.__getitem__,
        created=papers.WHEN,
        modified=papers.WHEN,
        attachments=papers.DATA,
    )
    assert again != made("short")


def test_the_file_says_who_wrote_what_and_when():
    paper = Paper(made("long"))
    info = paper.pdf.trailer.Info
    assert str(info.Title) == "Quality of casework"
    assert str(info.Author) == "Head of Quality"
    assert str(info.CreationDate) == "D:20260102030405Z"
    assert str(info.ModDate) == "D:20260203040506Z"


def test_times_without_a_zone_are_refused():
    with pytest.raises(ValueError, match="time zone"):
        to_pdf("", styles=[], fetch={}.get, created=datetime(2026, 1, 1), modified=papers.WHEN)


def test_an_attachment_comes_back_as_it_was_put_in():
    paper = Paper(made("short"))
    files = dict(pairs(paper.catalog.Names.EmbeddedFiles, "/Names"))
    assert [str(name) for name in files] == ["paper.json", "table-2.csv"]
    table = next(spec for name, spec in files.items() if str(name) == "table-2.csv")
    assert table.EF.F.read_bytes() == papers.DATA[0].data
    assert table.EF.F.Subtype == "/text/csv"
    assert str(table.Desc) == "Checks by worker"
    assert table.AFRelationship == "/Data"
    assert str(table.EF.F.Params.ModDate) == "D:20260203040506Z"


def test_the_media_type_is_the_one_given_and_not_guessed_from_the_name():
    figures = Attachment("figures.txt", "The figures", "text/csv", b"1")
    paper = Paper(pdf(papers.short(), attachments=[figures]))
    [(_, spec)] = pairs(paper.catalog.Names.EmbeddedFiles, "/Names")
    assert spec.EF.F.Subtype == "/text/csv"


@pytest.mark.parametrize(
    "parts",
    [
        *(("../a.csv", "Words", "text/csv"), ("", "Words", "text/csv"), ("a.csv", "", "text/csv")),
        ("a.csv", "Words", "csv"),
    ],
)
def test_an_attachment_without_a_proper_name_description_or_type_is_refused(parts):
    with pytest.raises(ValueError):
        Attachment(*parts, b"")


def test_files_come_from_a_folder_and_from_nowhere_above_it(tmp_path):
    folder = tmp_path / "static"
    folder.mkdir()
    (folder / "dot.png").write_bytes(papers.DOT)
    (tmp_path / "secret.png").write_bytes(papers.DOT)
    assert pdf(page("<h1>x</h1><img alt='A dot' src='/dot.png?v=1'>"), fetch=folder)
    with pytest.raises(PdfFault, match="outside the folder"):
        pdf(page("<h1>x</h1><img alt='A dot' src='%2e%2e%2fsecret.png'>"), fetch=folder)


def test_style_sheets_and_inline_pictures_need_no_network():
    asked = []

    def fetch(path):
        asked.append(path)
        return papers.FILES[path]

    html = page(
        "<h1>x</h1><link rel='stylesheet' href='print.css'>"
        "<img alt='A dot' src='data:image/svg+xml,"
        "%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E'>"
    )
    pdf(html, styles=["p { background: url(dot.png) }"], fetch=fetch)
    assert asked == ["print.css"]
    pdf(
        page("<h1>x</h1><p>y"),
        styles=["p { background: url(img/dot.png) }"],
        fetch=lambda _: papers.DOT,
    )


def test_the_collector_is_left_as_it_was_found():
    pdf(papers.short())
    assert gc.isenabled()
    gc.disable()
    try:
        pdf(papers.short())
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_collector_comes_back_after_a_fault():
    with pytest.raises(PdfFault):
        pdf("<p>")
    assert gc.isenabled()


def test_two_threads_keep_their_complaints_apart():
    found, both_open = {}, threading.Barrier(2)

    def rendering(name):
        with recording() as run:
            both_open.wait(timeout=10)
            weasyprint.LOGGER.error("Lost %s", name)
            both_open.wait(timeout=10)
            found[name] = run.complaints

    threads = [threading.Thread(target=rendering, args=(name,)) for name in ("a", "b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"a": ["Lost a."], "b": ["Lost b."]}
    assert current() is None


def test_weasyprint_without_us_stays_as_it_comes_and_does_not_pass():
    weasyprint.LOGGER.error("Nobody listens.")
    data = weasyprint.HTML(string=papers.long(3, 1)).write_pdf(
        stylesheets=[weasyprint.CSS(string=papers.STYLE)], pdf_variant="pdf/ua-1"
    )
    found = set(faults(data, tables=3))
    assert "A header cell does not say what it heads." in found
    assert any(one.startswith("The tags have") for one in found)


def test_metadata_of_another_shape_is_refused():
    with pytest.raises(ValueError, match="one rdf:RDF"):
        with_accessibility(b"<rdf:RDF></rdf:RDF><rdf:RDF></rdf:RDF>")
