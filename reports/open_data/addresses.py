"""Addresses in data: whole where the installation knows its public address."""

from django.conf import settings

from reports.documents.data.addresses import whole_address

# The names under which data holds addresses of this site.
HOLD_ADDRESSES = {"address", "paper_address", "data", "last_told_in", "silent", "paper"}


def whole_addresses(value, name: str = ""):
    """`value`, plain data, with each address of this site made whole; `name` is what holds it."""
    if isinstance(value, dict):
        return {key: whole_addresses(item, key) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [whole_addresses(item, name) for item in value]
    if isinstance(value, str) and name in HOLD_ADDRESSES:
        return whole_address(value, settings.PUBLIC_ADDRESS)
    return value
