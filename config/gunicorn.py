"""How gunicorn serves: `gunicorn --config python:config.gunicorn config.wsgi`."""

import os
import signal
from pathlib import Path
from threading import Timer

from assurance.runtime.watch import drain, measures
from config import env, log

# As in the settings, which are not read here: the processes that answer read them.
VAR = Path(__file__).resolve().parent.parent / "var"
bind = env.text("CANDOUR_BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = env.number("CANDOUR_WEB_PROCESSES", "2")
threads = 4
# What a process takes on at once. Whatever comes beside it waits in the one queue of all processes,
# so that whichever is free first takes it, in turn, and one that is killed loses no more than this.
worker_connections = 2 * threads
# The longest that a request may take, and that one that is open is waited for at a stop.
timeout = graceful_timeout = 120
# No `reuse_port`: each process would have a queue of connections of its own, lost when it ends.
# A second instance on this machine must not take the first one’s control socket away.
control_socket_disable = True
logconfig_dict = log.settings_of_gunicorn(env.text("CANDOUR_WEB_LOG", "INFO"))
# Seconds in which `/readyz` says 503 and everything is still answered, before requests are refused.
DRAIN_SECONDS = env.number("CANDOUR_DRAIN_SECONDS", "5")


def on_starting(_server):
    """The counts of requests begin again."""
    measures.begin_anew(measures.folder_in(env.text("CANDOUR_VAR", str(VAR))))


def when_ready(server):
    """On SIGTERM the service is marked as stopping and answers for a while more; then it takes no
    new request and ends the open ones. A second SIGTERM ends it at once."""

    def stop(number, frame):
        if drain.is_begun() or not DRAIN_SECONDS:
            server.signal(number, frame)
            return
        drain.begin()
        timer = Timer(DRAIN_SECONDS, os.kill, (os.getpid(), signal.SIGTERM))
        timer.daemon = True
        timer.start()

    signal.signal(signal.SIGTERM, stop)
