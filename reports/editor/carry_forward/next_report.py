"""The report that follows another: its meeting, period, dates, title and address, as proposed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.utils.text import slugify

from assurance.meetings.clear_days import publish_by
from assurance.meetings.closures import closed_sentence
from assurance.meetings.models.closures import Closure, closed_days
from assurance.meetings.models.meetings import Meeting
from assurance.registers.event_dates import EventDate, following
from assurance.registers.mentions import Mention, mentions
from assurance.runtime.periods import When, say_day
from reports.editor.carry_forward import rules
from reports.editor.carry_forward.published_text import dated_as_published
from reports.papers.evidence import Evidence, at_other_dates, evidence, recorders_by_name
from reports.papers.manuscript import read
from reports.papers.models.commitments import Commitment
from reports.papers.models.conditions import is_due
from reports.papers.models.papers import Paper
from reports.papers.rules import deadlines
from reports.prose.day_mentions import moved_by

OFFERED = 3
LENGTHS = {1: "month", 3: "three months", 6: "half-year", 12: "year"}


@dataclass(frozen=True)
class NextReport:
    """What follows `before`: about `period`, for a meeting on `meeting_on`, which is only expected
    then where it is not `is_known`."""

    before: Paper
    period: When
    meeting_on: date
    is_known: bool

    @cached_property
    def published(self) -> tuple[Paper, dict[str, When]]:
        """The report that it follows and the dates that it names, as published."""
        return dated_as_published(self.before)

    @property
    def title(self) -> str:
        """The title of the last one, with the month and year of this one's meeting, or the year of
        its period."""
        before = self.published[0]
        return rules.next_title(before.title, self.meeting_on, before.period, self.period)

    @cached_property
    def slug(self) -> str:
        """Its name in addresses, which no other report of its series has."""
        usual = rules.next_slug(self.before.slug, self.meeting_on)
        slug = usual or slugify(f"{self.meeting_on:%B %Y}")
        used = {*Paper.objects.filter(series=self.before.series_id).values_list("slug", flat=True)}
        further = (f"{slug}-{number}" for number in range(2, len(used) + 3))
        return next(name for name in (slug, *further) if name not in used)

    @property
    def mark(self) -> str:
        """Its period and the day of its meeting where that is known, as a page holds them."""
        days = self.period.start, self.period.end, *([self.meeting_on] if self.is_known else [])
        return " ".join(day.isoformat() for day in days)

    @property
    def paper_date(self) -> date | None:
        """Its own date, as long before the meeting as last time; None where no meeting is known."""
        before, _names = self.published
        meeting = before.meeting
        return rules.next_paper_date(
            before.paper_date,
            meeting.date if meeting else None,
            self.meeting_on if self.is_known else None,
        )

    @property
    def names(self) -> dict[str, When]:
        """Its named days and periods, each moved on from those of the last one; the dates of what
        happens by itself are those that its record has."""
        before, names = self.published
        dated = before.paper_date, self.paper_date
        moved = rules.proposed(names, before.period, self.period, dated)
        known = {name: event.when for name, event in self.events.items() if event.when}
        return {
            name: replace(known.get(name, when), label=when.label) for name, when in moved.items()
        }

    @cached_property
    def events(self) -> dict[str, EventDate]:
        """Name → its date that a record gives, for those that do not follow the period."""
        names = self.published[1].items()
        own = {name: when for name, when in names if not rules.names_its_year(name, when)}
        # A date that is the report's own period goes on with it, whatever it holds.
        own = {name: when for name, when in own.items() if not self._is_period(when)}
        by = self.paper_date or self.meeting_on
        return following(self.before.council, own, recorders_by_name(read(self.before)), by)

    def _is_period(self, when):
        period = self.published[0].period
        return (when.start, when.end) == (period.start, period.end)

    def steps(self, day: date) -> tuple[deadlines.Deadline, ...]:
        """What has to be done by when, as it stands on `day`."""
        return steps_of(self.before.series, self.meeting_on, day)

    def evidence(self, names: Mapping[str, When] | None = None) -> tuple[Evidence, ...]:
        """What its figures will be read from, at its dates or at `names`."""
        manuscript = at_other_dates(read(self.before), names or self.names, self.period)
        return evidence(manuscript)

    @property
    def period_text(self) -> str:
        """Its period in the words of a choice: how long it is after that of the last report."""
        length = LENGTHS.get(rules.months_in(self.period), "period of the same length")
        return f"{self.period}, the {length} after the last report"

    @property
    def meeting_text(self) -> str:
        """The meeting in the words of a choice: date, committee and when the agenda opens."""
        text = f"{say_day(self.meeting_on)}, {self.before.series.committee}"
        closures = Closure.objects.values_of(self.before.council)
        usual = f"Agenda published by {say_day(publish_by(self.meeting_on))}"
        return f"{text}. {closed_sentence(self.meeting_on, closures) or usual}"

    def mentions(self, day: date) -> list[Mention]:
        """What registers hold late or owed on `day`, or on that of the meeting where it is before;
        the report has to mention it."""
        return mentions(self.before.council, min(self.meeting_on, day))

    @property
    def commitments(self):
        """What was promised and it must answer: due by its meeting, or due to it."""
        rows = Commitment.objects.open().filter(paper__series=self.before.series_id)
        told_on = max(filter(None, (self.paper_date, self.meeting_on)))
        return rows.filter(is_due(told_on), paper__withdrawn_on__isnull=True)


def after(before: Paper, period: When | None = None, meeting_on: date | None = None) -> NextReport:
    """The report that follows `before`, about `period` and for a meeting of `meeting_on` where they
    are chosen, else as proposed: the next period of the same length, the committee's first meeting
    after it."""
    expected = without_meeting(before, period)
    rows = () if meeting_on else meetings_after(before, expected.period)
    known = meeting_on or next((row.date for row in rows), None)
    return replace(expected, meeting_on=known, is_known=True) if known else expected


def proposed_on(day: date, before: Paper) -> NextReport:
    """The report that follows `before` as a form of `day` proposes it: for a meeting from that date
    on, where the committee has one."""
    expected = without_meeting(before)
    offered = meetings_to_offer(before, expected.period, day)
    return after(before, meeting_on=offered[0].date) if offered else expected


def last_ended(period: When, day: date) -> When:
    """The last period as long as `period` that follows it without a gap and has ended by `day`;
    `period` itself where none has."""
    following = rules.next_period(period)
    while following.start > period.end and following.end < day:
        period, following = following, rules.next_period(following)
    return period


def without_meeting(before: Paper, period: When | None = None) -> NextReport:
    """The report that follows `before` for a meeting that is not known yet: its dates are those of
    a meeting as long after the last one as the period is."""
    published, _names = dated_as_published(before)
    period = period or rules.next_period(published.period)
    expected = moved_by(published.told_on, rules.months_in(period) or 1)
    return NextReport(before, period, expected, is_known=False)


def proposed_for(before: Paper, mark: str) -> NextReport | None:
    """The report that has that `mark`; None where it names no period."""
    try:
        start, end, *meeting_on = map(date.fromisoformat, mark.split())
    except ValueError:
        return None
    if start > end or len(meeting_on) > 1:
        return None
    follow = after if meeting_on else without_meeting
    return follow(before, When(start, end), *meeting_on)


def meetings_after(before: Paper, period: When, day: date = date.min) -> list[Meeting]:
    """The committee's first meetings after `period` and after that of `before`, from `day` on."""
    current = before.meeting.date if before.meeting else period.end
    rows = Meeting.committees.to_come_or_held().filter(body=before.series.committee, date__gte=day)
    return list(rows.filter(date__gt=max(period.end, current)).order_by("date")[:OFFERED])


