"""How large the database of the benches is: the one place that says so."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """Rows of each kind, and how often each comparison is timed.

    `issued` counts the demonstration's two reports too; `quoted` are the figures that the large
    draft quotes; `drafts` how many of the two drafts are timed, the large one first; `imported` the
    rows of a file that a person gives; `listed` the rows of each list page that has none of its own
    here; `councils` those that publish beside it; `large` the rows of the largest files, and the
    people of the largest register.
    """

    staff: int
    audits: int
    actions: int
    episodes: int
    issued: int
    sections: int
    paragraphs: int
    quoted: int
    drafts: int
    imported: int
    listed: int
    councils: int
    rounds: int
    large: int


FULL = Sizes(
    staff=10_000,
    audits=2_000,
    actions=300,
    episodes=20_000,
    issued=6,
    sections=20,
    paragraphs=9,
    quoted=300,
    drafts=2,
    imported=1_000,
    listed=300,
    councils=149,
    rounds=3,
    large=100_000,
)
# Enough of each kind that a page of every list has a second one. Both drafts are timed alike.
TINY = Sizes(
    staff=30,
    audits=30,
    actions=30,
    episodes=40,
    issued=2,
    sections=1,
    paragraphs=2,
    quoted=4,
    drafts=1,
    imported=5,
    listed=30,
    councils=2,
    rounds=0,
    large=60,
)
