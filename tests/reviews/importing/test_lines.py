"""Many findings typed as lines: what is read, and which line is refused."""

import pytest

from assurance.reviews.rules import findings


def test_a_line_is_a_finding_and_its_place_stands_after_the_last_bar():
    text = "Plans lack dates | para 12\n\n  \nEither | or is asked | p. 4\r\nVisits are late\n|"
    assert findings.lines_of(text) == [
        ("Plans lack dates", "para 12"),
        ("Either | or is asked", "p. 4"),
        ("Visits are late", ""),
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "at least one"),
        ("One\n| para 2", "Finding 2 has a place, but no words"),
        ("One\n||", "Finding 2, “|”, needs letters or numbers"),
        ("One | " + "x" * 81, "place of finding 1 must have 80"),
        ("One\nTwo\nOne | para 3", "Finding 3 has the same text as finding 1"),
        ("\n".join(map(str, range(201))), "200 findings or fewer at once: these are 201"),
    ],
)
def test_lines_that_are_no_findings_are_refused_by_number(text, sentence):
    assert sentence in findings.why_not_lines(findings.lines_of(text))


def test_lines_within_their_limits_are_kept():
    assert findings.why_not_lines(findings.lines_of("\n".join(map(str, range(200))))) is None
    assert findings.why_not_lines(findings.lines_of("One | " + "x" * 80)) is None
