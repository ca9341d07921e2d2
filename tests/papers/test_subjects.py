"""Which subjects a figure belongs to and a sentence speaks of."""

import pytest

from assurance.accounts.access import Subject
from assurance.figures.registry import FIGURES
from reports.papers.rules.subjects import BY_SLUG, SUBJECTS, spoken_of, subject_of
from tests.sweeping import swept


def test_the_subjects_are_those_that_grants_know():
    assert {one.slug: one.title for one in SUBJECTS} == dict(Subject.choices)
    assert len(SUBJECTS) == len(BY_SLUG)
    assert BY_SLUG["dbs"].title == "DBS checks"


def test_every_figure_that_a_paper_may_quote_belongs_to_one():
    assert [key for key in FIGURES if not subject_of(key)] == []
    assert subject_of("dbs.overdue") == "dbs"
    assert subject_of("looked_after.children") == "looked_after"


@pytest.mark.parametrize("key", ["", "weather.rain", "dbsx.overdue"])
def test_what_is_not_known_belongs_to_none(key):
    assert subject_of(key) == ""


@swept(
    [
        ("We audited 83 case files.", ("audits",)),
        ("The DBS audit found 30 people.", ("dbs",)),
        ("The Audit Committee met.", ()),
        ("Children looked after, and a survey of foster carers", ("looked_after", "surveys")),
        ("Ofsted’s inspection and our improvement plan", ("findings", "improvements")),
        ("The strategy was agreed.", ("matters",)),
        ("Fostered no doubt.", ()),
        ("", ()),
    ]
)
def test_a_sentence_speaks_of_what_its_whole_words_name(words, found):
    assert spoken_of(words) == found
