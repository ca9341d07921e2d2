"""A small program behind gunicorn: what it is asked takes as long as its address says."""

import os
import time

from assurance.runtime.watch import drain


def application(environ, start_response):
    """Answers after the seconds that the query names, with the process that did; `/readyz` as the
    service's own does."""
    path = environ["PATH_INFO"]
    if path == "/readyz" and drain.is_begun():
        start_response("503 Service Unavailable", [("Content-Length", "0")])
        return [b""]
    time.sleep(float(environ["QUERY_STRING"] or 0))
    content = str(os.getpid()).encode()
    start_response("200 OK", [("Content-Length", str(len(content)))])
    return [content]
