"""What a home page is made of: its reader, its parts and the columns that they are drawn in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assurance.accounts.access import EVERYONE_SIGNED_IN, Permission, permissions
from reports.tasks.all_tasks import needs_of
from reports.tasks.job.cards import JobCard, cards_of
from reports.tasks.task import Need

TOP, MAIN, PICTURES, SIDE = "top", "main", "pictures", "side"
COLUMNS = (TOP, MAIN, PICTURES, SIDE)


@dataclass(frozen=True)
class HomeReader:
    """The account whose home is drawn on `day`; `since` is the date of its visit before this one,
    None where none is known."""

    user: object
    day: date
    since: date | None = None

    @cached_property
    def permissions(self) -> frozenset[Permission]:
        """What the account may do on the day."""
        return permissions(self.user, self.day)

    @property
    def only_reads(self) -> bool:
        """Whether it may do no more than everybody who is signed in: a member of the council."""
        return self.permissions == EVERYONE_SIGNED_IN

    @cached_property
    def cards(self) -> list[JobCard]:
        """The reports that are due or under way."""
        return cards_of(self.user, self.day)

    @cached_property
    def needs(self) -> list[Need]:
        """What waits for the account, without what its cards show."""
        has_card = {card.address for card in self.cards if card.address}
        every = needs_of(self.user, self.day, with_due=False)
        return [need for need in every if need.address not in has_card]


@dataclass(frozen=True)
class HomePart:
    """A part of the page: `context` gives the variables of its template, `tasks/home/NAME.html`, or
    None where there is nothing to show. `permission` is what its reader has to have."""

    name: str
    permission: Permission
    context: Callable[[HomeReader], dict | None]
    column: str = MAIN

    @property
    def template(self) -> str:
        """The template that draws it."""
        return f"tasks/home/{self.name}.html"


@dataclass(frozen=True)
class FilledPart:
    """A part with its variables; `leads` where its button is the green one of the page."""

    part: HomePart
    context: dict
    leads: bool = False
