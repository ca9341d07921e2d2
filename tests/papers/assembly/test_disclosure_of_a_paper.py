"""A whole paper says the same to the public whatever its hidden numbers are.

Two populations that differ only in what is withheld must give the same public paper, byte for
byte: in words, tables, bars of charts, order, file sizes and all. A search for a leaked number
would miss the leak that is not written in figures.
"""

import re
from datetime import date
from io import BytesIO
from itertools import product
from zipfile import ZipFile

import pikepdf
import pytest
from django.test import Client

from reports.approvals.operations import approvals
from reports.documents import formats
from reports.documents.document import to_json
from reports.documents.html import page
from reports.editions import paper_file, snapshot
from reports.issue import jobs
from reports.papers.addresses import edition_address, figure_address
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, read
from tests import cast
from tests.make import looked_after
from tests.make.drafts import ON, with_reasons, written

pytestmark = pytest.mark.django_db
DAY = date(2015, 6, 30)
KEY = "looked_after.placement"
MEMBERS = ("agency_foster", "foster_own", "not_broken_down")
FORMS = ("number", "words", "percent", "percent base", "bound 1", "none")
ROWS = [{"label": one, "quote": f"{KEY}:{one}"} for one in MEMBERS]
GRID = {
    "rows": [{"label": "All", "quote": "looked_after.children"}, *ROWS],
    "columns": [
        {"label": "Children", "when": "2015-06-30"},
        {"label": "Share", "when": "2015-06-30", "form": "percent"},
    ],
}


def sentences():
    """Every figure of the census in every form, bold and compared too."""
    said = [f"[[{KEY}:{member} @2015-06-30 | {form}]]" for member in MEMBERS for form in FORMS]
    said += [f"**[[{KEY}:{member} @2015-06-30]]**" for member in MEMBERS]
    said += [f"[[compare {KEY}:{member} @2015-06-30 @2015-06-30]]" for member in MEMBERS]
    return f"Of [[looked_after.children @2015-06-30]]: {', '.join(said)}."


def everything():
    """A block of each kind that quotes all of it."""
    cells = {"columns": [{"label": "Who"}, {"label": "Children", "numeric": True}]}
    cells["rows"] = [[one, f"[[{KEY}:{one} @2015-06-30]]"] for one in MEMBERS]
    finding = f"The most were [[{KEY}:foster_own @2015-06-30]]."
    shown = [
        {"label": one, "figure": f"[[{KEY}:{one} @2015-06-30{form}]]"}
        for one in MEMBERS
        for form in ("", " | percent")
    ]
    return (
        ("told", "paragraph", sentences(), {}),
        ("grid", "table", "", {"caption": "Grid", "grid": GRID}),
        ("cells", "table", "", {"caption": "Cells", "cells": cells, "notes": [sentences()]}),
        ("drawn", "chart", "", {"caption": "Chart", "grid": GRID, "finding": finding}),
        ("first", "headlines", "", {"headlines": shown}),
    )


def holding(paper, counts):
    """The paper read again where the census of the day holds `counts` of the members."""
    looked_after.CensusCount.objects.filter(census__date=DAY).delete()
    looked_after.Census.objects.filter(date=DAY).delete()
    parts = {"placement": dict(zip(MEMBERS, counts, strict=True))}
    looked_after.census(council=paper.council, date=DAY, total=sum(counts), parts=parts)
    manuscript = read(paper)
    for slug, kind, text, data in everything():
        manuscript = manuscript.with_block(BlockText(slug, "body", kind, "work", "", text, data))
    return manuscript


def public(paper, counts):
    """What the public reads, on the screen, in print, in Word and as data."""
    made = assemble(holding(paper, counts))
    return (
        to_json(made.document),
        page.sections(made.document),
        formats.print_html(made.document),
        *(one.content for one in formats.render(made.document, "p", (formats.WORD, formats.DATA))),
    )


def worlds(total=40):
    """Shares of one total with a small part in every place, beside noughts, small ones and large
    ones."""
    for small, other in product((1, 2, 5), (0, 1, 4, 6, 20)):
        counts = (small, other, total - small - other)
        yield from {counts, counts[::-1], (counts[1], counts[0], counts[2])}


