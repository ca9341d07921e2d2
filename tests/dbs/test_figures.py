"""The figures of DBS checks: two known papers, whose position answers, what is not known."""

from datetime import date

import pytest

from assurance.dbs.figures import positions as figures
from assurance.dbs.operations import positions
from assurance.figures.figure import WHOLE, FigureRequest, Mark
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES as REGISTERED
from assurance.records import operations
from assurance.runtime.periods import When
from tests.cast import make_council, officer
from tests.make import dbs, people
from tests.sweeping import NamedCase

pytestmark = pytest.mark.django_db

FIGURES = [figure for figure in figures.FIGURES if figure.source == figures.AUDITS]
BY_KEY = {figure.key.removeprefix("dbs."): figure for figure in FIGURES}
DAY = dbs.POSITION_DATE
JANUARY = When(date(2016, 1, 1), date(2016, 1, 31))


def reading(key, when=DAY, **said):
    """What the figure answers of a day or a period, for the usual council."""
    when = when if isinstance(when, When) else When.at(when)
    return BY_KEY[key].reckon(
        FigureRequest(said.pop("council", None) or make_council(), when, **said)
    )


def counts(key, when=DAY, **said):
    """Member → count, or None where nothing is returned."""
    found = reading(key, when, **said)
    return found and {member: tally.count for member, tally in found.members.items()}


def york_2017(**said):
    """An audit that did not tell those due from those overdue, of a wider population."""
    wider = people.cohort("directorate", title="Directorate staff")
    return dbs.dbs_audit(
        **{
            "cohort": wider,
            "audit_date": date(2017, 9, 1),
            "position_date": date(2017, 9, 1),
            "needing": 491,
            "at_audit": {"IN_DATE": 460, "DUE_OR_OVERDUE": 31},
            "at_position": None,
            "follow_up": None,
            "due": None,
            **said,
        }
    )


def test_january_2016_reads_as_its_paper_says():
    dbs.dbs_audit()
    assert counts("needing_check") == {WHOLE: 351}
    assert counts("overdue") == {WHOLE: 30}
    assert counts("overdue_followup") == {"rechecked": 14, "in_progress": 16, "not_started": 0}
    assert counts("due_in_month", JANUARY) == {WHOLE: 7}
    assert counts("without_check") == {WHOLE: 0}
    assert counts("compliant") == {WHOLE: 335}
    assert counts("due_or_overdue") == {WHOLE: 23}


def test_september_2017_says_only_what_its_audit_told_apart():
    york_2017()
    day = date(2017, 9, 1)
    assert counts("needing_check", day) == {WHOLE: 491}
    assert counts("due_or_overdue", day) == {WHOLE: 31}
    assert counts("without_check", day) == {WHOLE: 0}
    assert counts("overdue", day) is None
    assert counts("compliant", day) is None
    assert counts("overdue_followup", day) is None


def bases(key, when=DAY, **said):
    """Member → the count of its 'out of'."""
    return {name: tally.count for name, tally in reading(key, when, **said).bases.items()}


def test_all_of_one_audit_are_weighed_as_one_family():
    audit = dbs.dbs_audit(by_group={"employee": 300, "agency": 51})
    found = [reading(key, JANUARY if key == "due_in_month" else DAY) for key in BY_KEY]
    assert {one.evidence for one in found} == {f"dbs-audit-{audit.pk}"}
    assert {one.cohort for one in found} == {audit.cohort.title}
    assert all("DBS audit of January 2016" in one.source for one in found)
    for one in found:
        assert one.weighed_on == DAY
        rows = {row for tally in one.members.values() for row in tally.rows()}
        assert rows == {f"DBS audit {audit.pk}, edition 1"}
    whens = {"due_in_month": JANUARY, "overdue": When.at(dbs.AUDIT_DATE)}
    assert [one.when for one in found] == [whens.get(key, When.at(DAY)) for key in BY_KEY]


