"""Every figure of case audits reckoned twice: by the query, and by hand over every edge date."""

from datetime import date, timedelta
from itertools import product

import pytest

from assurance.audits.figures import case_audits as figures
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.totals import AuditTotal
from assurance.audits.rules import case_audits as rules
from assurance.figures.figure import WHOLE, FigureRequest, Mark
from assurance.runtime.periods import When
from tests.cast import make_council, officer
from tests.make.audits import audit_total, case_audit, grade, grade_scale
from tests.make.people import post, team

pytestmark = pytest.mark.django_db

PERIOD = When(date(2015, 1, 1), date(2015, 6, 30))
ONE = timedelta(days=1)
STARTS = (PERIOD.start - ONE, PERIOD.start, PERIOD.start + ONE)
ENDS = (PERIOD.end - ONE, PERIOD.end, PERIOD.end + ONE)


def asked(when=PERIOD, council=None, **said):
    """The usual council's question."""
    return FigureRequest(council or make_council(), when, **said)


def counts(figure, when=PERIOD):
    """Member → count, or None where nothing is returned."""
    reading = figure.reckon(asked(when))
    return reading and {member: tally.count for member, tally in reading.members.items()}


def base(figure, when=PERIOD):
    """The count of the figure's 'out of'."""
    return figure.reckon(asked(when)).bases[WHOLE].count


def crowd():
    """An audit for every valid combination of edge dates, grades and teams; the rows as kept."""
    scale, here = grade_scale(), team()
    good, weak = grade("good", scale), grade("inadequate", scale)
    grades = ((None, None), (good, None), (good, weak), (weak, weak))
    someone = officer()
    made = []
    dates = product((*STARTS, *ENDS), (None, *STARTS, *ENDS), (None, *STARTS, *ENDS))
    for done, shared, recorded in dates:
        if rules.why_not_share(done, shared) or rules.why_not_record(shared, recorded):
            continue
        number = len(made)
        withdrawn = number % 5 == 0
        first, moderated = grades[number % 4]
        made.append(
            CaseAudit(
                council=here.council,
                reference=f"E{number}",
                audited_on=done,
                shared_on=shared,
                recorded_on=recorded,
                team=here,
                auditor=post("Practice Manager"),
                own_team=number % 3 > 0,
                first_grade=first,
                moderated_grade=moderated,
                created_on=done,
                withdrawn_on=PERIOD.end if withdrawn else None,
                withdrawn_by=someone if withdrawn else None,
                withdrawn_because="Entered twice" if withdrawn else "",
            )
        )
    CaseAudit.objects.bulk_create(made)
    return list(CaseAudit.objects.select_related("first_grade", "moderated_grade"))


def test_the_queries_agree_with_the_rules_on_every_edge():
    audits = crowd()
    for start, end in product(STARTS, ENDS):
        when = When(start, end)
        done = [audit for audit in audits if rules.done_in(audit, when)]
        shared = [audit for audit in done if rules.shared_by(audit, end)]
        recorded = [audit for audit in done if rules.recorded_by(audit, end)]
        others = [audit for audit in done if not audit.own_team]
        assert counts(figures.DONE, when) == {WHOLE: len(done)}
        assert counts(figures.SHARED, when) == {WHOLE: len(shared)}
        assert counts(figures.RECORDED, when) == {WHOLE: len(recorded)}
        assert counts(figures.BY_OTHER_TEAM, when) == {WHOLE: len(others)}
        given = [rules.final_grade(audit) for audit in done]
        assert counts(figures.BY_GRADE, when) == {
            "outstanding": 0,
            "good": given.count("good"),
            "requires_improvement": 0,
            "inadequate": given.count("inadequate"),
            "not_graded": given.count(""),
        }
        assert base(figures.RECORDED, when) == len(shared)
        for figure in (figures.SHARED, figures.BY_OTHER_TEAM, figures.BY_GRADE):
            assert base(figure, when) == len(done)
    check_rows()


def check_rows():
    """The rows behind each count are named and are as many."""
    audit_total(start=PERIOD.start, end=PERIOD.start, done=0, shared=0, recorded=0)
    for figure in (figures.DONE, figures.SHARED, figures.RECORDED, figures.BY_GRADE):
        for member, tally in figure.reckon(asked()).members.items():
            rows = list(tally.rows())
            audits = [row for row in rows if row.startswith("case audit ")]
            assert len(audits) == tally.count
            assert len(rows) - len(audits) == (member in (WHOLE, "not_broken_down"))


