"""The staff list of the demonstration over the years: who joins and leaves, who holds which post
from when, and who is away.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from assurance.accounts import operations as accounts
from assurance.accounts.access import Role
from assurance.people import operations as people
from assurance.people.models.holders import PostHolder
from assurance.people.models.posts import Post
from assurance.records import operations
from assurance.records.history import CommandLine
from assurance.runtime.typography import typographic
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil, address

BY = CommandLine("load_demonstration")
ONE_DAY = date.resolution
# What ends on the day before another post takes its work.
MERGED = "Principal Social Worker", date(2019, 6, 3)


def steps(founded: FoundedCouncil) -> Iterator[tuple[date, Callable]]:
    """(day, what is done on it) of every change of staff."""
    value = texts.read("staff")
    yield from _each(value["joined"], partial(_join, founded))
    yield from _each(value["takes"], partial(_hand_over, founded))
    yield MERGED[1], partial(_merge, founded)
    yield from _each(value["left"], partial(_leave, founded))
    yield from _each(value["away"], partial(_be_away, founded))


def _each(entries, do):
    for entry in entries:
        yield date.fromisoformat(entry["on"]), partial(do, entry)


def _join(founded, entry, on):
    """An account that signs in once it is sent a link, as those of new staff do."""
    values = {name: entry[name] for name in ("name", "subject")}
    founded.accounts[entry["word"]] = accounts.add_account(
        council=founded.council,
        email=address(texts.read("council"), entry["word"]),
        role=Role(entry["role"]),
        from_date=on,
        by=BY,
        on=on,
        **values,
    )


def _hand_over(founded, item, on):
    last = item.get("to_date")
    people.hand_over(
        post=Post.objects.of(founded.council).get(title=typographic(item["title"])),
        account=founded.accounts[item["word"]],
        from_date=on,
        to_date=date.fromisoformat(last) if last else None,
        by=BY,
        on=on,
    )


def _merge(founded, on):
    """The end of a post, and of who holds it, once its work is another's."""
    post = Post.objects.of(founded.council).get(title=MERGED[0])
    for record in (post.holder_on(on), post):
        operations.change(record=record, by=BY, on=on, to_date=on - ONE_DAY)


def _leave(founded, entry, on):
    """The end of an account's role, after which nobody signs in to it."""
    user = founded.accounts[entry["word"]]
    accounts.end_grant(grant=user.grants.get(), last_day=on, by=BY, on=on)
    accounts.deactivate(user=user, by=founded.accounts["officer"], on=on)


def _be_away(founded, entry, on):
    account = founded.accounts[entry["word"]]
    holder = PostHolder.objects.on(on).get(account=account, post__title=typographic(entry["title"]))
    days = {name: date.fromisoformat(entry[name]) for name in ("from_date", "to_date")}
    stand_in = founded.accounts.get(entry.get("stand_in"))
    people.be_away(holder=holder, by=account, on=on, stand_in=stand_in, **days)
