"""What a survey's page shows of one question: its chart, and the sentences to be read with it."""

from types import SimpleNamespace

from assurance.surveys.rules.claims import chart, notes
from tests.surveys.plain import YORK, counted, only_stated

QUESTION = SimpleNamespace(pk=7, wording="I can rely on my worker")


def test_a_series_is_a_bar_for_each_wave_with_its_base_at_its_end():
    shown = chart(QUESTION, YORK)
    assert shown.rows == [
        ("2015", ["65%, base not known"]),
        ("2017", ["54%, base not known"]),
        ("2018–19", ["42 of 56, 75%"]),
    ]
    assert [bar.size for bar in shown.bars] == [65, 54, 75]
    assert (shown.full, shown.anchor) == (100, "series-7")
    assert shown.title == "“I can rely on my worker” rose from 65% (2015) to 75% (2018–19)"
    assert "2015: 65%, base not known. 2017: 54%" in shown.description


def test_a_bound_has_words_and_no_bar():
    [bar] = chart(QUESTION, [only_stated("2015", 90, bound="over")]).bars
    assert (bar.size, bar.words) == (None, "over 90%, base not known")


def test_no_wave_is_no_chart_and_no_note():
    assert chart(QUESTION, []).bars == ()
    assert notes(QUESTION, []) == []


def test_sources_how_many_were_asked_and_the_bases_are_told():
    told = notes(QUESTION, [only_stated("2015", 65), counted("2017", 42, 56, n_asked=1200)])
    assert told == [
        "2017: 1,200 were asked.",
        "2015: from The printed report.",
        "Where a base is under 100, a change of a few points is noise.",
    ]


def test_a_change_of_wording_is_told_between_waves_and_against_today():
    old, new = "My worker is there for me", "I trust my worker"
    told = notes(QUESTION, [only_stated("2015", 65, wording=old), counted("2017", 90, 120)])
    assert told[0] == (
        "The wording changed: in 2015 it was “My worker is there for me”, in 2017 “I can rely on "
        "my worker”, so the two do not compare."
    )
    told = notes(QUESTION, [counted("2017", 90, 120, wording=new)])
    assert told == ["In 2017 it was put as “I trust my worker”."]


def test_the_same_words_in_other_case_are_no_change():
    said = [counted("2015", 90, 120, wording="I can RELY on my worker."), counted("2017", 90, 120)]
    assert notes(QUESTION, said) == []
