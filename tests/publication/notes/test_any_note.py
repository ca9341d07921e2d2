"""Notes follow their places whatever a correction does to a paper: blocks moved, added, taken out,
rewritten, in any order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.documents.document import (
    Chart,
    Headlines,
    Item,
    ItemList,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
)
from reports.documents.html import page
from reports.documents.html.abbreviations import Abbreviations
from reports.documents.html.places import places
from reports.publication.notes.queries import PrintedEdition, figure_at, followed, named, text_at
from tests.cases import random_cases
from tests.documents.any_document import documents
from tests.make import papers
from tests.make.published_figures import BEFORE, END, entry

SLUGS = ("purpose", "audits", "children", "money", "homes")
FEW = 30


def text(words):
    """One run of prose."""
    return Text((Run(words),))


def block(slug, number, words, points):
    """A numbered paragraph of so many points."""
    items = tuple(
        Item(f"{place}.", f"para-{number}-{place}", (text(f"{slug} point {place}"),))
        for place in range(1, points + 1)
    )
    listed = (ItemList("number", items),) if items else ()
    return Paragraph(f"para-{number}", f"{number}.", (), (text(words), *listed))


def printed(rows):
    """An edition of (slug, words, points), numbered in their order."""
    blocks = [block(slug, place, *rest) for place, (slug, *rest) in enumerate(rows, 1)]
    section = Section("work", "The work", blocks=tuple(blocks))
    anchors = {slug: f"para-{place}" for place, (slug, *_rest) in enumerate(rows, 1)}
    return PrintedEdition(replace(papers.document(), sections=(section,)), anchors)


def rows(chosen, words=""):
    """The chosen blocks, each with its words and two points."""
    return [(slug, f"{slug} {words}".strip(), 2) for slug in chosen]


some = st.lists(st.sampled_from(SLUGS), unique=True, min_size=1)


@random_cases(FEW)
@given(some, some, st.sampled_from(("", "rewritten from end to end")))
def test_a_note_is_found_at_its_block_or_nowhere_and_the_way_back_is_the_way_there(
    before, after, words
):
    then, now = printed(rows(before)), printed(rows(after, words))
    for slug in before:
        found = followed(then.anchors[slug], then, now)
        assert found == now.anchors.get(slug, "")
    then, now = printed(rows(before)), printed(rows(after))
    for slug in set(before) & set(after):
        there = followed(then.anchors[slug], then, now)
        assert followed(there, now, then) == then.anchors[slug]


@random_cases(FEW)
@given(some, some, st.integers(0, 2))
def test_a_note_on_a_point_is_found_at_it_or_at_its_paragraph(before, after, points):
    then = printed(rows(before))
    now = printed([(slug, words, points) for slug, words, _two in rows(after)])
    for slug in before:
        found = followed(f"{then.anchors[slug]}-2", then, now)
        whole = now.anchors.get(slug, "")
        assert found == (f"{whole}-2" if whole and points == 2 else whole)


@random_cases(FEW)
@given(documents())
def test_every_place_that_can_be_noted_in_any_paper_stays_and_loses_no_word(drawn):
    made = drawn[0] if isinstance(drawn, tuple) else drawn
    same = PrintedEdition(made)
    for anchor, place in places(made).items():
        if named(made, anchor):
            assert isinstance(place.thing, Paragraph | Table | Chart | Headlines | Item)
            assert followed(anchor, same, same) == anchor
            assert text_at(made, anchor) is not None
    plain = page.sections(made, page.Medium(screen=True))
    noted = page.sections(made, page.Medium(screen=True, beside=lambda anchor: f"«{anchor}»"))
    without = noted
    for anchor in places(made):
        without = without.replace(f"«{anchor}»", "")
    assert without == plain


@random_cases(FEW)
@given(st.text(alphabet="LSCB &/s.,<>()\n", max_size=40))
def test_marking_abbreviations_changes_no_word(typed):
    known = Abbreviations({"LSCB": "Board", "CB": "Chair", "L&S": "Law"}, "list")
    pieces = known.marked(typed, lambda one: one)
    shown = "".join(_inside(str(one)) for one in pieces)
    assert shown == typed


def _inside(piece):
    """The words of a piece that stand in an `abbr`, or the piece."""
    if "<abbr" not in piece:
        return piece
    return piece.partition("<abbr")[2].partition(">")[2].partition("<")[0].replace("&amp;", "&")


@pytest.mark.parametrize("anchor", ["figure-", "figure-x", "figure-99", "figure", "", "figure-1 "])
def test_what_is_no_figure_is_none(anchor):
    made = replace(papers.document(), figures=(entry("30"),))
    assert figure_at(made, anchor) is None
    assert named(made, anchor) == ""


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, "figure-1"),
        # Its value may be what the correction corrects.
        ({"text": "31"}, "figure-1"),
        ({"title": "People overdue"}, "figure-1"),
        ({"member": "rechecked"}, ""),
        ({"cohort": "Carers"}, ""),
        ({"start": BEFORE, "end": BEFORE}, ""),
    ],
)
def test_a_figure_is_the_same_while_it_counts_the_same_of_the_same_day(change, found):
    then = PrintedEdition(replace(papers.document(), figures=(entry("30"),)))
    now = PrintedEdition(replace(papers.document(), figures=(replace(entry("30", END), **change),)))
    assert followed("figure-1", then, now) == found
