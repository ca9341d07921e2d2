"""Which paragraphs of two documents differ in words, and the changed words with a few beside them,
looked for a second time word by word."""

from dataclasses import replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from assurance.govuk.differences import in_context, word_changes
from reports.documents.document import (
    FIGURE,
    HIDDEN,
    PLAIN,
    Item,
    ItemList,
    Paragraph,
    Run,
    Section,
    Text,
)
from reports.documents.paragraph_changes import paragraph_changes, paragraphs_of
from tests.cases import random_cases
from tests.make import papers


def paragraph(number, *runs):
    """A numbered paragraph; a run may be given as its text."""
    runs = tuple(run if isinstance(run, Run) else Run(run) for run in runs)
    return Paragraph(f"para-{number}", f"{number}.", content=(Text(runs),))


def document(*blocks):
    """A document of one section."""
    return replace(papers.document(), sections=(Section("work", "Work", blocks=blocks),))


def figure(text, kind=FIGURE):
    """The document's figure, printed so."""
    return Run(text, kind, "1")


def told(before, after, **how):
    """(place, state, before, after) of each paragraph that differs."""
    found = paragraph_changes(before, after, **how)
    return [(one.where, one.state, one.before, one.after) for one in found]


def test_a_changed_a_new_and_a_removed_paragraph_are_told_apart():
    before = document(
        paragraph(1, "The team moves to a new case system in March."),
        paragraph(2, "Nothing here is changed at all."),
        paragraph(3, "An old matter, ended last autumn."),
    )
    after = document(
        paragraph(1, "The team moved to a new case system in March."),
        paragraph(2, "Visitors are kept in the register of volunteers."),
        paragraph(3, "Nothing here is changed at all."),
    )
    assert told(before, after) == [
        (
            *("paragraph 1", "changed", "The team moves to a new case system in March."),
            "The team moved to a new case system in March.",
        ),
        ("paragraph 2", "new", "", "Visitors are kept in the register of volunteers."),
        ("paragraph 3", "taken out", "An old matter, ended last autumn.", ""),
    ]
    assert told(after, after) == []


def test_a_figure_or_a_live_date_that_prints_otherwise_is_no_change_of_words():
    date = ("1 December 2015", "1 June 2016")
    before, after = (
        document(paragraph(1, "On ", Run(day, PLAIN, "position"), " there were ", figure(text)))
        for day, text in zip(date, ("188", "181"), strict=True)
    )
    assert told(before, after) == []
    [(_, state, *texts)] = told(before, after, with_dates=True)
    assert state == "changed"
    assert texts == ["On 1 December 2015 there were 188", "On 1 June 2016 there were 181"]


def test_a_number_that_is_not_shown_stays_as_it_is_printed():
    before = document(paragraph(1, "Of them ", figure("fewer than six", HIDDEN), " waited."))
    after = document(paragraph(1, "Of these ", figure("9"), " waited."))
    assert told(before, after) == [
        ("paragraph 1", "changed", "Of them fewer than six waited.", "Of these 9 waited.")
    ]


def test_items_of_a_list_by_itself_are_read_singly_and_those_within_a_paragraph_with_it():
    items = tuple(
        Item(f"{label}.", f"item-{label}", (Text((Run(f"That {label} is agreed."),)),))
        for label in ("i", "ii")
    )
    listing = ItemList("roman", items)
    alone = Paragraph("asks", "", content=(listing,))
    within = Paragraph("para-1", "1.", (Run("Heading"),), (Text((Run("As follows:"),)), listing))
    lines = [line.printed for line in paragraphs_of(document(alone, listing, within))]
    each = ["That i is agreed.", "That ii is agreed."]
    whole = "Heading As follows: i. That i is agreed. ii. That ii is agreed."
    assert lines == [*each, *each, whole]


WORDS = st.lists(st.sampled_from(["one", "two", "three", "four", "five.", "six"]), max_size=40)


@random_cases(30)
@given(WORDS, WORDS, st.integers(1, 4))
def test_what_changed_is_whole_and_only_so_many_words_stand_beside_it(old, new, around):
    changes = word_changes(" ".join(old), " ".join(new))
    shown = list(in_context(changes, around=around))
    assert [kind for kind, _ in shown] == [kind for kind, _ in changes]
    for place, ((kind, text), (_, short)) in enumerate(zip(changes, shown, strict=True)):
        if kind != "same":
            assert short == text
            continue
        words, kept = text.split(), short.replace("…", " ").split()
        sides = (place > 0) + (place < len(changes) - 1)
        assert len(kept) <= max(around * sides, 0) or kept == words
        start = around if place else 0
        end = around if place < len(changes) - 1 else 0
        if len(words) > around * sides:
            assert kept == words[:start] + (words[-end:] if end else [])
            assert "…" in short


def test_a_long_new_paragraph_is_cut():
    for kind, number in product(("gone", "new"), (60, 61)):
        [(_, text)] = in_context([(kind, " ".join(["word"] * number))])
        assert text.count("word") == 60
        assert ("…" in text) == (number > 60)
