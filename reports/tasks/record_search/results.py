"""The records found as a page shows them: by kind, with their count and a line on each."""

from collections.abc import Iterator
from dataclasses import dataclass

from assurance.accounts.models.accounts import User
from reports.tasks.record_search.kinds import RecordKind
from reports.tasks.record_search.query import RecordMatches

# Among records of every kind so many of one kind are shown, and so many kinds; on a page of one
# kind so many.
SHOWN, KINDS, PER_PAGE = 3, 8, 20


@dataclass(frozen=True)
class RecordLine:
    """One result: its name, its page, its words, (label, words) of what else is recorded."""

    name: str
    address: str
    facts: tuple[tuple[str, str], ...]
    is_withdrawn: bool
    text: str = ""


@dataclass(frozen=True)
class RecordGroup:
    """The results of one kind that a page shows, of `count` in all."""

    kind: RecordKind
    lines: tuple[RecordLine, ...]
    count: int


def record_groups(matches: RecordMatches, user: User) -> Iterator[RecordGroup]:
    """The first results of each of the first kinds."""
    for kind, keys in list(matches.keys.items())[:KINDS]:
        yield RecordGroup(kind, record_lines(kind, keys[:SHOWN], user), len(keys))


def record_lines(kind: RecordKind, keys, user: User) -> tuple[RecordLine, ...]:
    """A line for each record of `keys` that `user` may open, in their order."""
    rows = {record.pk: record for record in kind.rows(user).filter(pk__in=list(keys))}
    return tuple(_line(kind, rows[key]) for key in keys if key in rows)


def _line(kind, record):
    return RecordLine(
        name=str(record),
        address=kind.address(record),
        facts=tuple(kind.facts_of(record)),
        is_withdrawn=bool(getattr(record, "withdrawn_on", None)),
        text=kind.text_of(record),
    )
