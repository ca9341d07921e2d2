"""Packages that few requests need, loaded by the first that does, so that every process which
answers pages starts without their time and memory."""

from importlib import import_module


class LazyModule:
    """Takes the place of the module called `name`, which is loaded when it is first used.

    `tests/server/test_entry_point.py` lists the packages without which a web server starts.
    """

    def __init__(self, name: str):
        self._name = name

    def __getattr__(self, attribute):
        return getattr(import_module(self._name), attribute)
