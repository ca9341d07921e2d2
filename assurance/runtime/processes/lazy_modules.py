"""Packages that few requests need, loaded by the first that does, so that every process which
answers pages starts without their time and memory."""

from importlib import import_module


class LazyModule:
    """Stands for the module called `name`, which is loaded when something of it is first used.

    `tests/server/test_entry_point.py` holds which packages a web server starts without.
    """

    def __init__(self, name: str):
        self._name = name

    def __getattr__(self, attribute):
        return getattr(import_module(self._name), attribute)
