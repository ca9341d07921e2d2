"""Whatever stands in an address: filters, sorts and pages of every list, keys and slugs of every
page; and every page of a council that has nothing, or has years of it."""

from datetime import date
from io import StringIO
from itertools import cycle, islice
from urllib.parse import quote

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse

from assurance.accounts.models.accounts import Council
from assurance.records import history
from bench.list_queries import FILLS, filled
from tests import cast
from tests.cases import LONG
from tests.everybody import by_app, each_undone, has_arguments, signed_in, somebody_who_may
from tests.issue.site.conftest import publishing_to
from tests.make import audits, dbs, looked_after, papers
from tests.pages_by_role import PAGES
from tests.rubbish.posting import client_of
from tests.rubbish.reading import Page
from tests.rubbish.values import EVERYWHERE, MARK
from tests.sampling import sample
from tests.sweeping import as_many, beside, from_elsewhere

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
# A table of published data stands beside no list.
LISTS = [
    name
    for name in PAGES
    if name.endswith(("list", "csv")) and name.replace("csv", "list") in PAGES
]
BARE = [name for name in PAGES if not has_arguments(name) and ":" in name]
ASKED = ("page", "sort", "withdrawn", "free_text", "next", "part", "after", "parent", "")
WORDS = (
    "a",
    "x" * 3000,
    "a-b_c",
    "0",
    "edition-1",
    "quibblewick",
    "٣",
    "é",
    "%00",
    "%ff",
    "..",
    "'",
)
NUMBERS = (
    "0",
    "9223372036854775807",
    "9223372036854775808",
    "9" * 30,
    "9" * 5000,
    "-1",
    "٣",
    "%00",
)
QUERIES = 76
SOME = as_many(1, long=len(EVERYWHERE))
# Of the parts of an address, how many are made rubbish.
PLACES = as_many(1, long=20)


FIELDS = {}


def fields_asked(client, name):
    """The fields by which a list is filtered, of its page as it opens; read once in a run."""
    if name not in FIELDS:
        forms = [form for form in Page(client.get(reverse(name))).forms if form.method == "get"]
        FIELDS[name] = [field for form in forms for field in form.fields]
    return FIELDS[name]


@pytest.mark.sampled(2)
@pytest.mark.parametrize("name", LISTS)
def test_a_list_passes_over_rubbish_in_its_address(name, everybody):
    client, address = client_of(name, everybody)
    fields = [*ASKED, *fields_asked(client, name.replace("csv", "list"))]
    wrong = {}
    begun = beside(LISTS.index(name) * SOME)
    queries = {
        kind: dict.fromkeys(fields, value)
        for kind, value in islice(from_elsewhere(EVERYWHERE.items(), begun), SOME)
    }
    values = cycle(("\x00", "9" * 30, MARK, "-1"))
    # A different value in each field at once, and in `make test-long` in each by itself as well. A
    # file asks by the same form as its list, and is asked otherwise in the gate.
    if LONG or name.endswith("list"):
        mixed = {field: [value] * 2 for field, value in zip(fields, values, strict=False)}
        queries = {**(queries if LONG else {}), "a different one in each": mixed}
    queries |= {
        f"{field}={value!r}": {field: [value, value]}
        for field in fields
        for value in islice(values, as_many(0, long=4))
    }
    for kind, query in queries.items():
        answer = client.get(address, query)
        if answer.status_code != 200:
            wrong[kind] = answer.status_code
    assert wrong == {}


@by_app(sample(filter(has_arguments, PAGES), 8))
def test_rubbish_in_an_address_or_behind_it_is_passed_over(pages, everybody):
    each_undone(pages, lambda name: passes_over_rubbish(name, everybody))


def passes_over_rubbish(name, everybody):
    """Whatever stands in the place of a page's keys, or behind its address, is answered."""
    client, address = client_of(name, everybody)
    usual = PAGES[name].expected()[somebody_who_may(name)]
    begun = beside(sum(map(ord, name)))
    behind = from_elsewhere(("\x00", "9" * 30, MARK, "'"), begun)
    for value in islice(behind, as_many(1, long=4)):
        answer = client.get(address, dict.fromkeys(ASKED, value))
        assert answer.status_code in {usual, 404}, value
    parts = address.strip("/").split("/")
    named = resolve(address)
    given = list(map(str, (*named.args, *named.kwargs.values())))
    places = [place for place, part in enumerate(parts) if any(one in part for one in given)]
    if not places:
        # It needs a record, which its address does not name.
        return
    wrong = {}
    # Neighbouring pages take different words in different places, and meet all of them together.
    words = from_elsewhere((*WORDS, *NUMBERS), begun)
    for place in islice(from_elsewhere(places, begun), min(PLACES, len(places))):
        for word in islice(words, as_many(1, long=4)):
            end = "/" if address.endswith("/") else ""
            there = f"/{'/'.join([*parts[:place], word, *parts[place + 1 :]])}{end}"
            status = client.get(there).status_code
            if status not in (200, 301, 302, 400, 403, 404, 405):
                wrong[there[:100]] = status
    assert wrong == {}


