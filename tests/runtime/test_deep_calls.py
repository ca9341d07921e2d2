"""Calls at any depth of a wide piece of the stack ask the system for no memory."""

import resource
from types import FunctionType

from tests.deep_calls import with_wide_stack

DEPTHS, TURNS = 200, 20


def _leaf():
    return None


# Wide enough to cross the end of its caller's piece at several depths.
leaf = FunctionType(_leaf.__code__.replace(co_stacksize=100), globals())


def faults_of(depth):
    """How many pages of memory the system gave to a loop of calls, `depth` frames further down."""
    if depth:
        return faults_of(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _turn in range(TURNS):
        leaf()
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def test_no_depth_asks_for_memory_with_every_call():
    assert with_wide_stack(lambda: [n for n in range(DEPTHS) if faults_of(n) >= TURNS]) == []


def test_what_is_called_gives_its_answer():
    assert with_wide_stack(lambda: "an answer") == "an answer"
