"""Two worlds of records that differ only in what is not shown give the same public bytes: pages and
files of the published folder, what is asked of the service beside it, over two editions."""

import re
from datetime import UTC, datetime
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.conf import settings as ours
from django.core.management.color import no_style
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import reverse

from reports.documents import formats
from reports.documents.document import text_of
from reports.editions.snapshot import restricted
from reports.issue.site import jobs
from reports.papers.addresses import edition_address, paper_address
from tests.issue.site.conftest import publishing_to
from tests.issue.worlds import ONE, OTHER, drawn, issued, started
from tests.sweeping import swept

pytestmark = pytest.mark.django_db
MOMENT = datetime(2016, 1, 18, 10, tzinfo=UTC)
QUESTIONS = ("children", "3", "4", "17", "measure c", "not shown")


def public(world, root, last):
    """(address or name → the bytes that anybody may have, what officers read) of a world;
    the correction has the forms `last`."""
    folder = root / "site"
    own = {"VAR": root, **publishing_to(folder, ours.STORAGES)}
    with transaction.atomic(), override_settings(**own):
        number_from_the_start()
        forms = [(formats.HTML, formats.DATA)] * 2 + [last]
        editions = list(map(issued, started(world), forms))
        jobs.write_all()
        files = [file for file in folder.rglob("*") if file.is_file() and file.suffix != ".gz"]
        found = {str(file.relative_to(folder)): file.read_bytes() for file in files}
        found |= {address: answered(address) for address in beside(editions)}
        full = [text_of(restricted(edition).sections) for edition in editions]
        for edition in editions:
            # The fingerprint of all history, which nobody can reckon: every entry has its moment.
            unlike = re.compile(edition.history_digest.encode() + rb"|(?<=/recommendations/)\d+")
            found = {name: unlike.sub(b"", content) for name, content in found.items()}
        transaction.set_rollback(True)
    return found, full


def number_from_the_start():
    """The next row of each table has the number that it had in the world before: a sequence of
    PostgreSQL goes on where the rows were taken back."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(statement)


def beside(editions):
    """The public addresses that no folder holds: searches and comparisons."""
    council = editions[0].council.slug
    search = reverse("publication:search", args=[council])
    yield from (f"{search}?{urlencode({'words': words})}" for words in QUESTIONS)
    for edition in editions:
        yield f"{paper_address(edition.paper)}compare/"
        yield f"{edition_address(edition)}compare/1/"


def answered(address):
    """What anybody is answered at an address."""
    answer = Client().get(address)
    assert answer.status_code in (200, 404, 410), address
    return answer.content


def unlike(tmp_path, worlds, last):
    """The names of what two worlds print, and of those whose bytes differ."""
    (first, ours_first), (second, ours_second) = (
        public(world, tmp_path / name, last) for name, world in zip("ab", worlds, strict=True)
    )
    assert all(one != other for one, other in zip(ours_first, ours_second, strict=True))
    assert first.keys() == second.keys()
    return first.keys(), [name for name in first if first[name] != second[name]]


def test_worlds_that_differ_in_hidden_numbers_give_the_same_public_bytes(tmp_path):
    names, different = unlike(tmp_path, (ONE, OTHER), formats.FORMATS)
    assert different == []
    ends = {name.rpartition(".")[2] for name in names}
    assert {"html", "pdf", "docx", "csv", "json", "atom", "xml"} <= ends


@swept(range(40))
def test_drawn_worlds_print_the_same_and_differ_in_every_subject(seed):
    one, other = drawn(seed)
    assert [row[0] for row in one.measures] == [row[0] for row in other.measures]
    for mine, theirs in zip(one.placed, other.placed, strict=True):
        assert sum(mine) == sum(theirs) and mine != theirs
    assert sum(one.recounted) == sum(other.recounted)
    assert one.typed != other.typed and one.corrected != other.corrected
    assert one.staff != other.staff and one.reached != other.reached


# Each world is three editions with all their pages: the gate writes the pair above alone.
@pytest.mark.long
@pytest.mark.parametrize("seed", range(4))
def test_drawn_worlds_that_differ_in_hidden_numbers_give_the_same_public_bytes(tmp_path, seed):
    _, different = unlike(tmp_path, drawn(seed), (formats.HTML, formats.DATA))
    assert different == []
