"""A plugin of pytest under which it is two days, three hours and a second later than it is."""

import time

_LATER = 2 * 86_400 + 3 * 3_600 + 1
_now, _local, _universal = time.time, time.localtime, time.gmtime
# What Python's own library asks for the time: a ZIP's entry, a date's today.
time.time = lambda: _now() + _LATER
time.localtime = lambda seconds=None: _local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: _universal(time.time() if seconds is None else seconds)
