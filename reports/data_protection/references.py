"""Keyed digests of what names a person: a child's local reference, an e-mail address. Neither is
kept or sent in an address of a page."""

from assurance.runtime.keyed_digests import keyed_digest, keyed_digests


def child_pseudonyms(council, reference: str) -> list[str]:
    """The pseudonyms under which rows of the child with this local reference are kept."""
    return keyed_digests(f"{council.slug}:{reference.strip()}")


def address_digest(email: str) -> str:
    """A digest that stands for an e-mail address, in whichever letters it was typed."""
    return keyed_digest(_address(email))


def address_digests(email: str) -> list[str]:
    """Every digest under which the address may be kept, that of the key in use first."""
    return keyed_digests(_address(email))


def _address(email):
    return f"address:{email.strip().lower()}"
