"""The end of a council's history on each date, and words that are gone, reckoned a second time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from assurance.records import history
from assurance.records.history import FIRST, HistoryDetail, HistoryEntry
from assurance.records.history_chain import (
    DayEnd,
    damage,
    day_ends,
    has_entry,
    head_entry,
    missing_details,
)
from assurance.records.personal import Personal
from tests import cast
from tests.cases import written_cases
from tests.records.history.tampering import record_at

LONDON = ZoneInfo("Europe/London")
START = datetime(2016, 3, 25, 21, 30, tzinfo=UTC)
STEPS = st.lists(st.integers(0, 60 * 40), min_size=1, max_size=8)
NAMED = {"name": Personal.IDENTIFIES, "grade": Personal.NONE}


def slow_day_ends(council, before):
    """The same in plain Python, from every entry."""
    last = {}
    for entry in HistoryEntry.objects.filter(council=council).order_by("seq"):
        last[entry.at.astimezone(LONDON).date()] = entry
    ordered = sorted((on, entry) for on, entry in last.items() if on < before)
    return [DayEnd(on, entry.seq, entry.digest) for on, entry in ordered]


class Days(TestCase):
    """A council's history over some days, the clocks going forward among them."""

    @classmethod
    def setUpTestData(cls):
        cls.user = cast.make_user()
        cls.other = cast.make_user(council=cast.make_council("elsewhere"))
        cls.slug = cls.user.council.slug

    @written_cases()
    @given(STEPS, st.integers(0, 9))
    def test_each_date_ends_with_its_last_entry_by_the_clock_here(self, minutes, days):
        moment, before = START, date(2016, 3, 25) + timedelta(days=days)
        for step in minutes:
            moment += timedelta(minutes=step)
            record_at(moment, self.user)
            record_at(moment, self.other)
        assert day_ends(self.slug, before) == slow_day_ends(self.slug, before)

    def test_the_hour_before_midnight_in_summer_belongs_to_the_date_here(self):
        for hour in (22, 23):
            record_at(datetime(2016, 7, 1, hour, 30, tzinfo=UTC), self.user)
        ends = day_ends(self.slug, date(2016, 7, 3))
        assert [(end.on, end.seq) for end in ends] == [(date(2016, 7, 1), 1), (date(2016, 7, 2), 2)]

    def test_a_council_without_history_has_no_date_and_ends_at_its_beginning(self):
        assert day_ends("nowhere", date(2030, 1, 1)) == []
        assert (head_entry("nowhere").seq, head_entry("nowhere").digest) == (0, FIRST)
        assert has_entry("nowhere", 0, FIRST) and not has_entry("nowhere", 0, "1" * 64)

    def test_an_entry_is_in_history_with_its_own_number_and_digest_only(self):
        first, second = (record_at(START, self.user) for _ in range(2))
        assert has_entry(self.slug, 1, first.digest) and has_entry(self.slug, 2, second.digest)
        assert not has_entry(self.slug, 1, second.digest)
        assert not has_entry("elsewhere", 1, first.digest)

    def test_words_that_are_gone_are_named_by_entry_and_field_and_the_chain_is_whole(self):
        told = history.changes({}, {"name": "Quillon", "grade": 2}, NAMED)
        for _ in range(3):
            record_at(START, self.user, changes=told)
        assert list(missing_details(self.slug)) == []
        HistoryDetail.objects.filter(seq__in=(1, 3)).delete()
        assert list(missing_details(self.slug)) == [(1, "name"), (3, "name")]
        assert list(missing_details("elsewhere")) == []
        assert damage(self.slug) is None
