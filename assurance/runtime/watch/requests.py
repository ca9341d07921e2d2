"""One line of the log for each request, and what is counted of it."""

import logging
import re
import secrets
import time

from django.conf import settings

from assurance.runtime.watch.addresses import loggable_path, match_of
from assurance.runtime.watch.log_lines import request_name
from assurance.runtime.watch.measures import Measures

HEADER = "X-Request-ID"
NOWHERE = "nowhere"
logger = logging.getLogger("candour.access")
# That of the web server before the service; anything else is replaced, so that no words of a
# stranger come into the log.
_NAME = re.compile(r"[A-Za-z0-9._-]{8,64}")


class RequestLog:
    """Names each request, logs it and counts it. It is the first of all."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.measures = Measures(settings.MEASURES_ROOT)

    def __call__(self, request):
        name = request.headers.get(HEADER, "")
        name = name if _NAME.fullmatch(name) else secrets.token_hex(16)
        token, begun = request_name.set(name), time.perf_counter()
        try:
            response = self.get_response(request)
            self._log(request, response, time.perf_counter() - begun)
        finally:
            request_name.reset(token)
        response[HEADER] = name
        return response

    def _log(self, request, response, seconds):
        match = match_of(request)
        view = match.view_name if match else NOWHERE
        self.measures.add(view, response.status_code, seconds)
        if logger.isEnabledFor(logging.INFO):
            fields = {
                "method": request.method,
                "path": loggable_path(request),
                "view": view,
                "status": response.status_code,
                "bytes": None if response.streaming else len(response.content),
                "seconds": round(seconds, 4),
            }
            logger.info("", extra={"fields": fields})