def test_what_an_audit_found_is_of_its_day_and_asked_by_it_or_by_the_position_date():
    dbs.dbs_audit()
    for day in (dbs.AUDIT_DATE, DAY):
        assert (counts("overdue", day), reading("overdue", day).when.end) == (
            {WHOLE: 30},
            dbs.AUDIT_DATE,
        )
    assert counts("overdue", DAY, since=dbs.AUDIT_DATE) == {WHOLE: 30}
    assert counts("overdue", DAY, since=date(2016, 1, 6)) is None
    # The next audit is held on the day of the first one's position: that day is its own.
    later = {"IN_DATE": 342, "OVERDUE": 9}, None, None, None
    said = dict(zip(("at_audit", "at_position", "follow_up", "due"), later, strict=True))
    dbs.dbs_audit(audit_date=DAY, position_date=date(2016, 1, 25), **said)
    assert counts("overdue", DAY) == {WHOLE: 9}
    assert counts("overdue", dbs.AUDIT_DATE) == {WHOLE: 30}


@pytest.mark.parametrize("asked", [dbs.AUDIT_DATE, DAY])
def test_what_an_audit_found_is_protected_with_all_that_followed_by_its_position(asked):
    dbs.dbs_audit(follow_up={"rechecked": 28, "in_progress": 2, "not_started": 0})
    query = FigureQuery("dbs.overdue", "", When.at(asked))
    shown = measure(make_council(), [query], REGISTERED).value(query, WHOLE)
    assert (shown.mark, shown.count) == (Mark.WITHHELD, None)


def test_breakdowns_sum_to_the_whole():
    dbs.dbs_audit(by_group={"employee": 300, "agency": 51})
    assert counts("by_group") == {"employee": 300, "agency": 51}
    by_status = counts("by_status")
    assert by_status["in_date"] == 328 and by_status["overdue_in_progress"] == 16
    assert by_status["no_check"] == 0
    assert sum(by_status.values()) == 351
    for key in ("by_group", "by_status", "compliant", "overdue", "without_check"):
        assert bases(key) == {WHOLE: 351}
    assert bases("overdue_followup") == {WHOLE: 30}
    assert bases("due_in_month", JANUARY) == {WHOLE: 351}


def test_what_was_not_told_apart_is_a_member_of_its_own():
    york_2017()
    day = date(2017, 9, 1)
    assert counts("by_status", day)["due_or_overdue"] == 31
    assert sum(counts("by_status", day).values()) == 491
    assert "overdue" not in counts("by_status", day)
    assert counts("by_group", day) is None


def test_a_position_that_says_nothing_of_its_second_day_returns_nothing_of_it():
    dbs.dbs_audit(at_position=None, follow_up=None, due=None)
    assert counts("needing_check") == {WHOLE: 351}
    assert counts("overdue") == {WHOLE: 30}
    for key in ("by_status", "compliant", "without_check", "due_or_overdue", "overdue_followup"):
        assert counts(key) is None
    assert counts("due_in_month", JANUARY) is None


def test_a_day_without_a_position_returns_nothing():
    dbs.dbs_audit(by_group={"employee": 351})
    for key in set(BY_KEY) - {"due_in_month"}:
        for day in (date(2016, 1, 4), date(2016, 1, 14), date(2016, 1, 16)):
            assert counts(key, day) is None, key
        assert (counts(key, dbs.AUDIT_DATE) is None) == (key != "overdue"), key
        assert counts(key) is not None, key


def test_with_a_first_day_the_latest_position_since_answers():
    dbs.dbs_audit()
    since = {"since": date(2016, 1, 15)}
    assert counts("needing_check", date(2016, 6, 1), **since) == {WHOLE: 351}
    assert reading("needing_check", date(2016, 6, 1), **since).when == When.at(DAY)
    assert counts("needing_check", date(2016, 6, 1), since=date(2016, 1, 16)) is None
    assert counts("needing_check", date(2016, 1, 14), since=date(2015, 1, 1)) is None
    later = {"audit_date": date(2016, 3, 1), "position_date": date(2016, 3, 1)}
    everybody = {"needing": 9, "at_audit": {"IN_DATE": 9}, "at_position": None}
    dbs.dbs_audit(**later, **everybody, follow_up=None, due=None)
    assert counts("needing_check", date(2016, 6, 1), **since) == {WHOLE: 9}


