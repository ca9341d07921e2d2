"""A whole one of each kind goes in by its page, and comes out on its page, in its file, in its form
and in its history as it was typed."""

import csv
import io

import pytest

from assurance.records.history import HistoryEntry
from tests.cast import clerk, officer
from tests.governance import filed, whole
from tests.governance.entries import LEAST, PATHS, WITHIN, adding, typed
from tests.make import matters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_january_2016")]
every_kind = pytest.mark.parametrize("kind", whole.TYPED)
every_list = pytest.mark.parametrize("kind", filed.FILED)


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
    file = client.get(f"/matters/{PATHS[kind]}/list.csv{asked}").content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(file, newline="")))


def test_every_kind_is_tried_whole():
    assert set(whole.TYPED) == set(whole.SAID) == {*LEAST, *WITHIN}
    assert set(filed.FILED) == set(LEAST)


@every_kind
def test_a_whole_record_says_all_that_was_typed(kind, kept, signed_in):
    _, address = kept(kind)
    rows = signed_in.get(address).context["rows"]
    assert {row["key"]: row["value"] for row in rows} == whole.SAID[kind]


@every_list
def test_a_lists_file_holds_all_that_was_typed_free_words_only_where_they_are_asked_for(
    kind, kept, signed_in
):
    kept(kind)
    assert rows_of_file(signed_in, kind, "?free_text=yes") == [filed.FILED[kind]]
    free = filed.FREE_WORDS.get(kind, set())
    assert rows_of_file(signed_in, kind) == [
        {name: cell for name, cell in filed.FILED[kind].items() if name not in free}
    ]


@every_list
def test_who_only_reads_gets_the_same_file(kind, kept, client):
    kept(kind)
    client.force_login(clerk())
    assert rows_of_file(client, kind, "?free_text=yes") == [filed.FILED[kind]]


@every_kind
def test_what_is_kept_can_be_saved_again_as_it_stands_and_changes_nothing(kind, kept, signed_in):
    record, address = kept(kind)
    before = {field.attname: getattr(record, field.attname) for field in record._meta.fields}
    again = {**typed(kind, **whole.TYPED[kind]), "version": record.version}
    assert signed_in.post(f"{address}change/", again).status_code == 302
    record.refresh_from_db()
    after = {field.attname: getattr(record, field.attname) for field in record._meta.fields}
    assert after == {**before, "version": 2}
    assert HistoryEntry.objects.about(record).first().changes == {}


@every_kind
def test_the_form_of_a_change_holds_what_was_typed(kind, kept, signed_in):
    _, address = kept(kind)
    form = signed_in.get(f"{address}change/").context["form"]
    for name, said in whole.TYPED[kind].items():
        held = form[name].value()
        if isinstance(said, list):
            said = "\n".join(said)
        if name == "value":
            said = said.strip("£").replace(",", "").removesuffix("0")
        assert str(held) == str(said), name


@every_kind
def test_history_tells_each_field_in_the_words_of_the_form(kind, kept, signed_in):
    _, address = kept(kind)
    [told] = signed_in.get(address).context["entries"]
    form = signed_in.get(f"{address}change/").context["form"]
    labels = {field.label for field in form.fields.values()}
    assert told.what == "Added"
    named = {form.fields[name].label for name in whole.TYPED[kind]}
    assert named <= set(told.changes)
    # Besides the form's own: what the program adds, such as the name in papers.
    assert set(told.changes) - labels <= {
        *("Slug", "Number", "Scale", "Development", "Forum", "Risk", "Measure"),
    }


@every_kind
def test_an_officer_of_another_subject_reads_it_and_changes_nothing(kind, kept, client):
    record, address = kept(kind)
    client.force_login(officer(subject="audits"))
    answer = client.get(address)
    assert answer.status_code == 200 and answer.context["change"] == ""
    for page in ("change", "withdraw"):
        assert client.get(f"{address}{page}/").status_code == 403
        assert client.post(f"{address}{page}/", {"version": 1}).status_code == 403
    record.refresh_from_db()
    assert record.version == 1


def test_a_formula_in_a_title_is_no_formula_in_the_file(signed_in):
    said = typed("development", title="=cmd|' /C calc'!A0")
    signed_in.post(adding("development"), said)
    [row] = rows_of_file(signed_in, "development")
    assert row["Development"] == "'=cmd|' /C calc'!A0"


@every_kind
def test_the_second_of_two_sees_both_in_words_and_may_save_over_the_other(kind, kept, signed_in):
    record, address = kept(kind)
    again = {**typed(kind, **whole.TYPED[kind]), "version": record.version}
    signed_in.post(f"{address}change/", again)
    answer = signed_in.post(f"{address}change/", again)
    assert answer.status_code == 409
    assert all(row["mine"] == row["theirs"] for row in answer.context["rows"])
    seen = answer.context["form"]["version"].value()
    assert signed_in.post(f"{address}change/", {**again, "version": seen}).status_code == 302