@pytest.mark.parametrize("after", ["\x00", "nowhere", "9" * 30, "../x", MARK])
def test_a_block_added_beside_nothing_is_not_lost(after):
    client = signed_in("clerk")
    paper = papers.paper()
    address = reverse("editor:add-block", args=[paper.series.slug, paper.slug, "paragraph"])
    client.raise_request_exception = False
    for asked in ({"part": after}, {"part": "introduction", "after": after, "parent": after}):
        query = "&".join(f"{name}={quote(value)}" for name, value in asked.items())
        answer = client.post(f"{address}?{query}", {"heading": "", "text": "A sentence."})
        assert answer.status_code in (200, 302, 404)
        parts = {part["slug"] for part in paper.template.spec["parts"]}
        assert {block.part for block in paper.blocks.all()} <= parts


def test_a_council_with_nothing_has_all_its_pages(everybody):
    # A page is the same for everybody who may open it, and the sweep over every page asks who may;
    # the first page and the public ones differ from one role to another.
    wrong = {}
    for name in [*BARE, "home"]:
        expected = PAGES[name].expected()
        permitted = [who for who in [*cast.ROLES, "no role"] if expected[who] != 403]
        differs = name == "home" or expected["signed out"] == 200
        for who in permitted if differs else permitted[:1]:
            if (status := everybody[who].get(reverse(name)).status_code) != expected[who]:
                wrong[f"{who}: {name}"] = status
    assert wrong == {}


def test_a_council_with_nothing_has_figures_and_an_unbroken_history(settings, tmp_path):
    for name, value in publishing_to(tmp_path, settings.STORAGES).items():
        setattr(settings, name, value)
    council = cast.make_council()
    # The command that adds a council writes its first entry.
    for one in Council.objects.all():
        user = cast.make_user(council=one)
        history.record("people.record", about=user, by=user, on=date(2016, 1, 18))
    out = StringIO()
    own = {"council": council.slug, "stdout": out}
    call_command("figures", "--at", "2016-01-18", "--since", "2015-01-01", **own)
    call_command("figures", "--at", "1900-01-01", "--since", "1900-01-01", **own)
    call_command("figures", "--at", "2100-12-31", "--since", "1900-01-01", format="json", **own)
    call_command("verify", stdout=out)
    assert "None" not in out.getvalue()
    assert council.slug
    with pytest.raises(CommandError, match="No report"):
        call_command("render_paper", "latest", "--to", "nowhere", **own)


@pytest.mark.long
def test_ten_years_of_everything_are_read_in_few_queries():
    for name in FILLS:
        filled(name, 60)
    for year in range(2006, 2016):
        audits.audit_total(slug=f"year-{year}", start=date(year, 1, 1), end=date(year, 12, 31))
        for month in (1, 6, 12):
            looked_after.census(date=date(year, month, 2), parts={"placement": {"foster_own": 60}})
        if year > 2010:
            day = {"audit_date": date(year, 1, 5), "position_date": date(year, 1, 15)}
            dbs.dbs_audit(**day, due={date(year, 1, 1): 7})
    for number in range(40):
        paper = papers.paper(slug=f"year-of-{number}")
        papers.block(paper=paper, text="There were [[looked_after.children @2015-12-01]] children.")
    papers.edition()
    draft = reverse("editor:draft", args=[paper.series.slug, paper.slug])
    wrong, asked = {}, set()
    for who in (*cast.ROLES, "signed out"):
        client = signed_in(who)
        mine = {reverse(name) for name in BARE if PAGES[name].expected()[who] == 200}
        # A page is the same for everybody who may open it, and is asked of the first of them.
        for address in (*sorted(mine - asked), reverse("home"), reverse("front"), draft):
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(address)
            if answer.status_code == 200 and len(queries) > QUERIES:
                wrong[f"{who} {address}"] = len(queries)
        asked |= mine
    assert wrong == {}
