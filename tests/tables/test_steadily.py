"""The collector waits while rows are read, and is as it was afterwards."""

import gc

import pytest

from assurance.tables.collector import without_pauses


@pytest.mark.parametrize("was_on", [True, False])
@pytest.mark.parametrize("fails", [True, False])
def test_the_collector_is_as_it_was(was_on, fails):
    before = gc.isenabled()
    (gc.enable if was_on else gc.disable)()
    try:
        with without_pauses():
            assert not gc.isenabled()
            with without_pauses():
                assert not gc.isenabled()
            assert not gc.isenabled()
            if fails:
                raise ValueError
    except ValueError:
        assert fails
    finally:
        now = gc.isenabled()
        (gc.enable if before else gc.disable)()
    assert now is was_on
