"""Keyed digests of what names a person: a child's local reference, an e-mail address. Neither is
kept or sent in an address of a page."""

import hmac

from django.conf import settings


def child_pseudonyms(council, reference: str) -> list[str]:
    """The pseudonyms under which rows of the child with this local reference are kept."""
    return _digests(f"{council.slug}:{reference.strip()}")


def address_digest(email: str) -> str:
    """A digest that stands for an e-mail address, in whichever letters it was typed."""
    return _digests(f"address:{email.strip().lower()}")[0]


def _digests(text):
    return [hmac.digest(settings.DIGEST_KEY.encode(), text.encode(), "sha256").hex()]
