"""What programs read: every address that gives data is described, answers as it is described, is
open to every site, and holds no number that was withheld."""

import codecs
import csv
import io
import json
import re

import jsonschema
import pytest
from django.urls import get_resolver

from reports.open_data import description as described
from reports.open_data import views
from reports.open_data.description import SCHEMAS
from tests import cast
from tests.make import papers
from tests.make.published_figures import BEFORE, END, entry
from tests.make.published_figures import indexed as edition

pytestmark = pytest.mark.django_db
HOME = "/netherby/reports/assurance/"
DESCRIPTION = described.openapi()


@pytest.fixture
def paper():
    """A paper of two editions after another: a number, a corrected one, and a withheld one."""
    edition(entry("24", BEFORE, count=24, base_count=346, base="346"), period_end=BEFORE)
    first = edition(entry("30", count=30, base_count=351, base="351", places=("summary",)))
    hidden = entry("not shown", member="north", mark="withheld", counts="few", count=None)
    edition(entry("31", count=31), hidden, of=first.paper, number=2)
    return first.paper


def routed():
    """Name → address, its parameters in braces, of every route to a view of data."""
    routes = get_resolver().namespace_dict["open_data"][1].url_patterns
    own = [one for one in routes if one.callback.__module__ == views.__name__]
    named = re.compile(r"<(?:\w+:)?(\w+)>")
    return {one.name: "/" + named.sub(r"{\1}", str(one.pattern)) for one in own}


def answers(paper):
    """(what is declared, its address with the parameters filled in) of every address."""
    said = {"council": "netherby", "series": "assurance", "slug": paper.slug, "number": 2}
    said |= {"place": 1, "key": "dbs.overdue", "member": "north"}
    return [(one, one.address.format(**said)) for one in described.ENDPOINTS]


def body(response):
    """All that was answered, streamed or not."""
    return b"".join(response) if response.streaming else response.content


def test_a_table_begins_with_the_mark_that_spreadsheets_know_its_letters_by(paper, client):
    tables = [to for one, to in answers(paper) if one.media_type == described.CSV]
    assert len(tables) > 3
    for address in tables:
        content = body(client.get(address))
        assert content.startswith(codecs.BOM_UTF8) and content.count(codecs.BOM_UTF8) == 1


def told(client, address):
    """What an address says, as JSON."""
    return json.loads(body(client.get(address)))


def test_every_address_of_data_is_described_and_every_described_one_is_routed():
    assert routed() == {one.name: one.address for one in described.ENDPOINTS}


def test_the_description_is_sound_and_names_what_it_uses(client, settings):
    settings.PUBLIC_ADDRESS = "https://papers.example/"
    held = told(client, "/openapi.json")
    assert (held["openapi"], held["servers"]) == ("3.1.0", [{"url": "https://papers.example"}])
    assert held["info"]["license"]["name"] == "Open Government Licence v3.0"
    used = set(re.findall(r"#/components/schemas/(\w+)", json.dumps(held)))
    assert used == set(held["components"]["schemas"])
    for schema in SCHEMAS.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    for address, given in held["paths"].items():
        named = [one["name"] for one in given["get"]["parameters"] if one["in"] == "path"]
        assert named == re.findall(r"{(\w+)}", address)
    names = [one["get"]["operationId"] for one in held["paths"].values()]
    assert len(set(names)) == len(names)


@pytest.mark.long
def test_every_address_answers_as_it_is_described_to_every_site(client, paper):
    for one, address in answers(paper):
        response = client.get(address)
        assert response.status_code == 200, address
        assert response.headers["Content-Type"].partition(";")[0] == one.media_type
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert response.headers["Cache-Control"] == "public, max-age=60"
        content = body(response)
        if one.schema:
            whole = {"$ref": f"#/components/schemas/{one.schema}", **DESCRIPTION}
            jsonschema.Draft202012Validator(whole).validate(json.loads(content))
        else:
            assert list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")))), address
        if not response.streaming:
            # What has not changed is not sent again.
            same = client.get(address, headers={"If-None-Match": response.headers["ETag"]})
            assert (same.status_code, same.content) == (304, b"")
            assert same.headers["Access-Control-Allow-Origin"] == "*"


