"""What holds of any file: the order of its rows never matters, a second time changes nothing, and
undoing leaves the register as it was."""

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from assurance.imports import operations
from assurance.imports.run.lifecycle import unpacked
from tests import cast
from tests.cases import written_cases
from tests.imports.registers import everything, without_keys
from tests.make import audits, imports, people
from tests.make.imports import ON, checked, imported, row, table

CELLS = st.builds(
    row,
    st.integers(1, 5),
    team=st.sampled_from(["North", "South", "West"]),
    date=st.sampled_from(["31/01/2015", "2015-02-14", "30 February 2015", ""]),
    shared=st.sampled_from(["", "13/02/2015", "01/01/2015"]),
    strengths=st.sampled_from(["", "Clear", "Quick"]),
)
FILES = st.lists(CELLS, max_size=8)


def standing():
    """A register with two audits that files may speak of."""
    north = people.team("North")
    audits.case_audit(reference="CA-1", team=north, strengths="Clear")
    audits.case_audit(reference="CA-2", team=north)


def counts(run):
    """Added, changed, same, refused."""
    return run.added, run.changed, run.same, run.refused


def did(rows):
    """Brings the rows in where there is anything to import; the run, as it then stands."""
    run = checked(table(*rows))
    if not run.added + run.changed:
        return run
    return operations.import_files(run=run, kinds=imports.KINDS, by=cast.officer(), on=ON)


class AnyFile(TestCase):
    """Each example in a transaction of its own."""

    @written_cases()
    @given(FILES, st.randoms(use_true_random=False))
    def test_the_order_of_the_rows_never_matters(self, rows, random):
        standing()
        other = list(rows)
        random.shuffle(other)
        first, second = checked(table(*rows)), checked(table(*other))
        self.assertEqual(counts(first), counts(second))
        refused = [_refused(one, rows) for one, rows in ((first, rows), (second, other))]
        self.assertEqual(*refused)

    @written_cases()
    @given(FILES)
    def test_the_same_again_changes_nothing(self, rows):
        standing()
        did(rows)
        before = everything()
        again = did(rows)
        self.assertEqual((again.added, again.changed), (0, 0))
        self.assertEqual(everything(), before)

    @written_cases()
    @given(FILES)
    def test_undo_restores_exactly(self, rows):
        standing()
        before = everything()
        run = did(rows)
        if run.state == "imported":
            operations.undo(run=run, by=cast.officer(), on=ON)
        self.assertEqual(everything(), before)

    @written_cases()
    @given(FILES)
    def test_every_row_is_counted_once(self, rows):
        standing()
        self.assertEqual(sum(counts(did(rows))), len(rows))


def test_two_orders_leave_the_same_register(db):
    rows = [row(1, team="North"), row(2, team="South"), row(3, team="North", strengths="Clear")]
    run = imported(table(*rows))
    first = without_keys(everything())
    operations.undo(run=run, by=cast.officer(), on=ON)
    imported(table(*reversed(rows)))
    assert without_keys(everything()) == first


def _refused(run, rows):
    told = unpacked(run.found)["units"][0]["refusals"]
    return sorted({(str(rows[one["row"] - 2]), one["column"]) for one in told})
