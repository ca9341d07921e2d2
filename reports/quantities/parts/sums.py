"""What is written of parts that do not come to the number that a report gives for them."""

from collections.abc import Sequence

from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Quantity


def unlike_sum(parts: Sequence[Quantity], stated: str) -> str:
    """`46 + 21 + 17 = 84, but the report gives 48 offences.`, with `stated` at its end."""
    terms = " + ".join(part.phrase.number.words for part in parts)
    total = number_text(sum(part.value for part in parts))
    return f"{terms} = {total}, but the report gives {stated}."
