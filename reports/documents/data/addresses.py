"""Addresses in data: whole where the public address of the installation is given."""


def whole_address(address: str, root: str) -> str:
    """`address` of this site under `root`, its public address; others and none stay."""
    return f"{root.rstrip('/')}{address}" if address.startswith("/") else address
