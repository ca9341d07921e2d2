"""Steps that other apps join to the publication of an edition, done in the order they joined.

An app joins in its `AppConfig.ready`, so that publishing knows nothing of what reads editions.
"""

from collections.abc import Callable

from reports.editions.models.editions import Edition

Step = Callable[[Edition], object]
_during: list[Step] = []
_after: list[Step] = []


def on_publish(step: Step) -> None:
    """Joins `step` to every publication, inside its transaction."""
    _during.append(step)


def after_publish(step: Step) -> None:
    """Joins `step` to what follows a publication; it may be called again for the same edition."""
    _after.append(step)


def index(edition: Edition) -> None:
    """Does what belongs to the transaction that publishes `edition`."""
    for step in _during:
        step(edition)


def follow(edition: Edition) -> None:
    """Does what follows the publication of `edition`."""
    for step in _after:
        step(edition)
