"""Jobs that can be seen to have run, or to have stumbled."""

from assurance.runtime.jobs import job

DONE = []


@job
def remember(number):
    """Runs, and can be seen to have."""
    DONE.append(number)
    return number


@job
def stumble(number):
    """Runs, and fails with words that name somebody."""
    DONE.append(number)
    raise ValueError("nobody@netherby.example is no address")
