"""Every kind of file that can be brought in; a subject adds a line for each of its own.

The order is that in which the kinds of one upload are read: what others hang on stands first.
"""

from assurance.imports.declaration import Kind

KINDS: tuple[Kind, ...] = ()


def kind_called(key):
    """The kind whose key is `key`, or None."""
    return next((kind for kind in KINDS if kind.key == key), None)
