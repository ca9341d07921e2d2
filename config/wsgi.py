"""The WSGI entry point; where jobs run within the process that serves, they begin here."""

import gc
import os

from django.conf import settings
from django.utils.module_loading import import_string

from assurance.runtime.processes.lazy_modules import load_when_used
from assurance.runtime.processes.type_patches import patch_only

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# Passkeys, and with them what encrypts; what takes statements of SQL apart, and commands: Django
# imports them. What writes feeds and pictures as XML.
load_when_used(["allauth.mfa.webauthn.internal.auth", "sqlparse", "django.core.management"])
load_when_used(["xml.etree.ElementTree"])
# Else what queues jobs loads Django's admin, whose classes it lets be subscripted with the rest.
patch_only(["django.utils.connection.BaseConnectionHandler"])
# Little of what is loaded is ever given back: looking for it each time takes a tenth of the start,
# never looking some megabytes.
USUAL = gc.get_threshold()
gc.set_threshold(50_000, 20, 1_000)
application = import_string("django.core.wsgi.get_wsgi_application")()
# Every address and what answers it, so that the first reader does not wait for that.
import_string("django.urls.get_resolver")().url_patterns  # noqa: B018
gc.freeze()
gc.set_threshold(*USUAL)

# Models are there only now, and with them the queue of jobs and its constants; no other command
# that reads the settings comes past here.
if import_string("assurance.runtime.jobs.THREAD") == settings.JOBS:
    import_string("reports.service.worker.in_a_thread")()
