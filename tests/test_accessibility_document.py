"""The document on accessibility: each criterion once, each with a check that exists."""

import ast
import re
from functools import cache

from django.conf import settings

DOCUMENT = settings.BASE_DIR / "docs" / "accessibility.md"
LINE = re.compile(r"^\| (\d\.\d\.\d+) ([^|]+) \| (A{1,2}) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
# The criteria of each guideline of WCAG 2.2 (W3C Recommendation of 5 October 2023) by level. 4.1.1
# was removed; those of level AAA are left out.
LEVELS = {
    "A": (
        "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 "
        "2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 "
        "3.3.2 3.3.7 4.1.2"
    ),
    "AA": (
        "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 "
        "2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3"
    ),
}


def lines():
    """(number, name, level, check, result, what a person tests) of each criterion."""
    found = map(LINE.match, DOCUMENT.read_text(encoding="utf-8").splitlines())
    return [match.groups() for match in found if match]


@cache
def named_in(path):
    """The names of the tests in a file."""
    tree = ast.parse((settings.BASE_DIR / path).read_text(encoding="utf-8"))
    return {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}


def test_each_criterion_of_both_levels_has_one_line_in_their_order():
    wanted = {number: level for level, numbers in LEVELS.items() for number in numbers.split()}
    assert len(wanted) == 55
    assert {row[0]: row[2] for row in lines()} == wanted and len(lines()) == 55
    numbers = [[int(part) for part in row[0].split(".")] for row in lines()]
    assert numbers == sorted(numbers)


def test_each_criterion_says_how_it_was_checked_with_what_result_and_what_people_test():
    for number, _name, _level, check, result, people in lines():
        assert NAMED.search(check) or re.match("looked: .{20}", check), number
        assert result.startswith(("Met", "Not applicable: ", "Not met: ", "In part: ")), number
        assert people == "–" or people.endswith("?"), number


def test_every_test_that_is_named_is_there():
    named = NAMED.findall(DOCUMENT.read_text(encoding="utf-8"))
    assert len(named) > 55
    assert [(path, name) for path, name in named if name not in named_in(path)] == []
    # What is written as code and looks like a test is read as one.
    assert len(named) == DOCUMENT.read_text(encoding="utf-8").count("::test_")
