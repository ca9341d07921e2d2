"""An issued report with derived numbers: in its files, and on every public page of them."""

import csv
import io
import re

import pytest

from reports.documents.document import FIGURE, Run, from_json
from reports.documents.entries import STATED
from reports.issue import jobs
from reports.publication.models.figures import PrintedFigure
from tests import cast
from tests.demonstration.reading import each
from tests.make import looked_after
from tests.make.drafts import EARLIER, ON, POSITION, records, sent_and_approved, written

pytestmark = pytest.mark.django_db
KEY = "looked_after.placement"
TEXT = (
    f"The [[sum {KEY}:agency_foster + {KEY}:placed_for_adoption]] children, "
    f"[[sum {KEY}:agency_foster + {KEY}:placed_for_adoption | percent base]], have carers; "
    "[[difference looked_after.children @comparison - looked_after.children | words]] fewer than "
    "on [[date:comparison]], [[difference looked_after.children @comparison - "
    "looked_after.children | percent]]. Of the authorities asked, [[share (stated 30: minutes of "
    "the network, 3 May 2015) of (stated 120: minutes of the network, 3 May 2015)]] do the same."
)


@pytest.fixture
def edition():
    clerk = cast.clerk()
    records(clerk.council)
    looked_after.Census.objects.filter(date__in=(POSITION.end, EARLIER.end)).delete()
    for day, total in ((EARLIER.end, 210), (POSITION.end, 188)):
        parts = {"agency_foster": 27, "placed_for_adoption": 19, "not_broken_down": total - 46}
        looked_after.census({"placement": parts}, council=clerk.council, date=day, total=total)
    block = {"slug": "sums", "part": "introduction", "kind": "paragraph", "text": TEXT}
    paper = sent_and_approved(written(clerk, block, with_records=False), clerk)
    return jobs.issue(paper, by=clerk, on=ON)


@pytest.mark.long
def test_a_stranger_resolves_each_number_of_the_report_to_records_or_a_named_source(edition):
    document = from_json(edition.document)
    entries = {entry.number: entry for entry in document.figures}
    traced = {row.number for row in edition.provenance.all()}
    said = [run for run in each(document.sections, Run) if run.kind == FIGURE]
    derived = [run.text for run in said if entries[int(run.to)].made_of]
    assert derived[:4] == ["46", "46 of 188 (24%)", "twenty-two", "10.5%"]
    for run in said:
        entry = entries[int(run.to)]
        leaves = entry.made_of or ((entry.number,) if entry.key != "stated" else ())
        assert set(leaves) <= traced
        assert leaves or "minutes of the network, 3 May 2015" in entry.source


@pytest.mark.long
def test_the_data_files_name_what_each_is_made_of(edition):
    file = edition.files.get(name="january-2016-figures.csv")
    rows = {row["number"]: row for row in csv.DictReader(io.StringIO(bytes(file.content).decode()))}
    sums = [
        row for row in rows.values() if row["member"] == "agency_foster-and-placed_for_adoption"
    ]
    (union,) = sums
    parts = [rows[number] for number in union["made_of"].split()]
    assert union["value"] == "46" == str(sum(int(row["value"]) for row in parts[:2]))
    assert (union["base"], parts[2]["value"]) == ("188", "188")


@pytest.mark.long
def test_every_public_page_of_a_derived_number_answers(client, edition):
    home = f"/netherby/reports/assurance/{edition.paper.slug}/"
    for entry in from_json(edition.document).figures:
        page = client.get(f"{home}edition-1/figures/{entry.number}/")
        assert page.status_code == 200
        text = re.sub(r"\s+", " ", page.content.decode())
        assert not entry.made_of or f"figure {entry.made_of[0]}" in text
        name = f"{entry.key}/{entry.member}/" if entry.member else f"{entry.key}/"
        # What is reckoned from typed numbers alone is a typed number, which has no series.
        found = 404 if entry.key == STATED else 200
        assert client.get(f"/netherby/figures/{name}").status_code == found
        assert (f"/netherby/figures/{name}" in text) == (found == 200)
    for address in ("", "edition-1/data.json"):
        assert client.get(f"{home}{address}").status_code == 200
    for name in ("figures/", "ledger/", "ledger/data.json", "reports/"):
        assert client.get(f"/netherby/{name}").status_code == 200
    assert PrintedFigure.objects.filter(key=STATED).exists()
    assert not PrintedFigure.objects.public_in("netherby").filter(key=STATED).exists()
