"""Whatever officers do to audits and totals, the figures are those of a ledger kept beside them."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from assurance.audits.figures import case_audits as figures
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.totals import AuditTotal
from assurance.figures.figure import WHOLE, FigureRequest
from assurance.records import history_chain, operations
from assurance.records.refusals import Refused
from assurance.runtime.periods import When
from tests.cases import written_cases
from tests.cast import officer
from tests.make.audits import grade, grade_scale
from tests.make.people import post, team

JUNE, JULY = When(date(2015, 6, 1), date(2015, 6, 30)), When(date(2015, 7, 1), date(2015, 7, 31))
PERIODS = (JUNE, JULY, When(JUNE.start, JULY.end), When(JUNE.start, date(2015, 7, 15)))
EDGES = (JUNE.start, date(2015, 6, 15), JUNE.end, JULY.start, date(2015, 7, 15), JULY.end)
DAYS = st.sampled_from(EDGES)
LATER = st.none() | DAYS
DOINGS = st.lists(
    st.one_of(
        st.tuples(st.just("record"), DAYS, LATER, LATER, st.sampled_from(["", "good", "weak"])),
        st.tuples(st.just("share"), st.integers(0, 5), LATER),
        st.tuples(st.just("moderate"), st.integers(0, 5), st.sampled_from(["good", "weak"])),
        st.tuples(st.just("withdraw"), st.integers(0, 5)),
        st.tuples(st.just("total"), st.sampled_from([JUNE, JULY]), st.integers(1, 9), LATER),
        st.tuples(st.just("withdraw total"), st.integers(0, 2)),
    ),
    max_size=10,
)


@dataclass
class Line:
    """One audit of the ledger."""

    done: date
    shared: date | None
    recorded: date | None
    grade: str
    standing: bool = True


@dataclass
class Entered:
    """One total of the ledger; what was shared of it may not be known."""

    when: When
    done: int
    shared: int | None
    standing: bool = True


class AnyDoings(TestCase):
    """Officers at work, and a ledger."""

    @classmethod
    def setUpTestData(cls):
        cls.by = officer()
        cls.council, cls.team, cls.auditor = cls.by.council, team(), post("Practice Manager")
        scale = grade_scale(grades=(("good", "Good"), ("weak", "Weak")))
        cls.grades = {"": None, **{code: grade(code, scale) for code in ("good", "weak")}}

    @pytest.mark.long
    @written_cases()
    @given(DOINGS)
    def test_figures_are_those_of_the_ledger_and_every_refusal_leaves_both_alone(self, doings):
        self.lines, self.totals = [], []
        self.who = {"by": self.by, "on": date(2015, 8, 1)}
        for what, *how in doings:
            try:
                getattr(self, what.replace(" ", "_"))(*how)
            except Refused as refused:
                assert refused.sentence
        for when in PERIODS:
            self.agree(when)
        assert history_chain.damage(self.council.slug) is None

    def record(self, done, shared, recorded, code):
        said = {"audited_on": done, "shared_on": shared, "recorded_on": recorded}
        operations.create(
            model=CaseAudit,
            council=self.council,
            reference=f"R{len(self.lines)}",
            auditor=self.auditor,
            team=self.team,
            first_grade=self.grades[code],
            **said,
            **self.who,
        )
        self.lines.append(Line(done, shared, recorded, code))

    def row(self, model, place):
        """The row that was made in that place."""
        return model.objects.order_by("pk")[place]

    def share(self, place, day):
        if place < len(self.lines):
            row = self.row(CaseAudit, place)
            operations.change(record=row, version=row.version, shared_on=day, **self.who)
            self.lines[place].shared = day

    def moderate(self, place, code):
        if place < len(self.lines):
            row, moderated = self.row(CaseAudit, place), self.grades[code]
            operations.change(
                record=row, version=row.version, moderated_grade=moderated, **self.who
            )
            self.lines[place].grade = code

    def withdraw(self, place):
        if place < len(self.lines):
            row = self.row(CaseAudit, place)
            operations.withdraw(
                record=row, version=row.version, because="Entered twice", **self.who
            )
            self.lines[place].standing = False

    def total(self, when, done, shared):
        known = None if shared is None else min(done, shared.day % 7)
        operations.create(
            model=AuditTotal,
            council=self.council,
            title=f"Round {len(self.totals)}",
            source="Report",
            start=when.start,
            end=when.end,
            done=done,
            shared=known,
            **self.who,
        )
        self.totals.append(Entered(when, done, known))

    def withdraw_total(self, place):
        if place < len(self.totals):
            row = self.row(AuditTotal, place)
            operations.withdraw(
                record=row, version=row.version, because="Entered twice", **self.who
            )
            self.totals[place].standing = False

    def agree(self, when):
        lines = [one for one in self.lines if one.standing and when.start <= one.done <= when.end]
        touching = [
            one
            for one in self.totals
            if one.standing and one.when.start <= when.end and when.start <= one.when.end
        ]
        answers = [self.said(figure, when) for figure in (figures.DONE, figures.SHARED)]
        grades = self.said(figures.BY_GRADE, when)
        if any(one.when.end > when.end for one in touching) or self.before_all(when):
            assert [*answers, grades] == [None, None, None]
            return
        done = len(lines) + sum(one.done for one in touching)
        assert answers[0] == {WHOLE: done}
        if any(one.shared is None for one in touching):
            assert answers[1] is None
        else:
            shared = sum(one.shared is not None and one.shared <= when.end for one in lines)
            assert answers[1] == {WHOLE: shared + sum(one.shared for one in touching)}
        assert sum(grades.values()) == done
        for code in ("good", "weak"):
            assert grades[code] == sum(one.grade == code for one in lines)

    def before_all(self, when):
        """Whether the period ends before the first record that stands, or there is none."""
        firsts = [one.done for one in self.lines if one.standing]
        firsts += [one.when.start for one in self.totals if one.standing]
        return not firsts or when.end < min(firsts)

    def said(self, figure, when):
        reading = figure.reckon(FigureRequest(self.council, when))
        return reading and {member: tally.count for member, tally in reading.members.items()}
