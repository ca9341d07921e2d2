"""What the registers of other matters have in common, and what a record page shows beneath."""

from assurance.accounts.access import Permission, may
from assurance.registers.declaration import Register
from assurance.registers.values import filled_columns
from assurance.runtime.periods import say_day, today


def register_of(model, name, *, noun="", plural="", path="", related=(), **fields):
    """The register of `model`, kept by who keeps other matters and read by who sees counts; its
    noun, plural and path are made of its `name` unless given."""
    noun = noun or name
    return Register(
        namespace="governance",
        model=model,
        name=name,
        noun=noun,
        plural=plural or f"{noun}s",
        path=path or f"{name}s/",
        permission=Permission.RECORD_MATTERS,
        reading=Permission.SEE_COUNTS,
        related=("council", "withdrawn_by", *related),
        **fields,
    )


def within(request, record, *registers):
    """A dict of `sections`: for each register that lies within `record` its rows, how many of them
    stand, on which day, and where one more is added."""
    return {
        "sections": [_section(register, request.user, record) for register in registers],
        "true_on": say_day(today()),
    }


def link(user, permission, text, address):
    """A line of linked records: its words, and its address where `user` may open it."""
    return {"words": text, "address": address if may(user, permission) else ""}


def _section(register, user, record):
    rows = list(register.rows(user).within(register.parent.field, record))
    return {
        "register": register,
        **filled_columns(register.lines(rows, user)),
        "count": sum(not row.is_withdrawn for row in rows),
        "add": register.address("add", record.pk)
        if register.parent.register.may_change(user, record)
        else "",
    }
