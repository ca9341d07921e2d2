"""The service is switched off, a plain server gives the folder's files, and everything can still be
read: the reader's journey, and every link of every page."""

import hashlib
import json
import re

import pytest

from reports.issue.site import jobs
from tests.issue.site.served import Reader, served
from tests.make import bundles
from tests.papers.assembly.test_disclosure_of_a_paper import GRID, everything, issued

HOME = "/netherby/reports/"
COUNTED = {"caption": "Children", "grid": {**GRID, "columns": GRID["columns"][:1]}}
BLOCKS = (
    ("cells", "table", "", {**everything()[2][3], "notes": []}),
    ("grid", "table", "", COUNTED),
    ("drawn", "chart", "", {**COUNTED, "caption": "Chart", "finding": "The most were fostered."}),
)


@pytest.fixture
def first(db):
    """The first edition of a paper with tables and a chart, issued with every file."""
    return issued((8, 12, 20), *BLOCKS)


@pytest.fixture
def corrected(first, folder):
    """The site as files: the paper has a second edition, and another stands beside it."""
    bundles.bundled(paper=first.paper, words=first.document)
    bundles.bundled(council=first.council)
    jobs.write_all()
    return first


def test_the_whole_journey_without_the_service(corrected, folder, django_db_blocker):
    with served(folder) as root, django_db_blocker.block():
        reader = Reader(root)
        papers = reader.link("/", "Assurance report")
        assert papers == f"{HOME}assurance/january-2016/"
        earlier = reader.link(papers, "Edition 1")
        page = reader.page(earlier)
        assert "This is an earlier edition" in page
        assert re.search(r'<a href="#para-\d+', page) and 'id="para-2"' in page
        figure = re.search(r'href="([^"]*/figures/1/)"', page)[1]
        assert "Definition" in reader.page(figure)
        data = re.search(r'href="([^"]*-figures\.json)"', page)[1]
        assert len(json.loads(reader.open(data))) == len(corrected.document["figures"])
        pdf = re.search(r'href="([^"]*\.pdf)"', page)[1]
        printed = re.search(r"of its PDF <code[^>]*>([0-9a-f]{64})<", page)[1]
        assert hashlib.sha256(reader.open(pdf)).hexdigest() == printed
        assert reader.walk() == []
        assert len(reader.met) > 100, "the whole site was walked"
        assert "needs the service" in reader.page("/service/?to=/sign-in/login/").lower()
        assert reader.open("/nothing/") and reader.met["/nothing/"][0] == 404
        stand_alone(folder / "published")


def stand_alone(folder):
    """Every bundle of a folder, named by its list, with every file as the list says it is."""
    bundles_there = sorted(one.name for one in folder.iterdir())
    assert len(bundles_there) == 3
    with served(folder) as root:
        reader = Reader(root)
        for one in bundles_there:
            listed = reader.open(f"/{one}/manifest.json")
            assert hashlib.sha256(listed).hexdigest() == one
            for file in json.loads(listed)["files"]:
                content = reader.open(f"/{one}/{file['name']}")
                assert hashlib.sha256(content).hexdigest() == file["sha256"]
            assert "<h1" in reader.page(f"/{one}/")