def test_a_period_before_the_first_record_is_not_returned_and_one_without_any_after_it_is_nought():
    case_audit(audited_on=PERIOD.start)
    before = When(PERIOD.start - 30 * ONE, PERIOD.start - ONE)
    after = When(PERIOD.start + ONE, PERIOD.end)
    for figure in figures.FIGURES:
        assert counts(figure, before) is None
        assert figure.measure(asked(before))[WHOLE].mark is Mark.NOT_RETURNED
    assert counts(figures.DONE, after) == {WHOLE: 0}
    assert counts(figures.SHARED, after) == {WHOLE: 0}
    assert set(counts(figures.BY_GRADE, after).values()) == {0}


def test_records_begin_on_the_first_day_that_a_total_speaks_of():
    audit_total(start=PERIOD.end, end=PERIOD.end + ONE)
    assert counts(figures.DONE, When(PERIOD.end + 2 * ONE, PERIOD.end + 2 * ONE)) == {WHOLE: 0}
    assert counts(figures.DONE, When(PERIOD.start, PERIOD.end - ONE)) is None


def test_a_council_without_audits_that_stand_returns_nothing():
    gone = {"withdrawn_by": officer(), "withdrawn_because": "Twice", "withdrawn_on": PERIOD.end}
    case_audit(audited_on=PERIOD.start, **gone)
    total = audit_total(start=PERIOD.start, end=PERIOD.end, **gone)
    assert not rules.total_within(total, PERIOD)
    assert [counts(figure) for figure in figures.FIGURES] == [None] * len(figures.FIGURES)


@pytest.mark.parametrize(
    ("start", "end", "counted"),
    [
        (PERIOD.start, PERIOD.end, True),
        (PERIOD.start - ONE, PERIOD.end, False),
        (PERIOD.start, PERIOD.end + ONE, False),
        (PERIOD.start + ONE, PERIOD.end - ONE, True),
    ],
)
def test_a_period_that_holds_some_of_a_totals_days_is_not_returned(start, end, counted):
    case_audit(audited_on=PERIOD.start)
    total = audit_total(start=start, end=end, done=67, shared=60, recorded=50)
    assert rules.total_within(total, PERIOD) is counted
    if not counted:
        assert [counts(figure) for figure in figures.FIGURES] == [None] * len(figures.FIGURES)
        return
    assert counts(figures.DONE) == {WHOLE: 68}
    assert base(figures.SHARED) == 68
    assert counts(figures.SHARED) == {WHOLE: 60}
    assert counts(figures.RECORDED) == {WHOLE: 50}
    source = figures.DONE.reckon(asked()).source
    assert total.title in source and total.source in source


def test_what_a_total_does_not_say_is_not_guessed():
    case_audit(audited_on=PERIOD.start, shared_on=PERIOD.start)
    total = audit_total(start=PERIOD.start, end=PERIOD.end, done=67)
    assert counts(figures.SHARED) is None
    assert counts(figures.RECORDED) is None
    assert counts(figures.BY_OTHER_TEAM) is None
    AuditTotal.objects.filter(pk=total.pk).update(shared=60)
    assert counts(figures.SHARED) == {WHOLE: 61}
    assert counts(figures.RECORDED) is None


def test_the_grades_of_a_scale_that_ended_are_shown_where_they_were_given():
    old = grade_scale(
        "three-point",
        (("met", "Met"), ("good", "Good enough")),
        from_date=date(2010, 1, 1),
        to_date=PERIOD.start - ONE,
    )
    grade_scale("four-point", from_date=PERIOD.start)
    case_audit(audited_on=PERIOD.start, first_grade=grade("met", old))
    case_audit(audited_on=PERIOD.start, first_grade=grade("good"))
    reading = figures.BY_GRADE.reckon(asked())
    assert reading.members["met"].count == 1
    assert reading.labels["met"] == "Met"
    assert reading.labels["good"] == "Good"
    assert "met" not in counts(figures.BY_GRADE, When(PERIOD.end, PERIOD.end))


def test_figures_that_are_asked_the_same_find_its_audits_once(django_assert_num_queries):
    case_audit(audited_on=PERIOD.start)
    question = asked()
    with django_assert_num_queries(2):
        figures.DONE.reckon(question)
    with django_assert_num_queries(2):
        figures.BY_GRADE.reckon(question)
    with django_assert_num_queries(0):
        figures.DONE.reckon(question)
    assert question == asked()
