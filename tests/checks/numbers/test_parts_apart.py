"""Parts told in paragraphs of their own, and the whole that stands before them."""

import pytest

from tests.checks.drawn import found
from tests.sweeping import swept

WHOLE = "We looked after 188 children on 1 December 2015."


def denied(*paragraphs):
    """(where, what it says) of each whole that its parts deny."""
    rows = found("# Children\n\n" + "\n\n".join(paragraphs))
    return [
        (one.fault.where, one.fault.says.partition(",")[0])
        for one in rows
        if one.rule.key == "parts-of-whole"
    ]


@swept(range(50, 62))
def test_the_parts_of_three_paragraphs_come_to_the_whole_before_them(rest):
    told = denied(
        WHOLE,
        "Of these, 100 were in foster homes.",
        "A further 32 lived with family.",
        f"The remaining {rest} were in other homes.",
    )
    wrong = [("para-1", f"100 + 32 + {rest} = {132 + rest}")] if rest != 56 else []
    assert told == wrong


@pytest.mark.parametrize(
    "paragraphs",
    [
        (WHOLE, "100 of these were boys.", "The remaining 87 were girls."),
        (WHOLE, "100 of the 188 were boys.", "The remaining 87 were girls."),
        (WHOLE, "Of these, 100 were boys and 90 were girls."),
    ],
)
def test_parts_that_deny_their_whole_are_found_however_they_begin(paragraphs):
    assert len(denied(*paragraphs)) == 1


@swept(
    [
        (case,)
        for case in [
            (WHOLE, "Of these, 100 were boys.", "A further 40 lived far away."),
            (WHOLE, "100 of the 120 carers were asked.", "The remaining 20 were not."),
            (WHOLE, "Of these, 100 were boys and 88 were girls."),
            (WHOLE, "Of these, over 100 were boys.", "The remaining 20 were asked again."),
            (WHOLE, "They were well.", "Of these, 100 were boys.", "The remaining 20 were not."),
            (WHOLE, "The remaining 87 were girls."),
            (WHOLE, "# Homes", "Of these, 100 were good.", "The remaining 20 were not."),
            (
                "We looked after 188 children and 40 adults.",
                "Of these, 8 left.",
                "The rest, 9 stayed.",
            ),
            ("About 188 children came.", "Of these, 8 left.", "The remaining 9 stayed."),
            (WHOLE, "Of these, 100 were boys and 3 were twins.", "The remaining 85 were girls."),
        ]
    ]
)
def test_parts_of_something_else_and_parts_that_are_not_all_are_left_in_peace(paragraphs):
    assert denied(*paragraphs) == []
