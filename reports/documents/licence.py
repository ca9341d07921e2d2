"""Under which licence anybody may use what is published: the installation's own setting."""

from django.conf import settings


def licence() -> dict:
    """Its `name` and its `address`, as data carries them."""
    return {"name": settings.LICENCE_NAME, "address": settings.LICENCE_ADDRESS}


def linked() -> dict:
    """The licence as a description of a table names it."""
    return {"@id": settings.LICENCE_ADDRESS}
