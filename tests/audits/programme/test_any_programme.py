"""Whatever leads do with rounds and officers with their audits, the programme is that of a ledger
kept beside it, and every refusal leaves both alone."""

from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from assurance.audits.figures import programme as figures
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.rounds import AuditRound
from assurance.figures.figure import WHOLE, FigureRequest
from assurance.records import history_chain, operations
from assurance.records.refusals import Refused
from assurance.runtime.periods import When
from tests.cases import written_cases
from tests.cast import officer
from tests.make.audits import audit_kind, grade
from tests.make.people import post, team

DAYS = st.sampled_from(
    [date(2015, 1, 1), date(2015, 3, 31), date(2015, 4, 1), date(2015, 6, 30), date(2015, 7, 1)]
)
WHICH = st.integers(0, 3)
DOINGS = st.lists(
    st.one_of(
        st.tuples(st.just("plan"), DAYS, DAYS, st.none() | st.integers(0, 3)),
        st.tuples(st.just("begin"), WHICH, DAYS),
        st.tuples(st.just("close"), WHICH, DAYS, st.sampled_from(["", "Plans are weak"])),
        st.tuples(st.just("cancel"), WHICH, DAYS, st.sampled_from(["", "No time"])),
        st.tuples(st.just("audit"), WHICH, DAYS),
        st.tuples(st.just("withdraw audit"), WHICH),
        st.tuples(st.just("withdraw"), WHICH),
    ),
    max_size=12,
)
EDGES = (date(2014, 12, 31), date(2015, 1, 1), date(2015, 3, 31), date(2015, 6, 30))
NOTHING = {
    **{"theme": "", "service": "", "teams": [], "interval_months": None, "lead": None},
    **{"report_to": "", "report_due_on": None},
}


@dataclass
class Line:
    """One round of the ledger; `audited` holds the days of its standing audits by their place."""

    start: date
    end: date
    planned: int | None
    begun_on: date | None = None
    closed_on: date | None = None
    result: str = ""
    cancelled_on: date | None = None
    cancelled_because: str = ""
    standing: bool = True
    audited: dict = field(default_factory=dict)

    def begun(self):
        """The day on which it began, or None."""
        days = [day for day in (self.begun_on, *self.audited.values()) if day]
        return min(days, default=None)

    def awaits(self, day):
        """Whether it awaited its result at the end of a day."""
        begun = self.begun()
        over = [one for one in (self.closed_on, self.cancelled_on) if one and one <= day]
        return self.standing and begun is not None and begun <= day and not over


class AnyProgramme(TestCase):
    """Leads and officers at work, and a ledger."""

    @classmethod
    def setUpTestData(cls):
        cls.by = officer()
        cls.council, cls.team, cls.grade = cls.by.council, team(), grade()
        cls.auditor = post("Practice Manager")
        cls.kind = audit_kind(interval_months=None)

    @pytest.mark.long
    @written_cases()
    @given(DOINGS)
    def test_the_programme_is_that_of_the_ledger(self, doings):
        self.lines, self.made = [], []
        self.who = {"by": self.by, "on": date(2015, 8, 1)}
        for what, *how in doings:
            try:
                getattr(self, what.replace(" ", "_"))(*how)
            except Refused as refused:
                assert refused.sentence
        self.agree()
        assert history_chain.damage(self.council.slug) is None

    def plan(self, start, end, planned):
        line = Line(start, end, planned or None)
        self.save(line, None)
        self.lines.append(line)

    def save(self, line, row):
        """Records or changes a round as the ledger would have it."""
        names = ("start", "end", "planned", "begun_on", "closed_on", "result")
        said = {name: getattr(line, name) for name in (*names, "cancelled_on")}
        said |= {"cancelled_because": line.cancelled_because, "kind": self.kind, **NOTHING}
        if row is None:
            return operations.create(model=AuditRound, council=self.council, **said, **self.who)
        return operations.change(record=row, version=row.version, **said, **self.who)

    def change(self, place, **said):
        """Changes a round; where that is refused the ledger stays as it was."""
        if place < len(self.lines):
            held = self.lines[place]
            self.save(Line(**{**vars(held), **said}), self.row(place))
            vars(held).update(said)

    def row(self, place):
        """The round that was made in that place."""
        return AuditRound.objects.order_by("pk")[place]

    def begin(self, place, day):
        self.change(place, begun_on=day)

    def close(self, place, day, result):
        self.change(place, closed_on=day, result=result)

    def cancel(self, place, day, because):
        self.change(place, cancelled_on=day, cancelled_because=because)

    def audit(self, place, day):
        if place < len(self.lines):
            operations.create(
                model=CaseAudit,
                council=self.council,
                reference=f"R{len(self.made)}",
                audited_on=day,
                team=self.team,
                auditor=self.auditor,
                first_grade=self.grade,
                round=self.row(place),
                **self.who,
            )
            self.lines[place].audited[len(self.made)] = day
            self.made.append(place)

    def withdraw_audit(self, number):
        if number < len(self.made):
            row = CaseAudit.objects.get(reference=f"R{number}")
            operations.withdraw(record=row, version=row.version, because="Twice", **self.who)
            del self.lines[self.made[number]].audited[number]

    def withdraw(self, place):
        if place < len(self.lines):
            row = self.row(place)
            operations.withdraw(record=row, version=row.version, because="Twice", **self.who)
            self.lines[place].standing = False

    def agree(self):
        """Counts, states and both figures are those of the ledger."""
        standing = [line for line in self.lines if line.standing]
        rows = list(AuditRound.objects.active().followed().order_by("pk"))
        assert [row.done_so_far for row in rows] == [len(line.audited) for line in standing]
        for day in EDGES:
            held = [line for line in standing if line.start <= day]
            waiting = sum(line.awaits(day) for line in standing) if held else None
            assert self.counted(figures.AWAITING, When.at(day)) == waiting
            when = When(date(2015, 1, 1), day) if day.year == 2015 else When.at(day)
            assert self.counted(figures.PLANNED, when) == self.planned(standing, held, when)

    def planned(self, standing, held, when):
        """The ledger's number of audits planned, None where it is not known."""
        ending = [
            line.planned
            for line in standing
            if not line.cancelled_on and when.start <= line.end <= when.end
        ]
        return sum(ending) if held and None not in ending else None

    def counted(self, figure, when):
        """What a figure says, None where nothing is returned."""
        reading = figure.reckon(FigureRequest(self.council, when))
        return reading and reading.members[WHOLE].count
