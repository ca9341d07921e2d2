"""Every process that runs the tests knows them by the same short names, and random cases by the
same numbers."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import cases, conftest
from tests.conftest import differs_between_databases, holds_no_dialect
from tests.moved_clock import moved_clock
from tests.sources import ROOT

LONGEST_NAME = 300
NAMED = re.compile(r"^tests/\S+\.py::.+$", re.MULTILINE)


@pytest.mark.slow
def test_the_names_of_tests_are_the_same_at_another_time_and_in_another_process(request):
    config = request.config
    if getattr(config, "workerinput", {}).get("workercount", 1) > 1:
        # xdist has compared: half of the workers collected with the clock moved.
        return
    words = [*("-m", config.option.markexpr), *("-k", config.option.keyword), *config.args]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
        + ["--collect-only", "-q", "-n", "0", *words],
        env={
            **_without_workers(os.environ),
            "PYTHONHASHSEED": "7",
            "PYTEST_XDIST_WORKER": "gw1",
        },
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stdout[-2_000:]
    here = [item.nodeid for item in request.session.items]
    there = NAMED.findall(run.stdout)
    assert [pair for pair in zip(here, there, strict=True) if pair[0] != pair[1]] == []


def test_half_of_the_workers_collect_with_the_clock_moved():
    before = time.time()
    with moved_clock():
        assert time.time() - before > 2 * 86_400
    assert time.time() - before < 86_400
    own = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
    assert (int(own.removeprefix("gw")) % 2 == 1) == conftest.OTHER_CLOCK


def test_every_name_is_short_and_can_be_printed(request):
    names = [item.nodeid for item in request.session.items]
    assert [one for one in names if len(one) > LONGEST_NAME or not one.isprintable()] == []


def test_what_differs_between_databases_stands_in_a_file_that_the_second_reads(request):
    asked = {item.path for item in request.session.items if differs_between_databases(item)}
    assert [path for path in asked if holds_no_dialect(path)] == []
    assert holds_no_dialect(Path(__file__))


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (b"PK\x03\x04 and the hour", "file"),
        ("plain words", "plain words"),
        ("£20\n\u202e\x00", "~20~"),
        ("long " * 40, "long " * 8),
        ("", None),
        (7, None),
    ],
)
def test_a_parameter_is_named_by_its_first_plain_letters_or_its_place(value, name):
    assert conftest.pytest_make_parametrize_id(value, "file") == name


def test_what_writes_to_the_database_draws_few_cases(request):
    drawn = [
        (item.nodeid, item.function._hypothesis_internal_use_settings.max_examples)
        for item in request.session.items
        if getattr(getattr(item, "function", None), "is_hypothesis_test", False)
        and conftest.has_a_database(item)
    ]
    assert [one for one, number in drawn if number > cases.WRITTEN * cases.TIMES] == []


def test_no_test_settles_by_itself_how_many_cases_it_draws():
    own = {"cases.py", "test_collecting.py"}
    others = [path for path in (ROOT / "tests").rglob("*.py") if path.name not in own]
    assert [path for path in others if "max_examples" in path.read_text(encoding="utf-8")] == []


def _without_workers(environment):
    return {name: held for name, held in environment.items() if not name.startswith("PYTEST_")}