def meetings_to_offer(before: Paper, period: When, day: date) -> list[Meeting]:
    """The first meetings from `day` on, or the earlier ones where there are none."""
    return meetings_after(before, period, day) or meetings_after(before, period)


def steps_of(
    series,
    meeting_on: date,
    day: date,
    done: Collection[str] = (),
    closed: Collection[date] | None = None,
) -> tuple[deadlines.Deadline, ...]:
    """The steps of a report of `series` for a meeting of `meeting_on`, as of `day`; `done` are
    those that are, `closed` the closed days of its council where they are known."""
    before = series.texts_days, series.send_days, series.submit_days
    closed = closed_days(series.council) if closed is None else closed
    return deadlines.deadlines(meeting_on, day, before, closed=closed, done=done)


def day_of_step(paper: Paper, step: str, day: date) -> date | None:
    """The date of one step of a report, as of `day`; None where no meeting is ahead of it."""
    meeting_on = paper.deadlines_lead_to
    steps = steps_of(paper.series, meeting_on, day) if meeting_on else ()
    return next((entry.on for entry in steps if entry.step == step), None)


def due_from(user, day: date) -> list[NextReport]:
    """The reports that the series of `user` owe on `day` and nobody has started: those of which the
    meeting is at most six weeks away, the nearest first."""
    last = Paper.objects.visible_to(user).last_issued().exclude(series__interval="")
    owed = [report for report in map(_owed, last) if not _is_begun(report, day)]
    due = [report for report in owed if deadlines.begins_on(report.meeting_on) <= day]
    return sorted(due, key=lambda report: report.meeting_on)


def _is_begun(report, day):
    """Whether the series had on `day` another report about some of its period, or of a later one,
    which goes past it."""
    others = Paper.objects.filter(series=report.before.series_id, withdrawn_on__isnull=True)
    later = others.filter(period_end__gte=report.period.start, created_on__lte=day)
    return later.exclude(pk=report.before.pk).exists()


def _owed(paper):
    """What follows `paper`, about as many months as the series reports on."""
    months = deadlines.months_of(paper.series.interval)
    following = rules.next_period(paper.period)
    if rules.months_in(following) == months:
        return after(paper, following)
    end = moved_by(following.start, months, days=-1)
    return after(paper, When(following.start, end))
