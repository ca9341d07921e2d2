"""From which address a request comes, where web servers of one's own stand before the service."""

import ipaddress

from django.conf import settings

NETWORK_BITS = 64


def client_address(request) -> str:
    """The address of whoever asks: the last one in `X-Forwarded-For` that is no web server of one's
    own (`TRUSTED_PROXIES`), read only where one of those asks; else who asks. An entry that is no
    address ends the reading: the server that passed it on counts."""
    address = request.META.get("REMOTE_ADDR") or ""
    listed = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    while listed and _is_own(address):
        earlier = _as_address(listed.pop().strip())
        if earlier is None:
            break
        address = earlier
    return address


def counted_address(request) -> str:
    """The address under which tries are counted: of IPv6 that of its network of 64 bits, since
    every household has all addresses of one."""
    address = client_address(request)
    parsed = ipaddress.ip_address(address) if address else None
    if parsed is None or parsed.version == 4:
        return address
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    network = ipaddress.ip_network((parsed.packed, NETWORK_BITS), strict=False)
    return str(network.network_address)


def _is_own(address):
    # A socket of this machine has no address.
    return not address or any(
        ipaddress.ip_address(address) in ipaddress.ip_network(known, strict=False)
        for known in settings.TRUSTED_PROXIES
    )


def _as_address(text):
    try:
        return str(ipaddress.ip_address(text.strip("[]")))
    except ValueError:
        return None
