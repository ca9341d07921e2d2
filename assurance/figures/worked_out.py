"""Numbers worked out of a count and of what is published, such as a rate of a population: whoever
reads one knows the count behind it."""

from collections.abc import Mapping

from assurance.figures.figure import WHOLE, Value
from assurance.figures.relations import Identity


def hidden_with_counts(values: Mapping[Identity, Value], hidden: set[Identity]) -> set[Identity]:
    """The identities of numbers whose count is among those `hidden`, or was not measured."""
    open_counts = {
        (value.key, value.evidence)
        for identity, value in values.items()
        if identity not in hidden and value.member == WHOLE and value.count is not None
    }
    return {
        identity
        for identity, value in values.items()
        if value.behind and value.behind not in open_counts
    }
