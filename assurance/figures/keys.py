"""Keys of figures through time: what papers and editions keep goes on naming the same figure."""

# Key that papers and editions were written with → the key of the figure today.
ALIASES: dict[str, str] = {}


def current_key(key: str) -> str:
    """The key that the figure called `key` has today."""
    return ALIASES.get(key, key)


def keys_of(key: str) -> tuple[str, ...]:
    """Every key that the figure called `key` has had, today's first."""
    now = current_key(key)
    return (now, *(old for old, new in ALIASES.items() if new == now))
