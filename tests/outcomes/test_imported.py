"""Outcome sets as a file: all outcomes of a set together, and only where they add up."""

from datetime import date

import pytest

from assurance.imports import kinds
from assurance.imports import operations as imports
from assurance.outcomes.models import OutcomeSet
from tests.cast import make_council, officer
from tests.kinds.files import checked, counts, good, imported, told
from tests.make.outcomes import outcome_set
from tests.tables.books import xlsx

pytestmark = pytest.mark.django_db
HEAD = "Outcome set,Date or last day,Who is counted,People in all,Source,Outcome,Number\n"
KINDS = [kind for kind in kinds.KINDS if kind.key == "outcome-sets"]


def file(*lines):
    """A run of a file of these lines, checked."""
    return checked([("sets.csv", (HEAD + "\n".join(lines) + "\n").encode())], KINDS)


def outcomes(row):
    """The outcomes of a set in their order."""
    return [(one.order, one.slug, one.count) for one in row.outcomes.all()]


def test_the_good_file_makes_each_set_with_its_outcomes_in_order():
    imported(checked(good("outcome-sets")))
    care, left = (OutcomeSet.objects.get(base=base) for base in (50, 64))
    assert outcomes(care) == [
        (1, "with-a-former-carer", 12), (2, "in-a-home-of-their-own", 30), (3, "not-known", 8),
    ]  # fmt: skip
    assert (left.from_date, left.to_date) == (date(2014, 4, 1), date(2015, 3, 31))
    assert str(care.outcomes.first().target) == "30.0"


def test_a_set_that_does_not_add_up_is_refused_whole():
    run = file("A,2015-03-31,Care leavers,10,Service,Home,4", "A,2015-03-31,,,,Away,5")
    assert "9 of 10" in str(told(run))
    assert counts(run)[3]
    assert not OutcomeSet.objects.exists()


@pytest.mark.parametrize(
    "lines",
    [
        ("A,2015-03-31,Care leavers,17,Service,Home,12", "A,2015-03-31,,,,Away,4"),
        # All rows, without those of one outcome, come to the whole.
        (
            "A,2015-03-31,Care leavers,17,Service,Home,6",
            "A,2015-03-31,,,,home,7",
            "A,2015-03-31,,,,Away,4",
        ),
    ],
)
def test_nothing_of_a_set_is_kept_where_its_refused_rows_are_left_out(lines):
    whole = "B,2015-03-31,Care leavers,10,Service,Home,10"
    imported(file(*lines, whole), KINDS)
    kept = OutcomeSet.objects.all()
    assert [(row.title, sum(one.count for one in row.outcomes.all())) for row in kept] == [
        ("B", 10)
    ]


def test_an_outcome_twice_in_a_set_is_refused():
    run = file(
        "A,2015-03-31,Care leavers,10,Service,Home,4",
        "A,2015-03-31,,,,home,6",
    )
    assert "twice" in str(told(run))


def test_what_stands_is_changed_and_an_import_is_undone():
    row = outcome_set()
    run = file(
        "Where care leavers live,2015-03-31,,,,With a former carer,14",
        "Where care leavers live,2015-03-31,,,,In a home of their own,28",
    )
    imported(run, KINDS)
    assert [count for _, _, count in outcomes(row)] == [14, 28, 8]
    imports.undo(run=run, by=officer(), on=date(2019, 3, 2))
    assert [count for _, _, count in outcomes(row)] == [12, 30, 8]
    assert row.council == make_council()


def test_a_target_that_a_workbook_shows_as_a_per_cent_is_no_hundredth_of_it():
    heads = [*HEAD.strip().split(","), "Target"]
    row = ["A", "2015-03-31", "Care leavers", 10, "Service", "Home", 10]

    def fill(book):
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, heads)
        sheet.write_row(1, 0, row)
        sheet.write(1, len(row), 0.6, book.add_format({"num_format": "0%"}))

    imported(checked([("sets.xlsx", xlsx(fill))], KINDS), KINDS)
    assert str(OutcomeSet.objects.get().outcomes.get().target) == "60.0"
