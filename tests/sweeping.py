"""One test over everything of a kind, which names each that fails: thousands of cases that take no
time of their own cost a suite minutes when each is a test by itself."""

import functools
import itertools

import pytest
from django.db import connection

from tests.cases import LONG


def as_many(in_the_gate, *, long):
    """How many cases a sweep draws: fewer in the gate, which asks the same ones each time and has
    to end, than in `make test-long`."""
    return long if LONG else in_the_gate


def from_elsewhere(values, place):
    """All `values` again and again without an end, begun at any `place`: few sweeps that begin at
    different places meet all of them between them."""
    values = list(values)
    return itertools.islice(itertools.cycle(values), place % len(values), None)


def beside(place):
    """A place from which a sweep draws: another one beside each database, since the gate asks the
    same of both and need not ask it in the same words."""
    return place + (connection.vendor == "postgresql")


def brief(case):
    """The beginning of a case's own text, for a line of its own."""
    return " ".join(f"{case!r:.160}".split())


def swept(cases, *, named=brief):
    """Makes a test of one argument (or several, where a case is a tuple) into one test over all
    `cases`; it fails with a line for each case that fails. `named` says what a case is called.
    A generator is run through where the test runs, not by every worker that collects it."""

    def over_all(check):
        @functools.wraps(check)
        def over_each():
            every = list(cases)
            assert every, "There is no case to ask"
            wrong = [line for case in every if (line := _why_not(check, case, named))]
            assert not wrong, f"{len(wrong)} of {len(every)} fail:\n" + "\n".join(wrong)

        # pytest would ask for the fixtures that the wrapped test's arguments name.
        del over_each.__wrapped__
        return over_each

    return over_all


def _why_not(check, case, named):
    try:
        with NamedCase(named(case)):
            check(*case) if isinstance(case, tuple) else check(case)
    except (AssertionError, pytest.fail.Exception) as fault:
        first = str(fault).strip().splitlines()
        return f"- {named(case)}: {first[0] if first else 'it does not hold'}"
    return ""


class NamedCase:
    """Adds the name of a case to any fault that leaves its block."""

    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, _kind, fault, _trace):
        if fault is not None:
            fault.add_note(f"The case is {self.name}")
