"""Per cents of a whole, which are 100 at most, and those that can be more. No Django here."""

import re

from assurance.governance.rules.choices import PERCENT, say_value

_WHOLE = 100
# How the title or definition of a per cent shows that 100 is not the most it can be.
_BEYOND_A_WHOLE = re.compile(
    r"\b(?:chang|increas|decreas|grow|ris(?:e|ing)\b|overspen|ratio\b"
    r"|(?:of|against) (?:the |its )?(?:budget|target|baseline)\b"
    r"|(?:above|over|beyond|more than|exceed) 100)",
    re.IGNORECASE,
)


def why_not_beyond(measure, number):
    """The sentence that refuses a per cent of a whole above 100, or None."""
    if measure.unit != PERCENT or number is None or number <= _WHOLE:
        return None
    if _BEYOND_A_WHOLE.search(f"{measure.title} {measure.definition}"):
        return None
    return (
        f"{say_value(number, PERCENT)} is more than the whole: check the number. If this measure "
        "can be more than 100%, write “can be more than 100%” in its definition first"
    )
