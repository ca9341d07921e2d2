"""Packages that few requests need. A process that answers pages starts without them."""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import PathFinder
from threading import RLock


class LazyModule:
    """The module with this name, loaded when something of it is first used.

    `tests/server/test_entry_point.py` lists the packages that a web server starts without.
    """

    def __init__(self, name: str):
        self._name = name

    def __getattr__(self, attribute):
        return getattr(import_module(self._name), attribute)


class LazyViews:
    """The views of the module with this name, for addresses that few requests come to."""

    def __init__(self, name: str):
        self._name = name

    def __getattr__(self, view):
        return LazyView(self._name, view)


class LazyView:
    """A view, whose module is loaded when the view answers or is asked who may use it."""

    # Django asks each view for this at the first address that is written: none of ours has it.
    _NOT_OF_FUNCTIONS = frozenset({"view_class"})

    def __init__(self, module: str, name: str):
        self.__module__, self.__name__, self.__qualname__ = module, name, name

    def __call__(self, request, *args, **kwargs):
        return self._view()(request, *args, **kwargs)

    def __getattr__(self, attribute):
        if attribute in self._NOT_OF_FUNCTIONS:
            raise AttributeError(attribute)
        return getattr(self._view(), attribute)

    def _view(self):
        return getattr(import_module(self.__module__), self.__name__)


def load_when_used(names: Sequence[str]) -> None:
    """Lets modules of other packages be imported without being loaded, which comes when something
    of theirs is first used; for imports that are not ours to write as `LazyModule`s."""
    sys.meta_path.insert(0, _LazyFinder(names))


class _LazyFinder(MetaPathFinder):
    def __init__(self, names):
        self._names = frozenset(names)

    def find_spec(self, name, path=None, target=None):
        """The module's own specification, with a loader that waits; None for any other module."""
        spec = PathFinder.find_spec(name, path) if name in self._names else None
        if spec:
            spec.loader = _LazyLoader(spec.loader)
        return spec


class _LazyLoader(Loader):
    """Loads a module when an attribute of it is asked for that it does not have yet.

    The standard library's own does it without a lock: of two threads, one saw half a module.
    """

    def __init__(self, loader):
        self._loader, self._lock, self._is_begun = loader, RLock(), False

    def create_module(self, spec):
        """The module as its own loader makes it, empty."""
        return self._loader.create_module(spec)

    def exec_module(self, module):
        """Waits."""

        def load(attribute):
            with self._lock:
                # Asked again by the module itself, while it is loaded, it lacks the attribute.
                if not self._is_begun:
                    self._begin(module)
            try:
                return vars(module)[attribute]
            except KeyError:
                raise AttributeError(
                    f"module {module.__name__!r} has no attribute {attribute!r}"
                ) from None

        module.__getattr__ = load

    def _begin(self, module):
        self._is_begun = True
        is_loaded = False
        try:
            self._loader.exec_module(module)
            is_loaded = True
        finally:
            # Where it failed, the next who asks is told the same.
            self._is_begun = is_loaded
