"""How figures of two papers are told apart and which of them changed, reckoned a second time
without the rules' own shapes; no database is asked."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.documents.document import Item, ItemList, Paragraph, Run, Section, Text
from reports.documents.figure_pairs import changes, figure_pairs, identity, months_of
from reports.papers.rules.subjects import SUBJECTS, spoken_of, subject_of
from reports.publication.ledger import months_between
from reports.publication.summary import section_recommendations
from tests.cases import random_cases
from tests.make import papers
from tests.make.published_figures import entry
from tests.publication.test_comparison import document, groups
from tests.sweeping import swept

FIRST, ONE = date(2012, 1, 1), timedelta(days=1)
DAYS = st.dates(FIRST, date(2017, 12, 31))
NAMES = ("counts", "out_of", "rule", "unit", "cohort")


def counted(text, start, end, **said):
    """A figure of a period (or of a day, where both are one)."""
    return entry(text, f"{end}", start=f"{start}", **said)


@pytest.mark.parametrize("name", ["key", "member", "cohort"])
def test_a_figure_is_the_same_by_its_key_member_and_group(name):
    assert identity(entry("1")) == identity(entry("2", "2014-01-01", rule="Another."))
    assert identity(entry("1")) != identity(entry("1", **{name: "another"}))
    assert changes([entry("1", "2014-01-01")], [entry("2", **{name: "x"})]) == ()


FIGURES = st.builds(
    lambda key, text, day, mark: entry(text, f"{day}", key=key, mark=mark),
    st.sampled_from(["dbs.overdue", "audits.done", "surveys.asked"]),
    st.sampled_from(["1", "2", "3"]),
    DAYS,
    st.sampled_from(["", "", "", "withheld"]),
)


def slowly(before, after):
    """(key, then, now) of what changed, each figure looked for through all others."""
    told = []
    for one in after.figures:
        mine = [other for other in after.figures if other.key == one.key]
        if any(other.key == one.key for other in after.figures[: one.number - 1]):
            continue
        now = sorted(mine, key=lambda other: (other.end, -other.number))[-1]
        theirs = [other for other in before.figures if other.key == one.key]
        if not theirs:
            continue
        then = sorted(theirs, key=lambda other: (other.end, -other.number))[-1]
        # A number that was corrected since is nothing to compare with.
        again = [other for other in mine if other.end == then.end]
        corrected = again and again[0].text != then.text
        shown = not now.mark and not then.mark
        if shown and not corrected and then.end < now.end and then.text != now.text:
            told.append((one.key, then.text, now.text))
    return told


@random_cases(20)
@given(st.lists(FIGURES, max_size=6), st.lists(FIGURES, max_size=6))
def test_changes_and_pairs_are_those_of_looking_through_every_figure(then, now):
    before, after = document(*then), document(*now)
    found = changes(before.figures, after.figures)
    assert [(one.after.key, one.before.text, one.after.text) for one in found] == slowly(
        before, after
    )
    assert changes(after.figures, after.figures) == ()
    pairs = list(figure_pairs(before.figures, after.figures))
    assert [one.after for one in pairs if one.after] == list(after.figures)
    left = {one.before.number for one in pairs if one.before}
    assert left == {one.number for one in before.figures}
    assert all(one.before.key == one.after.key for one in pairs if one.before and one.after)
    assert "changed" not in groups(after, after)


@random_cases(20)
@given(DAYS, st.integers(0, 1200))
def test_months_counted_are_those_nearest_to_the_days(start, days):
    end = start + timedelta(days=days)
    found = months_of(counted("1", start, end))
    if not days:
        assert found == 0
    else:
        assert found >= 1
        assert found == 1 or abs(found * 30.44 - (days + 1)) <= 15.22


@swept(range(1, 25))
def test_so_many_whole_months_are_so_many_from_whichever_month(months):
    for first in range(1, 13):
        end = first + months - 1
        last = date(2015 + end // 12, end % 12 + 1, 1) - timedelta(days=1)
        assert months_of(counted("1", date(2015, first, 1), last)) == months


def months_slowly(day, on):
    """How often the same day of a later month has come round."""
    months = 0
    while True:
        year, month = divmod(day.month + months, 12)
        try:
            again = date(day.year + year, month + 1, day.day)
        except ValueError:
            # A month without that day is over when the next begins.
            over = divmod(day.month + months + 1, 12)
            again = date(day.year + over[0], over[1] + 1, 1)
        if again > on:
            return months
        months += 1


@random_cases(20)
@given(DAYS, st.integers(-40, 1500))
def test_ages_are_counted_month_by_month(day, days):
    on = day + timedelta(days=days)
    assert months_between(day, on) == (months_slowly(day, on) if days >= 0 else 0)


@pytest.mark.parametrize("first", [28, 29, 30, 31])
def test_an_age_grows_by_one_at_most_from_day_to_day(first):
    start = date(2016, 1, first)
    found = [months_between(start, start + timedelta(days=days)) for days in range(1500)]
    assert found[0] == 0
    assert {later - one for one, later in pairwise(found)} == {0, 1}


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda one: one.slug)
def test_a_subject_is_known_by_each_of_its_words_whole_and_by_the_first_word_of_a_key(subject):
    for word in subject.words:
        for said in (word, word.upper(), f"({word})", f"The {word}.", f"“{word}”, and so on"):
            assert subject.slug in spoken_of(said), said
        for said in (f"x{word}", f"{word}x", f"{word[:-1]}"):
            others = [one for one in subject.words if one != word and one in said]
            assert others or subject.slug not in spoken_of(said), said
    for besides in subject.besides:
        assert subject.slug not in spoken_of(f"The {besides} met.")
        assert subject.slug in spoken_of(f"The {besides} met: {subject.words[0]}.")
    for family in subject.families:
        assert subject_of(family) == subject_of(f"{family}.a.b") == subject.slug
        assert subject_of(f".{family}") == subject_of(f"{family}_x.a") == ""
        assert subject_of(family.upper()) == ""


def listed(place, *items):
    """A paragraph that asks these items after a lead."""
    made = tuple(
        Item(f"{at}.", f"asked-{at}", (Text((Run(one),)),)) for at, one in enumerate(items)
    )
    lead = Text((Run(f"Lead {place}:"),))
    return Paragraph(f"para-{place}", f"{place}.", (), (lead, ItemList("roman", made)))


def test_of_several_lists_the_first_that_holds_something_is_told_and_none_of_no_part():
    plain = Paragraph("para-1", "1.", (), (Text((Run("Words alone."),)),))
    blocks = (plain, listed(2), listed(3, "note  it\n now", "agree"), listed(4, "another"))
    document = replace(papers.document(), sections=(Section("asks", "Asks", blocks=blocks),))
    lead, items = section_recommendations(document, "Asks")
    assert lead == "Lead 3:"
    for title in ("", "Nothing of the sort", "asks"):
        assert section_recommendations(document, title) == ("", ()), title
    assert [(one.label, one.anchor, one.words) for one in items] == [
        ("0.", "asked-0", "note it now"),
        ("1.", "asked-1", "agree"),
    ]
