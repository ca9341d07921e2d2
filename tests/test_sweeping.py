"""A sweep is one test that tries every case and names each that fails."""

import pytest

from tests.sweeping import swept


def test_every_case_is_tried_and_each_that_fails_is_named():
    tried = []

    @swept([1, 2, 3, 4])
    def is_odd(number):
        tried.append(number)
        assert number % 2, f"{number} is even"

    with pytest.raises(AssertionError) as told:
        is_odd()
    assert tried == [1, 2, 3, 4]
    assert "2 of 4 fail" in str(told.value)
    assert "- 2: 2 is even" in str(told.value)
    assert "- 4: 4 is even" in str(told.value)


def test_a_sweep_in_which_nothing_fails_passes():
    @swept([("a", 1), ("b", 2)])
    def is_named(name, number):
        assert (name, number) in {("a", 1), ("b", 2)}

    is_named()


def test_what_breaks_is_not_taken_for_what_fails():
    @swept(["x"])
    def breaks(_case):
        raise ValueError("a mistake of the test's own")

    with pytest.raises(ValueError, match="of the test's own") as told:
        breaks()
    assert told.value.__notes__ == ["The case is 'x'"]


def test_a_sweep_over_nothing_fails():
    with pytest.raises(AssertionError, match="no case"):
        swept([])(lambda _case: None)()


def test_what_should_have_been_refused_is_a_case_that_fails():
    @swept(["1", "x"])
    def is_no_number(text):
        with pytest.raises(ValueError, match="invalid"):
            int(text)

    with pytest.raises(AssertionError, match="- '1': DID NOT RAISE"):
        is_no_number()
