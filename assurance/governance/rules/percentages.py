"""Per cents of a whole, which are 100 at most, numbers of people, which are 0 at least, and those
that can be beyond. No Django here."""

import re

from assurance.governance.rules.choices import NUMBER, PERCENT, say_value

_WHOLE = 100
# How the title or definition of a per cent shows that 100 is not the most it can be.
_BEYOND_A_WHOLE = re.compile(
    r"\b(?:chang|increas|decreas|grow|ris(?:e|ing)\b|overspen|ratio\b"
    r"|(?:of|against) (?:the |its )?(?:budget|target|baseline)\b"
    r"|(?:above|over|beyond|more than|exceed) 100)",
    re.IGNORECASE,
)
# How they show that it is no number of people itself, but a change or a difference.
_BELOW_NOUGHT = re.compile(
    r"\b(?:chang|increas|decreas|grow|ris(?:e|ing)\b|fall|net\b|differen|varia|balance|deficit|surplus"
    r"|minus|compared with|(?:below|less than|under) (?:0|nought|zero))",
    re.IGNORECASE,
)


def why_not_below(measure, number):
    """The sentence that refuses a number or a share of people below nought, or None."""
    counts = measure.unit in (NUMBER, PERCENT) and number is not None and number < 0
    if not counts or not measure.of_people:
        return None
    if _BELOW_NOUGHT.search(f"{measure.title} {measure.definition}"):
        return None
    return (
        f"{say_value(number, measure.unit)} is below 0, and this measure counts people: check the "
        "number. If it can be below 0, write “can be below 0” in its definition first"
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
