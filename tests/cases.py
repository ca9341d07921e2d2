"""How many random cases a test draws: few and always the same in the gate, many and new ones in
`make test-long`."""

import os

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

LONG = os.environ.get("CANDOUR_TESTS") == "long"
# What the gate's numbers are multiplied by, where a run has time.
TIMES = 10 if LONG else 1
# The gate draws the same cases each time: more of them cost time and find nothing new.
MOST = 200 * TIMES if LONG else 16
WRITTEN = 10


def load_profile() -> None:
    """Settles what holds for every random case of this run.

    A loaded machine is slow, not wrong, so no case has a deadline; the gate gives the same answer
    each time it is asked, and keeps no examples between its runs.
    """
    shared = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
    settings.register_profile("gate", max_examples=MOST, derandomize=True, database=None, **shared)
    settings.register_profile("long", max_examples=100 * TIMES, print_blob=True, **shared)
    settings.load_profile("long" if LONG else "gate")
    if not LONG:
        # Texts and numbers of whatever modules were read before are drawn too, so that the cases of
        # a test would hang on the tests before it; there is no setting for it.
        providers._get_local_constants = providers.Constants


def random_cases(number: int, **others) -> settings:
    """`number` cases in the gate and never more than `MOST`, ten times as many in `make
    test-long`."""
    return settings(max_examples=min(number * TIMES, MOST), **others)


def written_cases(number: int = WRITTEN, **others) -> settings:
    """As `random_cases` for what writes to the database, never more than 10 in the gate."""
    return random_cases(min(number, WRITTEN), **others)