def test_populations_that_differ_in_hidden_numbers_give_one_public_paper():
    paper = written(cast.clerk())
    first, *others = sorted(worlds())
    told = public(paper, first)
    for counts in others:
        assert public(paper, counts) == told, counts


@pytest.mark.parametrize("counts", [(7, 9, 24), (0, 16, 24)])
def test_populations_without_a_small_number_are_printed_and_told_apart(counts):
    """The test of the test: what is not hidden does change the paper."""
    paper = written(cast.clerk())
    assert public(paper, counts) != public(paper, (8, 8, 24))


def issued(counts, *more):
    """An edition with figures of `counts` in a sentence and in the blocks `more`."""
    clerk, approver = cast.clerk(), cast.approver()
    parts = {"placement": dict(zip(MEMBERS, counts, strict=True))}
    looked_after.census(council=clerk.council, date=DAY, total=sum(counts), parts=parts)
    text = f"Of [[looked_after.children @2015-06-30]], [[{KEY}:agency_foster @2015-06-30]]."
    blocks = [
        {"slug": slug, "part": "body", "kind": kind, "text": words, "data": data}
        for slug, kind, words, data in (("told", "paragraph", text, {}), *more)
    ]
    paper = with_reasons(written(clerk, *blocks), clerk)
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    approvals.approve(paper=paper, seen=paper.frozen_digest, by=approver, on=ON)
    return jobs.issue(paper, by=clerk, on=ON)


# By itself: a page's fingerprints may hold the same three figures by chance.
WITHHELD = re.compile(rb"(?<![0-9a-f])137(?![0-9a-f])")


def reached(edition):
    """Every public address of an edition: its page, its figures, its files."""
    count = len(edition.document["figures"])
    yield edition_address(edition)
    yield from (figure_address(edition, place) for place in range(1, count + 1))
    for file in edition.files.all():
        yield f"{edition_address(edition)}files/{file.name}"


def test_no_public_address_of_an_edition_writes_a_withheld_number():
    """Not its page, not a figure's page, not a file, not what lies inside a file."""
    edition = issued((3, 1, 137), everything()[2])
    stranger = Client()
    addresses = list(reached(edition))
    assert len(addresses) >= 8
    for address in addresses:
        answer = stranger.get(address)
        assert answer.status_code == 200, address
        if address.endswith(".pdf"):
            assert not WITHHELD.search(attached(answer.content))
        elif address.endswith(".docx"):
            assert not WITHHELD.search(unpacked(answer.content))
        else:
            assert not WITHHELD.search(answer.content), address


def unpacked(data):
    """All that a Word file holds."""
    with ZipFile(BytesIO(data)) as file:
        return b"".join(map(file.read, file.namelist()))


def attached(data):
    """All that is attached to a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        names = sorted(pdf.attachments)
        assert names == ["january-2016-figures.csv", "january-2016-figures.json"]
        return b"".join(pdf.attachments[name].get_file().read_bytes() for name in names)


def test_an_exported_file_withholds_what_an_earlier_edition_would_give_away():
    """137 and 167 are printed: 160 now would tell that the small part has become 3."""
    most = f"Of these [[{KEY}:foster_own @2015-06-30]] and [[{KEY}:not_broken_down @2015-06-30]]."
    issued((10, 20, 137), ("most", "paragraph", most, {}))
    clerk = cast.clerk()
    text = "There were [[looked_after.children @2015-06-30]] children."
    told = {"slug": "told", "part": "body", "kind": "paragraph", "text": text, "data": {}}
    paper = written(clerk, told, slug="next", with_records=False)
    assert the_total(paper) == "167"
    holding(paper, (10, 20, 200))
    assert the_total(paper) == "230"
    holding(paper, (3, 20, 137))
    assert the_total(paper) is None
    assert "There were 160 children." not in str(to_json(snapshot.draft(paper)))


def the_total(paper):
    """What an exported file says of the children of that day; None where it says nothing."""
    rows = paper_file.exported(paper)["figures"]
    said = [row["value"] for row in rows if row["token"].endswith("@2015-06-30]]")]
    return said[0] if said else None
