"""A breach in a report: which sentence it is quoted with, by what is recorded of it on that day."""

from datetime import date

import pytest

from assurance.dbs.labels import LISTS, RECORDS
from assurance.figures.labels import name_of
from reports.papers.manuscript import read
from reports.quotable.quotations import of_record
from tests import cast
from tests.make import dbs, drafts

pytestmark = pytest.mark.django_db
POLICY = "A breach of the policy “Re-check every 36 months”"
CASES = (
    ({}, f"{POLICY} was found in December 2015 and is open."),
    (
        {"remedy_due_on": date(2016, 2, 29)},
        f"{POLICY}, found in December 2015, is to be put right in February 2016.",
    ),
    (
        {"remedy_due_on": date(2016, 2, 29), "remedied_on": date(2015, 12, 30)},
        f"{POLICY}, found in December 2015, was put right in December 2015.",
    ),
    (
        {"remedied_on": date(2015, 12, 30), "closed_on": date(2015, 12, 31)},
        f"{POLICY} was found in December 2015 and closed in December 2015.",
    ),
)


def quoted(breach, manuscript):
    """The sentence with which a breach goes into the draft."""
    name = name_of("breach", breach.council, breach.pk)
    first = of_record(manuscript, "breach", name)[0]
    assert first.key == "sentence"
    return first.label


def test_each_state_of_a_breach_has_its_own_sentence():
    manuscript = read(drafts.written(cast.clerk(), paper_date=date(2016, 1, 8)))
    for fields, sentence in CASES:
        more = {"remedy": "Renewed"} if "remedied_on" in fields else {}
        more |= {"closer": "Director"} if "closed_on" in fields else {}
        breach = dbs.breach(found_on=date(2015, 12, 7), **fields, **more)
        assert quoted(breach, manuscript) == sentence, fields


def test_the_list_of_breaches_has_the_month_by_which_and_no_words_about_anybody():
    assert "due_in" in LISTS["breaches"].columns
    assert "due_in" in RECORDS["breach"].labels
    assert not {"cause", "remedy", "person", "people"} & set(LISTS["breaches"].columns)
