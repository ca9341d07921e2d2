"""Tests run in one wide piece of the interpreter's stack.

CPython 3.11 and 3.12 keep the frames of a thread in pieces of 16 kB, ask the system for each and
give it back with its first frame. A loop whose calls cross the end of a piece asks again with every
turn, and between pytest and a template there are dozens of such ends: a tenth of all tests' time.
"""

from types import FunctionType

# A frame of this many words is given a piece of 512 kB, of which half is left to what it calls.
WORDS = 33_000


def _call(function):
    return function()


with_wide_stack = FunctionType(_call.__code__.replace(co_stacksize=WORDS), globals())
with_wide_stack.__doc__ = "Calls a function without arguments and returns what it returns."
