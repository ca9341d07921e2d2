"""Everything that a report can quote is found by words, with its value, and no code is seen."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from assurance.figures.figure import Timing
from assurance.figures.labels import MEMBER_NAMES, RECORD_NAMES, read_names
from assurance.figures.quotable import RECORDS
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When
from reports.language.grammar import QUOTE
from reports.papers.manuscript import read
from reports.quotable.catalogue import KINDS, catalogue, search, used_in
from reports.quotable.entries import SUM, begins, folded
from reports.quotable.insertion.figure_catalogue import answers, token_of
from reports.quotable.values import HIDDEN, NOT_KNOWN, SHOWN, printed_entries
from tests import cast
from tests.make import drafts, looked_after
from tests.papers.assembly.test_every_record_quoted import SAID, token, with_records

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def full_once(django_db_setup, django_db_blocker):
    """A report whose council has one record of every kind, and its catalogue."""
    with django_db_blocker.unblock(), transaction.atomic():
        clerk = cast.clerk()
        paper = drafts.written(clerk, paper_date=date(2017, 12, 31))
        looked_after.Census.objects.all().delete()
        with_records(clerk.council)
        manuscript = read(paper)
        yield manuscript, catalogue(manuscript)
        transaction.set_rollback(True)


@pytest.fixture
def manuscript(full_once, db):
    return full_once[0]


@pytest.fixture
def entries(full_once, db):
    return full_once[1]


def found(manuscript, entries, words, slug=""):
    return printed_entries(manuscript, search(entries, words, used_in(manuscript, slug)))


def test_every_kind_of_record_says_what_it_and_its_fields_are_called():
    assert set(RECORD_NAMES) == set(RECORDS)
    for kind, names in RECORD_NAMES.items():
        assert names.first in RECORDS[kind].fields, kind
        assert set(names.labels) <= set(RECORDS[kind].fields), kind
        labels = [names.label_of(name) for name in RECORDS[kind].fields]
        assert len(set(labels)) == len(labels), kind
        assert not any("_" in label for label in labels), kind


@pytest.mark.long
def test_every_field_of_every_kind_is_found_by_words_and_prints_its_value(manuscript, entries):
    for (kind, name), value in SAID.items():
        names = RECORD_NAMES[kind]
        rows = found(manuscript, entries, f"{names.name} {names.label_of(name)}")
        tokens = {form.token: row for row in rows for form in row.entry.forms}
        assert token(kind, name) in tokens, (kind, name)
        entry = tokens[token(kind, name)].entry
        form = next(form for form in entry.forms if form.token == token(kind, name))
        (row,) = printed_entries(manuscript, [entry.in_form(form)])
        assert row.text == value, (kind, name)


def test_every_figure_and_member_that_has_a_value_has_its_entry(manuscript, entries):
    tokens = {entry.token for entry in entries}
    measured = [token_of(figure, value, at) for figure, at, _when, value in answers(manuscript)]
    assert len(measured) > 30
    assert not set(measured) - tokens


def test_a_breakdown_whose_members_are_data_says_where_their_names_are_read():
    named = {key for key, figure in FIGURES.items() if figure.has_members and not figure.members}
    assert named == set(MEMBER_NAMES)


def test_every_member_that_has_a_name_can_be_written(manuscript):
    """Those of a national code list have capitals: M, C1."""
    _records, labels = read_names(manuscript.council)
    members = [(key, member) for key in MEMBER_NAMES for member in filter(None, labels[key])]
    assert {("looked_after.sex", "M"), ("looked_after.legal_status", "C1")} <= set(members)
    for key, member in members:
        assert QUOTE.fullmatch(f"{key}:{member} @position | percent base")["member"] == member


def test_all_names_are_read_in_one_query_however_many_there_are(manuscript):
    with CaptureQueriesContext(connection) as few:
        read_names(manuscript.council)
    with CaptureQueriesContext(connection) as every:
        catalogue(manuscript)
    assert len(few) == len(every) == 1


def test_no_code_is_seen_in_any_entry(manuscript, entries):
    for entry in entries:
        texts = (entry.label, entry.group, entry.when, entry.definition, entry.form)
        names = [form.name for form in entry.forms]
        assert not [text for text in (*texts, *names) if "[[" in text or "@" in text], entry.token


def test_names_of_another_council_are_not_read(manuscript):
    records, members = read_names(cast.make_council("elsewhere"))
    assert not any(records.values())
    assert "a1" not in str(members) and "ofsted" not in str(members)


def test_what_is_marked_usual_comes_before_other_dates_and_the_whole_before_its_parts(
    manuscript, entries
):
    rows = [row.entry for row in found(manuscript, entries, "children looked after december")]
    assert rows[0].token == "[[looked_after.children]]"
    dated = [entry for entry in entries if entry.token.startswith("[[looked_after.children")]
    assert [entry.is_usual for entry in dated] == [True, False]


def test_what_the_block_quotes_comes_first_then_its_section_then_the_rest(manuscript, entries):
    assert found(manuscript, entries, "", "audits")[0].entry.token == "[[audits.done @year]]"
    used = used_in(manuscript, "children")
    assert used["[[looked_after.children]]"] == 0
    assert used["[[audits.done @year]]"] == 1
    assert used["[[paras:audits..children]]"] == 2


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("audits shared per cent", "[[audits.shared @year | percent]]"),
        ("children in words", "[[looked_after.children | words]]"),
        (
            "children compared january",
            "[[compare looked_after.children @comparison @position]]",
        ),
        ("see what was done", "[[section:work]]"),
        ("date short", "[[date:period | short]]"),
    ],
)
def test_words_name_a_form_as_well(manuscript, entries, words, wanted):
    tokens = [entry.token for entry in search(entries, words, used_in(manuscript, ""))]
    assert wanted in tokens


def test_a_figure_without_a_base_is_not_offered_as_a_per_cent(entries):
    by_token = {entry.token: [form.name for form in entry.forms] for entry in entries}
    assert not [name for name in by_token["[[looked_after.children]]"] if "per cent" in name]
    shared = by_token["[[audits.shared @year]]"]
    assert [name for name in shared if "per cent" in name]


def test_a_dozen_are_shown_and_what_has_no_value_comes_after_those(manuscript, entries):
    rows = found(manuscript, entries, "children")
    assert len(rows) == SHOWN
    states = [row.state == NOT_KNOWN for row in rows]
    assert states == sorted(states)
    for row in rows:
        assert row.state in ("", HIDDEN, NOT_KNOWN)
        assert "[[" not in row.text


def test_a_glossary_finds_a_thing_by_its_short_and_its_long_name(manuscript):
    known = replace(manuscript, glossary={"LAC": "children looked after", "DBS": "Disclosure"})
    entries = catalogue(known)
    assert "[[looked_after.children]]" in [each.token for each in search(entries, "lac", {})]
    labels = [each.label for each in search(entries, "disclosure needing check", {})]
    assert not labels or all("DBS" in label for label in labels)
    assert [each for each in search(entries, "disclosure", {}) if "DBS" in each.label]


def test_a_figure_has_an_entry_at_each_time_that_suits_it(manuscript, entries):
    names = {**manuscript.names, "january": When(date(2016, 1, 1), date(2016, 1, 31))}
    tokens = {entry.token for entry in catalogue(replace(manuscript, names=names))}
    for figure in FIGURES.values():
        if figure.has_members:
            continue
        month = f"[[{figure.key} @january]]" in tokens
        day = f"[[{figure.key}]]" in tokens
        assert month == (figure.timing != Timing.AT), figure.key
        assert day == (figure.timing != Timing.MONTH), figure.key


def test_words_are_folded_and_each_begins_one_of_those_searched():
    assert folded("The Council’s DBS re-checks") == {"the", "councils", "dbs", "re", "checks"}
    assert begins(["cou", "re"], folded("Council re-checks"))
    assert not begins(["ouncil"], folded("Council"))
    assert begins([], folded(""))


@pytest.mark.long
def test_each_kind_of_record_is_found_by_what_it_is_called(manuscript, entries):
    for kind, names in RECORD_NAMES.items():
        rows = found(manuscript, entries, names.name)
        assert token(kind, names.first) in [row.entry.token for row in rows], kind


def test_parts_with_a_plus_between_them_are_added_together(manuscript, entries):
    rows = found(manuscript, entries, "grade good + requires improvement")
    assert [row.entry.token for row in rows][:1] == [
        "[[sum audits.by_grade:good + audits.by_grade:requires_improvement]]"
    ]
    assert rows[0].entry.label == "Case-file audits by grade: Good + Requires improvement"
    of_grades = [row for row in rows if "by_grade:" in row.entry.token]
    (dated,) = [row for row in of_grades if row.entry.token.endswith("@year]]")]
    assert (dated.text, dated.entry.when) == ("2", "1 January 2015 to 31 December 2015")
    for words in ("good + children", "good + good", "good +", "+"):
        kinds = [entry.kind for entry in search(entries, words, {})]
        assert SUM not in kinds, words


def test_one_kind_is_left_where_it_is_asked_for(manuscript, entries):
    every = {kind: catalogue(manuscript, kind) for kind in KINDS}
    assert sum(map(len, every.values())) == len(entries)
    for kind, rows in every.items():
        assert rows and {row.kind for row in rows} <= set(KINDS[kind]), kind
    assert catalogue(manuscript, "nothing") == []
