"""Packages that few requests need. A process that answers pages starts without them."""

from importlib import import_module


class LazyModule:
    """The module with this name, loaded when something of it is first used.

    `tests/server/test_entry_point.py` lists the packages that a web server starts without.
    """

    def __init__(self, name: str):
        self._name = name

    def __getattr__(self, attribute):
        return getattr(import_module(self._name), attribute)
