"""Every kind of record and list as it was at the end of a day."""

from datetime import date, timedelta

import pytest

from assurance.figures import quotable
from assurance.figures.quotable import TIMELESS
from assurance.figures.registry import FIGURES
from assurance.governance.models.documents import Document
from assurance.runtime.periods import say_day
from reports.papers.assembly import records
from tests import cast
from tests.governance import quoted as of_matters
from tests.make import audits, findings, matters, quoted
from tests.make.drafts import ON
from tests.papers.assembly.test_every_list import DAY, FITS
from tests.papers.assembly.test_every_record_quoted import SLUGS, with_records

pytestmark = pytest.mark.django_db


def test_every_kind_declares_how_it_is_read_at_a_day_and_every_list_its_sentence():
    lists = quotable.LISTS.values()
    for kind in (*quotable.RECORDS.values(), *lists):
        of_day = kind.at_day
        assert of_day.basis in (quotable.STATES, quotable.DATES, quotable.TIMELESS)
        assert bool(of_day.reason) == (of_day.basis == quotable.TIMELESS)
    assert all(kind.title and kind.when_empty.endswith(".") for kind in lists)
    assert {item.key for kind in lists for item in kind.counted_by} <= set(FIGURES)
    assert all({item.by for item in kind.counted_by} <= {"", *kind.filters} for kind in lists)


# The first day of each kind's record above and what tells of it, as the records have it.
BEGINS = {
    ("review", "title"): date(2016, 11, 14),
    ("review", "grade"): date(2017, 2, 7),
    ("review", "published_on"): date(2017, 2, 7),
    ("review", "response_sent_on"): date(2017, 5, 17),
    ("finding", "text"): date(2017, 2, 7),
    ("plan", "title"): date(2017, 5, 17),
    ("action", "text"): date(2017, 5, 17),
    ("dbs_audit", "source"): date(2016, 1, 5),
    ("census", "source"): date(2015, 12, 1),
    ("wave", "label"): date(2017, 5, 1),
    ("answer", "wording"): date(2017, 5, 31),
    ("commitment", "what"): date(2015, 7, 20),
    **of_matters.BEGINS,
    **quoted.BEGINS,
}


@pytest.mark.long
def test_each_record_is_quoted_from_its_first_day_and_not_before():
    council = cast.make_council()
    with_records(council)
    dated = {kind for kind, one in quotable.RECORDS.items() if one.at_day.basis != TIMELESS}
    assert dated <= {kind for kind, _ in BEGINS}
    for (kind, name), day in BEGINS.items():
        query = (council, kind, SLUGS[kind], name)
        assert records.field_text(*query, day) is not None, (kind, name)
        before = day - timedelta(1)
        assert records.field_text(*query, before) is None, (kind, name)
        why = records.why_no_text(*query, before)
        assert say_day(before) in why and why.endswith("."), why


@pytest.mark.long
def test_nothing_is_listed_before_the_first_of_it_had_begun():
    council = cast.make_council()
    with_records(council)
    # A document without dates is of any day.
    Document.objects.update(from_date=date(2015, 4, 1))
    for what, kind in quotable.LISTS.items():
        if kind.at_day.basis != TIMELESS:
            assert records.listed(council, {"what": what}, date(2001, 1, 1)).rows == (), what


def test_a_task_group_is_listed_once_anything_of_it_has_a_date_and_a_board_always():
    council, day = cast.make_council(), date(2016, 2, 29)
    matters.forum(council=council, title="Board", created_on=date(2018, 1, 1))
    later = {"council": council, "created_on": date(2018, 1, 1), "report_due_on": date(2018, 6, 30)}
    matters.task_group(title="Set up later", **later)
    matters.task_group(title="Recorded then", **later | {"created_on": day})
    matters.task_group(title="Had reported", **later | {"reported_on": day})
    matters.task_group(title="Was due", **later | {"report_due_on": day})
    met = matters.task_group(title="Had met", **later)
    matters.meeting(forum=met, met_on=day)
    matters.meeting(forum=met, met_on=day + timedelta(1))
    begun = ["Had met", "Had reported", "Recorded then", "Was due"]
    before = day - timedelta(1)
    for what, on, titles in (
        ("task_groups", day, begun),
        ("task_groups", before, []),
        ("forums", day, ["Board", *begun]),
        ("forums", before, ["Board"]),
        ("task_groups", date(2018, 1, 1), sorted([*begun, "Set up later"])),
    ):
        listed = records.listed(council, {"what": what, "columns": ["title"]}, on)
        assert sorted(title for (title,) in listed.rows) == titles, (what, on)
    why = records.why_no_text(council, "forum", "forum-2", "title", day)
    assert "had not begun on 29 February 2016" in why


def test_a_development_begun_before_its_first_state_has_no_history_then():
    council, day = cast.make_council(), date(2015, 1, 5)
    matters.development(council=council, title="Front door", started_on=day, state_on=ON)
    sentence = "“Front door” had begun by 5 January 2015, and no state of it is recorded by then"
    with pytest.raises(records.ListRefused, match=sentence):
        records.listed(council, {"what": "developments"}, day)
    assert records.listed(council, {"what": "developments"}, day - timedelta(1)).rows == ()
    assert len(records.listed(council, {"what": "developments"}, ON).rows) == 1


def listed_days(council, what, days):
    """The days of `days` on which the list called `what` has a row."""
    return [day for day in days if records.listed(council, {"what": what}, day).rows]


def test_a_late_round_is_listed_after_the_day_its_result_was_due_until_it_is_closed():
    council, due, closed = cast.make_council(), date(2015, 7, 31), date(2015, 9, 1)
    ended = {"closed_on": closed, "result": "Most plans have dates."}
    audits.audit_round(council=council, begun_on=date(2015, 1, 5), report_due_on=due, **ended)
    days = [due, due + DAY, closed - DAY, closed]
    assert listed_days(council, "audit_rounds_late", days) == days[1:3]
    wanted = {"what": "audit_rounds_late", "columns": ["due_on", "days_late"]}
    assert records.listed(council, wanted, closed - DAY).rows == (("31 July 2015", "31"),)


def test_a_review_is_listed_as_owed_until_its_reply_is_sent_and_again_for_its_follow_up():
    council, received, sent = cast.make_council(), date(2017, 2, 7), date(2017, 5, 17)
    agreed, done = date(2017, 11, 8), date(2017, 11, 20)
    findings.review(
        **{"council": council, "response_received_on": received, "response_sent_on": sent},
        **{"follow_up_on": agreed, "followed_up_on": done},
    )
    days = [received - DAY, received, sent - DAY, sent, agreed - DAY, agreed, done - DAY, done]
    assert listed_days(council, "reviews_owed", days) == [*days[1:3], *days[5:7]]


def test_the_filters_tried_here_are_all_that_there_are():
    assert set(FITS) == {
        (what, name) for what, kind in quotable.LISTS.items() for name in kind.filters
    }
