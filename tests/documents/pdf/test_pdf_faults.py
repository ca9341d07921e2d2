"""Whatever a reader would miss stops the file, with a sentence that says so."""

import pytest

from reports.documents.pdf.file import PdfFault
from tests.documents.pdf.pdf_documents import page, pdf
from tests.sweeping import swept


def complaints(html, **options):
    with pytest.raises(PdfFault) as caught:
        pdf(html, **options)
    assert str(caught.value) == " ".join(caught.value.complaints)
    return caught.value.complaints


@swept(
    [
        ("<img src='dot.png'>", "The picture dot.png has no words"),
        ("<svg id='bars' width='9' height='9'></svg>", "The picture bars has no words"),
        ("<a href='#nowhere'>There</a>", "No anchor #nowhere"),
        ("<a href='other.html'>There</a>", "The link to other.html needs a whole address"),
        ("<a href='https://example.org/'> &nbsp; </a>", "The link to https://example.org/ has no"),
        ("<img alt='A dot' src='gone.png'>", "Failed to load image at 'https://static.invalid/go"),
        ("<img alt='A dot' src='https://example.org/a.png'>", "Failed to load image at 'https://e"),
        ("<img alt='A dot' src='file:///etc/hostname'>", "Failed to load image at 'file:///etc/"),
        ("<p style='opacity: 0.5'>Faint</p>", "Page 1 draws words half transparent"),
        ("<p style='margin-left: 260mm'>Far</p>", "Page 1 is too narrow for 'Far'"),
    ]
)
def test_what_a_reader_would_miss_stops_the_file(body, complaint):
    [found] = complaints(page(f"<h1>Faults</h1>{body}"))
    assert found.startswith(complaint)
    assert found.endswith(".")


@pytest.mark.parametrize("way", ["float: footnote", "position: note(notes)"])
def test_notes_that_a_style_sheet_moves_are_refused(way):
    style = f".note {{ {way} }} @page {{ @bottom-left {{ content: element(notes) }} }}"
    [complaint] = complaints(
        page("<h1>x</h1><p>Said.<span class='note'>Source.</span></p>"), styles=[style]
    )
    assert complaint == "Notes that a style sheet moves get lost: write them in a list."


def test_a_paper_without_title_and_language_is_refused_with_both_named():
    assert complaints("<h1>Heading</h1>") == (
        "The document has no title.",
        "The document does not say its language.",
    )


def test_the_same_fault_is_told_once():
    assert len(complaints(page("<h1>x</h1>" + "<img src='dot.png'>" * 3))) == 1
