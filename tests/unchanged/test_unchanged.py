"""What the demonstration publishes, counts, answers and exports is what it was: `python -m
tests.unchanged.record` keeps another state, where it changes on purpose."""

import pytest
from django.db import connection

from tests.unchanged import differences, pages
from tests.unchanged.inventory import read
from tests.unchanged.record import KEPT, record

COMPARED = ("files.json", "figures.json.xz", "answers.json.xz", "papers.json.xz")
# For who reviews a change: it says in lines of text what the packed answers are.
SUMMARY = "pages.json"


@pytest.fixture
def made(tmp_path_factory):
    """The folder of the inventory as the code makes it now."""
    if connection.vendor != "sqlite":
        pytest.skip("It is made in SQLite, which orders what is equal in a way of its own.")
    folder = tmp_path_factory.mktemp("unchanged")
    record(folder)
    return folder


def test_what_is_kept_is_what_is_compared():
    assert {file.name for file in KEPT.iterdir()} == {*COMPARED, SUMMARY}
    assert pages.summary(read(KEPT / "answers.json.xz")) == read(KEPT / SUMMARY)


@pytest.mark.slow
def test_nothing_has_moved(made):
    # One test, so that two workers never make it twice.
    moved = {name: differences.between(KEPT, made, name) for name in COMPARED}
    if reports := [f"{name}: {differences.report(rows)}" for name, rows in moved.items() if rows]:
        pytest.fail("\n".join(reports), pytrace=False)


def test_a_changed_line_is_told_once_with_its_first_place():
    kept = {"parts": {"a": {"/": {"x": ["200", 0], "y": ["200", 0]}}}, "texts": ["one\ntwo"]}
    now = {"parts": {"a": {"/": {"x": ["200", 0], "y": ["200", 0]}}}, "texts": ["one\nthree"]}
    told = ["/ as x: line 2 was two, is three (and 1 more answers)"]
    assert differences.of_pages(kept, now) == told


def test_another_status_and_an_address_that_is_gone_are_told():
    kept = {"parts": {"a": {"/": {"x": ["200", "b"]}, "/b/": {"x": ["200", "b"]}}}, "texts": []}
    now = {"parts": {"a": {"/": {"x": ["403", "b"]}}}, "texts": []}
    told = ["/ as x: was 200, is 403", "/b/ as x: the address is not asked any more"]
    assert differences.of_pages(kept, now) == told


def test_a_value_that_is_new_gone_or_another_is_told():
    kept, now = {"p": {"a": 1, "b": 2}}, {"p": {"b": 3, "c": 4}}
    told = ["p: a: was 1, is nothing", "p: b: was 2, is 3", "p: c: was nothing, is 4"]
    assert differences.of_values(kept, now) == told


def test_a_paper_is_told_by_its_first_line_that_differs():
    told = ['paper: line 2 was "title": "A", is "title": "B"']
    rows = differences.of_files({"paper": {"title": "A"}}, {"paper": {"title": "B"}})
    assert [row.replace('  "', ' "') for row in rows] == told
