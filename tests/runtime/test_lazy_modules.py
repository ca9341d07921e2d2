"""Modules of other packages that are loaded when something of theirs is first used."""

import sys
from importlib import import_module
from threading import Event, Thread

import pytest

from assurance.runtime.processes.lazy_modules import load_when_used

TEXT = """
import sys
FIRST = 1
started, go = sys.loading_events
started.append(True)
go.wait(10)
LAST = FIRST + 1
"""


@pytest.fixture
def begun(tmp_path, monkeypatch):
    """How often the module `late_module` was begun, and what lets it go on."""
    (tmp_path / "late_module.py").write_text(TEXT, encoding="utf-8")
    events = [], Event()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    monkeypatch.setattr(sys, "loading_events", events, raising=False)
    load_when_used(["late_module"])
    yield events
    sys.modules.pop("late_module", None)


def test_a_module_is_loaded_once_by_whoever_uses_it_first_and_whole_for_the_others(begun):
    started, go = begun
    module, values = import_module("late_module"), []
    assert not started
    users = [Thread(target=lambda: values.append(module.LAST)) for _ in range(2)]
    for user in users:
        user.start()
    go.set()
    for user in users:
        user.join()
    assert (values, started) == ([2, 2], [True])
    with pytest.raises(AttributeError, match="has no attribute 'missing'"):
        module.missing  # noqa: B018


def test_a_module_that_fails_says_so_each_time(begun):
    started, go = begun
    go.set()
    sys.loading_events = (started,)
    module = import_module("late_module")
    for _ in range(2):
        with pytest.raises(ValueError, match="not enough values"):
            module.LAST  # noqa: B018
