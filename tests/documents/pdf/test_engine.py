"""A PDF is the same wherever it is made; a process that ends without one is a fault in words."""

import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from reports.documents.pdf import engine
from reports.documents.pdf.engine import Attachment, PdfFault, to_pdf
from tests.sources import ROOT

AT = datetime(2016, 1, 18, 12, tzinfo=UTC)
PAGE = """<html lang="en-GB"><head><title>Audits</title></head>
<body><h1>Audits</h1><p>We audited 12 files.</p>{more}</body></html>"""
OWN = {"styles": ["h1 { color: #123456 }"], "fetch": ROOT / "static", "created": AT, "modified": AT}
DATA = (Attachment("a.csv", "Numbers", "text/csv", b"x,y\n\x00\xff"),)


@pytest.fixture
def elsewhere(monkeypatch):
    """As in a process that answers pages, which has not loaded what makes PDFs."""
    monkeypatch.setattr(engine, "MAKER", "reports.documents.pdf.never_loaded")


def test_it_is_the_same_in_a_process_of_its_own(elsewhere, monkeypatch):
    page = PAGE.format(more="<p>Word</p>" * 34)
    own = {**OWN, "attachments": DATA, "closer": "p { margin: 0 }"}
    apart = to_pdf(page, **own)
    monkeypatch.undo()
    assert apart == to_pdf(page, **own) != to_pdf(page, **{**own, "closer": ""})
    assert apart.startswith(b"%PDF-")


def test_its_faults_come_back_in_words(elsewhere, monkeypatch):
    page = PAGE.format(more='<img src="nothing.png" alt="A chart">')
    with pytest.raises(PdfFault) as apart:
        to_pdf(page, **OWN)
    monkeypatch.undo()
    with pytest.raises(PdfFault) as here:
        to_pdf(page, **OWN)
    assert apart.value.complaints == here.value.complaints != ()


@pytest.mark.parametrize("seconds", [None, 0])
def test_a_process_that_ends_or_takes_too_long_is_a_fault(elsewhere, monkeypatch, seconds):
    if seconds is None:
        monkeypatch.setattr(sys, "executable", "/bin/false")
    else:
        monkeypatch.setattr(engine, "LONGEST", seconds)
    with pytest.raises(PdfFault, match="could not be made"):
        to_pdf(PAGE.format(more=""), **OWN)


@pytest.mark.long
def test_the_process_asks_for_no_django():
    code = "import sys, reports.documents.pdf.__main__; print('django' in sys.modules)"
    words = [sys.executable, "-c", code]
    run = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(run.stdout.lower()) is False
