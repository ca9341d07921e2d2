"""How gunicorn serves: `gunicorn --config python:config.gunicorn config.wsgi`."""

import os
import signal
from threading import Timer

from assurance.runtime import draining
from config import env

bind = env.text("CANDOUR_BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = env.number("CANDOUR_WEB_PROCESSES", "2")
threads = 4
# A restart may have both the old and the new one on a port for a while.
reuse_port = True
# The longest that a request may take, and that one that is open is waited for at a stop.
timeout = graceful_timeout = 120
# A second instance for a restart must not take the first one's socket away.
control_socket_disable = True
# Seconds in which `/readyz` says 503 and everything is still answered, before requests are refused.
DRAIN_SECONDS = env.number("CANDOUR_DRAIN_SECONDS", "5")


def when_ready(server):
    """Told to stop (SIGTERM), the service says so for a while and answers on; then it ends as ever:
    no new request, the open ones to their end. Told twice, it does so at once."""

    def stop(number, frame):
        if draining.is_begun() or not DRAIN_SECONDS:
            server.signal(number, frame)
            return
        draining.begin()
        timer = Timer(DRAIN_SECONDS, os.kill, (os.getpid(), signal.SIGTERM))
        timer.daemon = True
        timer.start()

    signal.signal(signal.SIGTERM, stop)
