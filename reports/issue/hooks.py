"""Steps that other apps join to the publication of an edition, done in the order they joined.

An app joins in its `AppConfig.ready`, so that publishing knows nothing of what reads editions.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reports.editions.models.editions import Edition

# What begins the names, in history, of the parts of an edition's index.
INDEX = "index/"
DONE, WORKING, WAITING, PROBLEM = "done", "working", "waiting", "problem"
LABELS = {WORKING: "In progress", WAITING: "Not started", PROBLEM: "Problem"}


@dataclass(frozen=True)
class PublicationStep:
    """One step of a publication, for its page: its state, and in `hint` what there is to know."""

    title: str
    state: str
    hint: str = ""

    @property
    def status(self) -> str:
        """The state in words."""
        return LABELS.get(self.state, "Completed")


Step = Callable[[Edition], object]
Shown = Callable[[Edition], PublicationStep]
Digests = Callable[[Edition], Mapping[str, str]]
_during: list[Step] = []
_digests: list[Digests] = []
_after: list[Step] = []
_shown: list[Shown] = []


def on_publish(step: Step, digests: Digests | None = None) -> None:
    """Joins `step` to every publication, inside its transaction. `digests` gives the digest, by its
    name, of each part of what the step writes."""
    _during.append(step)
    if digests:
        _digests.append(digests)


def after_publish(step: Step, shown: Shown | None = None) -> None:
    """Joins `step` to what follows a publication; it may be called again for the same edition.
    `shown` says on the page of the publication how far it is."""
    _after.append(step)
    if shown:
        _shown.append(shown)


def index(edition: Edition) -> None:
    """Does what belongs to the transaction that publishes `edition`."""
    for step in _during:
        step(edition)


def index_digests(edition: Edition) -> dict[str, str]:
    """Name in history → digest of each part of what `index` wrote, as the database has it now."""
    return {
        f"{INDEX}{name}": item for digests in _digests for name, item in digests(edition).items()
    }


def follow(edition: Edition) -> None:
    """Does what follows the publication of `edition`."""
    for step in _after:
        step(edition)


def steps(edition: Edition) -> tuple[PublicationStep, ...]:
    """How far what follows the publication of `edition` is."""
    return tuple(printed(edition) for printed in _shown)
