"""The numbers of a drawn paper, and passages with a right and a wrong reading."""

import re

from reports.quantities.derivation.figures import figures

_EDIT = re.compile(r"«([^|«»]*)\|([^«»]*)»")


def figures_of(read):
    """The exact numbers of a reading in their order."""
    return figures(read).rows


def right(passage):
    """A passage of `«right|wrong»` as it should be."""
    return _EDIT.sub(r"\1", passage)


def wrong(passage):
    """The same with its slip."""
    return _EDIT.sub(r"\2", passage)
