"""Three or more parts with what they come to “in all”: an error where the reading is sure."""

from tests.checks.drawn import found
from tests.sweeping import swept

LIVE = "{{12|looked_after.started|2015-07-01/2015-12-31}}"


def severities(text):
    """How much each finding of parts and their sum weighs."""
    return [str(one.severity) for one in found(text) if one.rule.key == "parts-of-whole"]


@swept(
    [
        ("There were 12 visits, 10 calls, 8 letters and 14 meetings, 35 in all.", ["error"]),
        ("We made 12 visits, 10 calls and 8 letters, a total of 31.", ["error"]),
        (f"There were {LIVE} in one home, 10 in another and 8 in a third: 31 in all.", ["error"]),
        ("There were 12 visits, 10 calls and 8 letters, 60 in all.", ["error"]),
        ("There were 12 visits, 10 calls and 8 letters, 30 in all.", []),
        # Others among them make the sum: the third may be counted within them.
        ("There were 30 visits, 12 calls and 25 late ones, 42 in all.", []),
        ("There were 12 visits, 10 calls, 8 letters and several others, 35 in all.", ["warning"]),
    ]
)
def test_parts_that_do_not_add_up_are_an_error(text, expected):
    assert severities(text) == expected
