"""What one request works out from rows several times, worked out once until a row is written.

A page of a report needs what the report prints at three places that know nothing of each other. An
answer holds while no statement of the connection writes or takes back a row, and never longer than
its request or operation.
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.db import connection

from assurance.runtime.periods import today

_memo = ContextVar("memo", default=None)


class MemoScope:
    """While it lasts answers are remembered; within another it is a part of that."""

    def __enter__(self):
        self.token = _memo.set([]) if _memo.get() is None else None
        return self

    def __exit__(self, *_error):
        if self.token:
            _memo.reset(self.token)


class RequestMemo:
    """The middleware that makes each request such a scope."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with MemoScope():
            return self.get_response(request)


def memoised(key: Any, subject: Any, compute: Callable[[], Any]) -> Any:
    """What `compute` gives, from its last call for an equal `key` and `subject` where no row was
    written since; a key is compared first, so that it may be the cheap part of the two."""
    rows = _memo.get()
    if rows is None:
        return compute()
    state = _state()
    rows[:] = [row for row in rows if row[0] == state]
    for _of_state, of_key, of_subject, answer in rows:
        if of_key == key and of_subject == subject:
            return answer
    answer = compute()
    # What is worked out may itself write a row.
    rows.append((_state(), key, subject, answer))
    return answer


def _state():
    return connection.alias, connection.writes, today()