def one_group(slug, needing, **said):
    """An audit of a population of its own, everybody in date."""
    return dbs.dbs_audit(
        cohort=people.cohort(slug, title=slug),
        needing=needing,
        at_audit={"IN_DATE": needing},
        at_position={"IN_DATE": needing},
        follow_up=None,
        due={date(2016, 1, 1): needing},
        **said,
    )


def test_without_a_population_the_usual_one_answers_else_the_only_one():
    one_group("visitors", 8)
    assert counts("needing_check") == {WHOLE: 8}
    assert counts("due_in_month", JANUARY) == {WHOLE: 8}
    one_group("carers", 9)
    assert counts("needing_check") is None, "two populations and neither is the usual one"
    assert counts("due_in_month", JANUARY) is None
    dbs.dbs_audit()
    assert counts("needing_check") == {WHOLE: 351}
    assert counts("due_in_month", JANUARY) == {WHOLE: 7}
    assert counts("needing_check", cohort=people.cohort("carers")) == {WHOLE: 9}


def test_a_population_that_has_no_position_or_holds_children_returns_nothing():
    dbs.dbs_audit()
    assert counts("needing_check", cohort=people.cohort("empty")) is None
    assert counts("needing_check", cohort=people.cohort("children", kind="looked_after")) is None


def test_another_councils_position_is_not_read():
    dbs.dbs_audit(council=make_council("elsewhere"))
    assert counts("needing_check") is None
    assert counts("due_in_month", JANUARY) is None


def test_withdrawn_and_replaced_positions_answer_nothing():
    audit = dbs.dbs_audit()
    said = {"needing": 9, "at_audit": {"IN_DATE": 9}, "source": "-", "corrected_because": "-"}
    newer = positions.correct_dbs_audit(record=audit, version=1, by=dbs.BY, on=DAY, **said)
    assert counts("needing_check") == {WHOLE: 9}
    operations.withdraw(record=newer, version=1, because="-", by=officer(), on=DAY)
    assert counts("needing_check") is None


def test_a_month_is_foreseen_by_an_audit_in_it_or_in_the_year_before():
    months = {date(2016, 1, 1): 7, date(2017, 1, 1): 7, date(2017, 2, 1): 7}
    dbs.dbs_audit(due=months)
    for month, found in (
        (When(date(2015, 12, 1), date(2015, 12, 31)), False),
        (JANUARY, True),
        (When(date(2017, 1, 1), date(2017, 1, 31)), True),
        (When(date(2017, 2, 1), date(2017, 2, 28)), False),
        (When(date(2016, 1, 1), date(2016, 1, 30)), False),
        (When.at(DAY), False),
    ):
        assert (counts("due_in_month", month) == {WHOLE: 7}) is found, month


def test_a_month_is_not_foreseen_by_a_position_of_a_day_after_it():
    dbs.dbs_audit(position_date=date(2016, 2, 1))
    assert counts("due_in_month", JANUARY) is None


def test_the_audit_of_the_position_that_is_latest_foresees_the_month():
    dbs.dbs_audit()
    later = {"audit_date": date(2016, 1, 6), "position_date": date(2016, 1, 31)}
    dbs.dbs_audit(**later, due={date(2016, 1, 1): 6})
    assert counts("due_in_month", JANUARY) == {WHOLE: 6}


def test_every_figure_says_what_it_is():
    for figure in FIGURES:
        assert figure.key.startswith("dbs.") and figure.unit.of_people
        assert figure.rule.endswith(".") and figure.citation and figure.source
        assert figure.key == "dbs.needing_check" or figure.base in {one.key for one in FIGURES}


def test_a_figure_is_read_in_five_queries(django_assert_max_num_queries):
    dbs.dbs_audit(by_group={"employee": 351})
    for key, figure in BY_KEY.items():
        asked = FigureRequest(make_council(), JANUARY if key == "due_in_month" else When.at(DAY))
        with NamedCase(key), django_assert_max_num_queries(5):
            values = figure.measure(asked)
        assert all(value.count is not None for value in values.values()), key
