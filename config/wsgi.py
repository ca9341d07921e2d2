"""The WSGI entry point; where jobs run within the process that serves, they begin here."""

import gc
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from django.utils.module_loading import import_string

from assurance.runtime.processes.lazy_modules import load_when_used

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# Passkeys, and with them what encrypts.
load_when_used(["allauth.mfa.webauthn.internal.auth"])
# Nothing that is loaded is ever given back: looking for what is takes a tenth of the start.
gc.disable()
application = get_wsgi_application()
# Every address and what answers it, so that the first reader does not wait for that.
get_resolver().url_patterns  # noqa: B018
gc.freeze()
gc.enable()

# Models are there only now, and with them the queue of jobs and its constants; no other command
# that reads the settings comes past here.
if import_string("assurance.runtime.jobs.THREAD") == settings.JOBS:
    import_string("reports.service.worker.in_a_thread")()