def test_a_withheld_number_is_null_with_its_reason_and_a_table_leads_to_what_its_columns_hold(
    client, paper
):
    held = told(client, f"{HOME}{paper.slug}/edition-2/figures/2.json")
    assert (held["value"], held["text"], held["marker"]) == (None, "", "c")
    assert "recognised" in held["marker_words"]
    [point] = told(client, "/netherby/figures/dbs.overdue/north/data.json")["strands"][0]["points"]
    assert (point["value"], point["base"], point["marker"]) == (None, None, "c")
    for address in (f"{HOME}{paper.slug}/edition-1/figures/1.csv", "/netherby/figures/data.csv"):
        response = client.get(address)
        name = re.match(r"<(.+)>; rel=\"describedby\"", response.headers["Link"])[1]
        rows = csv.reader(io.StringIO(body(response).decode("utf-8-sig")))
        about = told(client, f"{address.rpartition('/')[0]}/{name}")
        assert next(rows) == [one["titles"] for one in about["tableSchema"]["columns"]]
        assert about["url"] == address.rpartition("/")[2]
        assert about["dc:license"] == {"@id": about["dc:license"]["@id"]}


@pytest.mark.long
def test_all_figures_stand_in_one_file_and_the_ledger_of_all_or_one_committee_in_another(
    client, paper
):
    held = told(client, "/netherby/figures/data.json")
    assert [(one["key"], one["member"]) for one in held["series"]] == [
        ("dbs.overdue", ""),
        ("dbs.overdue", "north"),
    ]
    for one in held["series"]:
        address = "/".join(filter(None, ("/netherby/figures", one["key"], one["member"])))
        assert told(client, f"{address}/data.json") == one
    rows = csv.DictReader(
        io.StringIO(body(client.get("/netherby/figures/data.csv")).decode("utf-8-sig"))
    )
    assert [(one["value"], one["was"], one["marker"]) for one in rows] == [
        ("24", "", ""),
        ("31", "30 in Assurance report, December 2015, edition 1", ""),
        ("", "", "c"),
    ]
    whole = told(client, "/netherby/ledger/data.json")
    assert [one["subject"] for one in whole["subjects"] if one["last"]] == ["dbs"]
    none = told(client, "/netherby/ledger/data.json?committee=other")
    assert not [one for one in none["subjects"] if one["last"]]
    rows = csv.DictReader(
        io.StringIO(client.get("/netherby/ledger/data.csv").content.decode("utf-8-sig"))
    )
    [dbs] = [one for one in rows if one["subject"] == "dbs"]
    assert (dbs["with_figures"], dbs["evidence_to"]) == ("true", END)


@pytest.mark.long
def test_the_licence_is_a_setting(client, paper, settings):
    settings.LICENCE_NAME, settings.LICENCE_ADDRESS = "Our own", "https://council.example/licence"
    held = told(client, "/netherby/ledger/data.json")["licence"]
    assert held == {"name": "Our own", "address": "https://council.example/licence"}
    page = client.get("/netherby/figures/").content.decode()
    assert 'rel="license" href="https://council.example/licence">Our own<' in page


@pytest.mark.long
def test_what_was_removed_answers_so_and_stands_in_no_file(client, paper):
    papers.remove_edition(edition=paper.editions.get(number=2))
    for address in ("edition-2/data.json", "edition-2/figures/1.json", "figures/1.csv"):
        response = client.get(f"{HOME}{paper.slug}/{address}")
        assert (response.status_code, response.headers["Cache-Control"]) == (410, "no-store")
        jsonschema.validate(response.json(), SCHEMAS["TakenDown"])
    described = client.get(f"{HOME}{paper.slug}/edition-2/figures/1.csv-metadata.json")
    assert described.status_code == 410
    for address in ("figures/data.json", "figures/data.csv", "ledger/data.json"):
        assert paper.slug not in body(client.get(f"/netherby/{address}")).decode()
    listed = told(client, "/netherby/reports/data.json")["papers"]
    [mine] = [one for one in listed if one["paper"] == paper.slug]
    assert "title" not in mine
    assert [one["taken_down"] for one in mine["editions"]] == [True, False]


NOT_THERE = (
    *("figures/9.json", "figures/9.csv", "figures/9.csv-metadata.json"),
    *("edition-1/figures/9.json", "edition-9/data.json", "edition-9/figures/1.json"),
    *("../none/figures/1.json", "../../../elsewhere/reports/data.json"),
    *("../../../elsewhere/figures/data.csv", "../../../elsewhere/ledger/data.csv"),
    *("../../../figures/none/data.json", "../../../netherby/figures/dbs.overdue/x/data.csv"),
)


@pytest.mark.long
def test_what_is_not_published_is_not_there(client, paper):
    cast.make_council("elsewhere")
    for address in NOT_THERE:
        assert client.get(f"{HOME}{paper.slug}/{address}").status_code == 404, address


def test_a_draft_gives_no_data(client):
    draft = papers.edition(published_at=None)
    assert client.get(f"{HOME}{draft.paper.slug}/edition-1/data.json").status_code == 404
    assert client.get("/netherby/reports/data.json").status_code == 404
