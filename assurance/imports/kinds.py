"""Every kind of file that can be imported; an app registers its own in `AppConfig.ready`."""

from assurance.accounts.access import may
from assurance.imports.declaration import Kind

# In the order in which the kinds of one upload are read: what others hang on comes first.
KINDS: list[Kind] = []
_places: dict[str, int] = {}


def register(*kinds: Kind, place: int) -> None:
    """Adds `kinds`; they are read by `place`, then in the order given."""
    _places.update((kind.key, place) for kind in kinds)
    KINDS[:] = sorted(
        [*(item for item in KINDS if item not in kinds), *kinds], key=lambda kind: _places[kind.key]
    )


def kinds_for(user):
    """The kinds of file that `user` may import."""
    return [kind for kind in KINDS if may(user, kind.permission)]


def kind_called(key):
    """The kind whose key is `key`, or None."""
    return next((kind for kind in KINDS if kind.key == key), None)
