"""Relations of reports to panels: right ones rest, wrong ones are found; odd tables do no harm."""

from itertools import product

import pytest

from tests.checks.drawn import found
from tests.constraints.panels.more_tables import PASSAGES as OF_MORE_TABLES
from tests.constraints.panels.sections import SECTIONS
from tests.constraints.panels.sentences import PASSAGES as OF_SENTENCES
from tests.constraints.panels.tables import PASSAGES as OF_TABLES
from tests.constraints.test_constraints import keys
from tests.constraints.test_steps_and_ranks import _EDIT

# Cells that a table may have where a number is looked for.
CELLS = ("-", "0", "0%", "£0", "n/a", "12", "7%", "1,000,000")
SENTENCES = (
    "The share has risen for the third year running.",
    "Visits went up by nought, or by 3 percentage points.",
    "There were more visits at the end of the year than at its start.",
    "This year's figure is the second highest of the four.",
    "In 2014 only 0% were in time, so we are 14 percentage points better off.",
    "They come to 0, so that about nine in ten have one, an average of £0 for each visit.",
    "The budget was £0. Spending was thus below budget by £0.",
    "That leaves 0. The other 0 have none. All, therefore, have one.",
    "Performance improved with each term that passed.",
)


@pytest.mark.parametrize("text", (*OF_SENTENCES, *OF_TABLES, *OF_MORE_TABLES))
def test_a_right_passage_rests_and_a_wrong_one_is_found(text):
    assert keys(_EDIT.sub(r"\1", text)) == set()
    assert keys(_EDIT.sub(r"\2", text))


@pytest.mark.parametrize("text", SECTIONS)
def test_a_right_section_rests(text):
    assert keys(text) == set()


@pytest.mark.sampled(3)
@pytest.mark.parametrize("heads", ("2014 | 2015", "2014/15 | 2014/15", "Share | Total"))
def test_tables_of_odd_cells_break_no_rule(heads):
    for first, last in product(CELLS, CELLS):
        rows = f"| Visits | {first} | {last} |\n| Autumn 2014 | {last} | {first} |\n"
        rows += f"| Total | {first} | {last} |"
        # A rule that fails is a finding of its own, which `found` lets no test pass with.
        found(f"Table: Visits\n| What | {heads} |\n{rows}\n\n{' '.join(SENTENCES)}")


def test_lists_of_nothing_break_no_rule():
    opened = "There are 12 visits.\n\nThe visits show the following needs:"
    for items in product(("* all others: 0", "* one: 12", "* none", "* 0"), repeat=2):
        found("\n\n".join((opened, "\n".join(items), "That left 3.")))
