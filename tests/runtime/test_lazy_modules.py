"""Modules that are loaded when something of theirs is first used, and views of such modules."""

import sys
from importlib import import_module
from threading import Event, Thread

import pytest
from django.urls import path

from assurance.runtime.processes.lazy_modules import LazyViews, load_when_used
from assurance.runtime.processes.type_patches import NAME, patch_only

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


VIEWS = """
def show(request, pk):
    return request, pk

show.access = "public"
"""


def test_a_view_is_loaded_when_it_answers_or_is_asked_who_may_use_it(tmp_path, monkeypatch):
    (tmp_path / "late_views.py").write_text(VIEWS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    views = LazyViews("late_views")
    pattern = path("<int:pk>/", views.show, name="record")
    assert pattern.lookup_str == "late_views.show", "Django writes an address"
    assert "late_views" not in sys.modules
    found = pattern.resolve("7/")
    assert found.func.access == "public"
    assert found.func("request", **found.kwargs) == ("request", 7)
    assert sys.modules.pop("late_views").show.__name__ == found.func.__name__
    with pytest.raises(AttributeError, match="missing"):
        views.missing.access  # noqa: B018
    sys.modules.pop("late_views")


def test_the_classes_that_are_named_can_be_subscripted_and_no_others(monkeypatch):
    class Plain:
        pass

    class Other:
        pass

    monkeypatch.setattr(sys.modules[__name__], "Plain", Plain, raising=False)
    monkeypatch.setitem(sys.modules, NAME, None)
    patch_only([f"{__name__}.Plain"])
    import_module(NAME).monkeypatch()
    assert Plain[int] is Plain
    with pytest.raises(TypeError, match="not subscriptable"):
        Other[int]
