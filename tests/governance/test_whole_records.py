"""A whole one of each kind goes in by its page, and comes out on its page, in its file, in its form
and in its history as it was typed."""

import csv
import io

import pytest

from assurance.records.history import HistoryEntry
from tests.cast import officer
from tests.governance import filed, whole
from tests.governance.entries import LEAST, PATHS, WITHIN, adding, typed
from tests.make import matters
from tests.make.people import post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_january_2016")]
every_kind = pytest.mark.parametrize("kind", whole.TYPED)


@pytest.fixture
def kept(signed_in):
    """Adds a whole one of a kind by its page; gives it and its page's address."""

    def keeping(kind):
        if kind == "rating":
            matters.scale()
        answer = signed_in.post(adding(kind), typed(kind, **whole.TYPED[kind]))
        assert answer.status_code == 302, answer.context["form"].errors
        model = LEAST[kind][0] if kind in LEAST else WITHIN[kind][0]
        record = model.objects.get()
        return record, f"/matters/{PATHS[kind]}/{record.pk}/"

    return keeping


def rows_of_file(client, kind, asked=""):
    """The rows of a list's file, each heading → cell."""
    file = client.get(f"/matters/{PATHS[kind]}/list.csv{asked}").getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(file, newline="")))


def test_every_kind_is_tried_whole():
    assert set(whole.TYPED) == set(whole.SAID) == {*LEAST, *WITHIN}
    assert set(filed.FILED) == set(LEAST)


@every_kind
def test_a_whole_record_comes_out_as_it_was_typed_and_saved_again_changes_nothing(
    kind, kept, signed_in
):
    record, address = kept(kind)
    page, form = (signed_in.get(one).context for one in (address, f"{address}change/"))
    form = form["form"]
    assert {row["key"]: row["value"] for row in page["rows"]} == whole.SAID[kind]
    for name, said in whole.TYPED[kind].items():
        said = _lines(said) if isinstance(said, list) else said
        if name in ("owner", "chair"):
            said = post(said).pk
        if name == "value":
            said = said.strip("£").replace(",", "").removesuffix("0")
        value = form[name].value()
        assert (_lines(value) if isinstance(value, list) else str(value)) == str(said), name
    [told] = page["entries"]
    assert told.what == "Added"
    assert {form.fields[name].label for name in whole.TYPED[kind]} <= set(told.changes)
    # Besides the form's own: what the program adds, such as the name in papers.
    assert set(told.changes) - {field.label for field in form.fields.values()} <= {
        *("Word in addresses", "Number", "Scale", "Development", "Forum", "Risk", "Measure")
    }
    before = {field.attname: getattr(record, field.attname) for field in record._meta.fields}
    again = {**typed(kind, **whole.TYPED[kind]), "version": record.version}
    assert signed_in.post(f"{address}change/", again).status_code == 302
    record.refresh_from_db()
    after = {field.attname: getattr(record, field.attname) for field in record._meta.fields}
    assert after == {**before, "version": 2}
    assert HistoryEntry.objects.about(record).first().changes == {}
    if kind in filed.FILED:
        _is_whole_in_the_file_of_its_list(signed_in, kind)


def _lines(words):
    return "\n".join(words)


def _is_whole_in_the_file_of_its_list(client, kind):
    """Free words stand in it only where they are asked for."""
    cells, free = filed.FILED[kind], filed.FREE_WORDS.get(kind, set())
    assert rows_of_file(client, kind, "?free_text=yes") == [cells]
    plain = {name: cell for name, cell in cells.items() if name not in free}
    assert rows_of_file(client, kind) == [plain]


def test_an_officer_of_another_subject_reads_it_and_changes_nothing(kept, client):
    _, address = kept("meeting")
    client.force_login(officer(subject="audits"))
    answer = client.get(address)
    assert answer.status_code == 200 and answer.context["change"] == ""
    for page in ("change", "withdraw"):
        assert client.post(f"{address}{page}/", {"version": 1}).status_code == 403


def test_a_formula_in_a_title_is_no_formula_in_the_file(signed_in):
    said = typed("development", title="=cmd|' /C calc'!A0")
    signed_in.post(adding("development"), said)
    [row] = rows_of_file(signed_in, "development")
    assert row["Development"] == "'=cmd|’ /C calc’!A0"
