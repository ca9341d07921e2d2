"""Claims about rows and lists, held against every measure that they may be of: each passage right,
and wrong in its marked words."""

import re
from dataclasses import replace

import pytest

from reports.constraints.prose_lists.list_ranks import list_ranks
from reports.constraints.prose_lists.partitions import partitions
from reports.table_constraints.measures.row_ranks import row_ranks
from reports.table_constraints.measures.row_sums import row_sums
from reports.table_constraints.measures.tallies import tallies
from reports.verdicts import run
from tests.checks.drawn import KNOWN, found, reading
from tests.claims_of_measures import (
    further_ranks,
    last_ranks,
    more_parts,
    more_ranks,
    more_tallies,
    other_ranks,
    parts,
    ranks,
    sums,
)
from tests.claims_of_measures import (
    tallies as tallies_of_rows,
)

_EDIT = re.compile(r"«(.*?)\|(.*?)»")
USUAL = replace(KNOWN, full_weight=False)
# The readings of a group of passages, and where these are.
GROUPS = (
    ((row_ranks, list_ranks), (further_ranks, last_ranks, more_ranks, other_ranks, ranks)),
    ((partitions,), (more_parts, parts)),
    ((tallies,), (more_tallies, tallies_of_rows)),
    ((row_sums,), (sums,)),
)
MODULES = [(readings, module) for readings, modules in GROUPS for module in modules]
# What these find is proved where rows are counted, or where a slip of the pen shows.
PROVED = (partitions, tallies)
PASSAGES = [(readings, text) for readings, module in MODULES for text in module.PASSAGES]


def _denials(readings, text):
    made = reading(text, council="Calderwick Council")
    return [denial for read in readings for denial in read(made)]


@pytest.mark.parametrize(("readings", "passage"), PASSAGES)
def test_a_right_passage_is_denied_by_neither_reading(readings, passage):
    assert not _denials(readings, _EDIT.sub(r"\1", passage))


@pytest.mark.parametrize(("readings", "passage"), PASSAGES)
def test_a_wrong_passage_is_denied_by_one_of_them(readings, passage):
    assert _denials(readings, _EDIT.sub(r"\2", passage))


@pytest.mark.parametrize(("readings", "module"), MODULES)
def test_what_they_find_is_advice_unless_it_is_proved(readings, module, monkeypatch):
    # What another rule finds of the same sentence is laid beside it elsewhere.
    monkeypatch.setattr(run, "corroborated", list)
    wrong = _EDIT.sub(r"\2", module.PASSAGES[0])
    rows = found(wrong, known=USUAL, council="Calderwick Council")
    says = {denial.says for denial in _denials(readings, wrong)}
    weights = {str(row.severity) for row in rows if row.fault.says in says}
    assert weights <= ({"advice", "warning"} if readings[0] in PROVED else {"advice"})
