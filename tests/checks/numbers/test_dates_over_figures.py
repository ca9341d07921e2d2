"""A date over live figures is theirs, wherever it stands; one of another event is nobody's."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.papers.wording.date_words import days_text
from reports.verdicts.registry import rule_called
from tests.checks.drawn import found

RULES = [rule_called(key) for key in ("date-over-figures", "figure-of-another-day")]
LIVE = "{{188|looked_after.total|DAY}}"
PLACES = {
    "the head of a column": f"Table: Children\n| Who | SAID |\n| All | {LIVE} |",
    "a head with more words": f"Table: Children\n| Who | Children on SAID |\n| All | {LIVE} |",
    "the head of a row": f"Table: Children\n| On | Number |\n| SAID | {LIVE} |",
    "a caption": f"Table: Children looked after, SAID\n| Who | Number |\n| All | {LIVE} |",
    "a caption in words": f"Table: Children at SAID\n| Who | Number |\n| All | {LIVE} |",
    "a heading": f"# Children on SAID\n\nWe looked after {LIVE} children.",
    "a list's opening line": f"On SAID we looked after:\n* {LIVE} children\n* some others",
    "a sentence": f"On SAID there were {LIVE} children.",
    "words that count": f"On SAID the Council looked after {LIVE} children.",
    "a relative clause": f"The {LIVE} children, whom we looked after on SAID, have a plan.",
    "what was carried out": f"By SAID managers carried out {LIVE} audits.",
    "the position of its figures": "The figures here give the position on SAID. We looked after "
    f"{LIVE} children.",
    "a count set against another": "We looked after many children on 1 May 2013, against "
    f"{LIVE} on SAID.",
    "a short clause": f"The {LIVE} children that we had in care on SAID have a plan.",
}
OF_OTHER_THINGS = (
    f"We looked after many children on SAID, against {LIVE} on OWN.",
    f"On SAID we cared for many children, compared with {LIVE} at OWN.",
    f"On SAID the Committee agreed the plan for {LIVE} children.",
    f"The plan of SAID is about {LIVE} children.",
    f"Table: Actions agreed on SAID\n| Who | Number |\n| All | {LIVE} |",
    f"Table: Children since SAID\n| Who | Change since SAID |\n| All | {LIVE} |",
    f"# The review of SAID\n\nWe looked after {LIVE} children.",
    f"# Children on SAID\n\nOn OWN we looked after {LIVE} children.",
    f"The {LIVE} children were told of it on SAID.",
    f"The figures here give the position on SAID. The audit found {LIVE} children.",
    f"The figures here give the position on SAID. On OWN we looked after {LIVE} children.",
)
DAYS = st.dates(date(2014, 1, 1), date(2017, 1, 1))


def errors(text, said, day):
    text = text.replace("SAID", days_text(said, said)).replace("OWN", days_text(day, day))
    rows = found(text.replace("DAY", day.isoformat()), rules=RULES)
    return [one.fault for one in rows]


@pytest.mark.parametrize("place", PLACES)
@given(said=DAYS, day=DAYS)
def test_a_date_over_a_figure_is_an_error_just_where_it_is_of_another_day(place, said, day):
    faults = errors(PLACES[place], said, day)
    assert bool(faults) == (said != day)
    of_its_own = {day.isoformat(), days_text(day, day)}
    assert all(any(words in one.says for words in of_its_own) for one in faults)


@pytest.mark.parametrize("text", OF_OTHER_THINGS)
@given(said=DAYS, day=DAYS)
def test_the_day_of_another_event_says_nothing_of_the_figures(text, said, day):
    assert errors(text, said, day) == []


@pytest.mark.parametrize(("day", "is_error"), [("2015-06-30", False), ("2016-02-01", True)])
def test_a_caption_from_one_date_to_another_is_over_all_days_between_them(day, is_error):
    text = (
        f"Table: Children, 1 January 2015 to 31 December 2015\n| Who | Number |\n| All | {LIVE} |"
    )
    assert bool(found(text.replace("DAY", day), rules=RULES)) == is_error
