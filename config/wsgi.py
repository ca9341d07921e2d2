"""The WSGI entry point; where jobs run within the process that serves, they begin here."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

# Models are there only now, and with them the queue of jobs and its constants; no other command
# that reads the settings comes past here.
if import_string("assurance.runtime.jobs.THREAD") == settings.JOBS:
    import_string("reports.service.worker.in_a_thread")()
