"""How long things may be. A longer one stands in docs/budgets.txt with its reason, or is split."""

import ast
import io
import re
import statistics
import tokenize
from collections import Counter
from pathlib import PurePosixPath

from tests.sources import ROOT, everything, product, templates
from tests.sweeping import swept

MODULE, FUNCTION, VIEW, TEMPLATE = 300, 40, 25, 120
MODULES_IN_A_FOLDER = 15
MEDIAN_MODULE = 90
TEST_LINES_PER_LINE = 1, 2.2
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "services", "core", "common", "misc"}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def allowances():
    """A dict of `path` or `path:function` → the reason that it may be longer."""
    file = ROOT / "docs" / "budgets.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    return dict(line.split(maxsplit=1) for line in lines if line.strip())


def lengths():
    """A dict of what has a budget → (its lines, its budget)."""
    found = {one.relative: (_lines(one.text), MODULE) for one in everything()}
    for module in everything():
        for one in module.functions:
            budget = VIEW if _is_view(module, one) else FUNCTION
            lines = one.end_lineno - one.lineno + 1
            found[f"{module.relative}:{one.name}"] = (lines, budget)
    for path in templates():
        text = path.read_text(encoding="utf-8")
        found[path.relative_to(ROOT).as_posix()] = (_lines(text), TEMPLATE)
    return found


def test_nothing_is_longer_than_its_budget():
    allowed = allowances()
    longer = {
        name: f"{lines} lines, {budget} allowed"
        for name, (lines, budget) in lengths().items()
        if lines > budget and name not in allowed
    }
    assert not longer


def test_an_allowance_that_nothing_needs_is_taken_back():
    found = lengths()
    needed = {name for name, (lines, budget) in found.items() if lines > budget}
    assert set(allowances()) <= needed


def test_every_allowance_has_a_reason():
    assert all(len(reason.split()) > 3 for reason in allowances().values())


def test_a_folder_holds_at_most_fifteen_modules():
    modules = [one for one in product() if one.text.strip() and not one.is_package]
    folders = Counter(PurePosixPath(one.relative).parent.as_posix() for one in modules)
    assert not {folder: count for folder, count in folders.items() if count > MODULES_IN_A_FOLDER}


def test_half_the_modules_are_short():
    lines = [_code_lines(one) for one in product() if one.text.strip()]
    assert statistics.median(lines) < MEDIAN_MODULE


@swept(everything())
def test_a_modules_name_says_what_it_holds(module):
    assert not NAMES_THAT_SAY_NOTHING & set(module.name.split("."))


@swept(one for one in everything() if UNFINISHED.search(one.text))
def test_nothing_is_left_to_be_done_later(module):
    comments = [
        one.string
        for one in tokenize.generate_tokens(io.StringIO(module.text).readline)
        if one.type == tokenize.COMMENT
    ]
    assert not [one for one in comments if UNFINISHED.search(one)]


@swept(product())
def test_a_module_opens_by_saying_what_it_is_for(module):
    first = module.text.lstrip()
    small = len(module.text.splitlines()) < 25
    assert small or first.startswith(('"""', "#!")), f"{module.relative} has no docstring"


def test_there_is_more_test_than_code_and_not_too_much():
    code = sum(_code_lines(one) for one in product())
    tests = sum(_code_lines(one) for one in everything() if one.name.startswith("tests"))
    low, high = TEST_LINES_PER_LINE
    assert low <= tests / code <= high, f"{tests} lines of test for {code} of code"


def _lines(text):
    # As editors number them: the place after the last line's end is a line too.
    return text.count("\n") + 1


def _code_lines(module):
    """How many lines hold code: neither blank, nor a comment, nor words that document."""
    said = set()
    for node in module.nodes:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            said |= set(range(node.lineno, node.end_lineno + 1))
    lines = enumerate(map(str.strip, module.text.splitlines()), 1)
    return sum(1 for number, line in lines if line and line[0] != "#" and number not in said)


def _is_view(module, function):
    named = module.holds_views and not module.name.startswith("tests")
    arguments = function.args.args
    return named and bool(arguments) and arguments[0].arg == "request"
