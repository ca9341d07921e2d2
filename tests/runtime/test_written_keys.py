"""The keys of rows that a transaction wrote, kept as ranges where they follow on each other."""

from hypothesis import given
from hypothesis import strategies as st

from assurance.runtime.databases.written import Keys
from tests.cases import random_cases

NUMBERS = st.integers(0, 30)
RANGES = st.tuples(NUMBERS, NUMBERS).map(lambda ends: range(*ends))


@random_cases(25)
@given(st.lists(RANGES | st.lists(NUMBERS), max_size=6))
def test_a_key_is_among_them_as_it_is_among_a_plain_set(several):
    keys, plain = Keys(), set()
    # Ranges of one table never overlap: a database gives a key once.
    for some in several:
        if isinstance(some, range) and plain.intersection(some):
            continue
        keys.update(some)
        plain.update(some)
    assert {key for key in range(31) if key in keys} == plain
    assert sorted(keys) == sorted(plain) and len(keys) == len(plain)
