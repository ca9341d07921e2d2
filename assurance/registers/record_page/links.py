"""The addresses of rows that have a page, for readers who may open it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Model, QuerySet
from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.accounts.models.accounts import User
from assurance.registers.declaration import REGISTERS, Register


@dataclass(frozen=True)
class RowPage:
    """The page of one row of a model: the permission that opens it, the rows that a user may see
    there, and the address of one."""

    permission: Permission
    visible_to: Callable[[User], QuerySet]
    address: Callable[[Model], str]


# Model → the page of a row, of models without a register.
_pages_elsewhere = {
    User: RowPage(
        Permission.MANAGE_ACCOUNTS,
        lambda user: User.objects.visible_to(user),
        lambda row: reverse("accounts:account", args=[row.pk]),
    )
}


def register_page(model: type[Model], page: RowPage) -> None:
    """Adds the `page` that shows one row of a `model` without a register."""
    _pages_elsewhere[model] = page


def addresses_of(rows: Iterable[Model], user: User) -> dict[Model, str]:
    """Row → address of its page, of those of `rows` that have a page `user` may open; one query
    for each page."""
    by_model = defaultdict(list)
    for row in rows:
        by_model[type(row)].append(row)
    result = {}
    for model, own in by_model.items():
        for page in _pages_of(model):
            keys = [row.pk for row in own if row not in result]
            if keys and may(user, page.permission):
                visible = set(
                    page.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True)
                )
                result |= {row: page.address(row) for row in own if row.pk in visible}
    return result


def address_of(row: Model) -> str:
    """The address of the first page that shows a row, for any reader; empty where its model
    has none."""
    return next((page.address(row) for page in _pages_of(type(row))), "")


def _pages_of(model) -> Iterator[RowPage]:
    yield from (_page_in(register) for register in REGISTERS if register.model is model)
    if model in _pages_elsewhere:
        yield _pages_elsewhere[model]


def _page_in(register: Register) -> RowPage:
    return RowPage(
        register.reads_with,
        getattr(register.model, register.manager).visible_to,
        lambda row: register.address("record", row.pk),
    )
