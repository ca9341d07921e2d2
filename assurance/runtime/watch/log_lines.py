"""Lines of the log in JSON, with the name of their request and no words of a person or a link."""

import json
from contextvars import ContextVar
from datetime import UTC, datetime

from assurance.runtime.logging import WithoutWords
from assurance.runtime.watch.addresses import loggable_path

# The name of the request that is being answered.
request_name = ContextVar("request_name", default="")
# What these repeat of an address, or of what was sent, is left out.
_OF_REQUESTS = ("django.request", "django.security", "django.server", "gunicorn.error")


class JsonLines(WithoutWords):
    """Formats a record as one line of JSON, with the record's own `fields` where it has some."""

    def format(self, record):
        """The line."""
        values = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
        }
        if name := request_name.get():
            values["request"] = name
        values |= getattr(record, "fields", None) or {"message": _message(record)}
        request = getattr(record, "request", None)
        if hasattr(request, "path_info"):
            values["path"] = loggable_path(request)
        if record.exc_info and record.exc_info[0]:
            values["places"] = self.formatException(record.exc_info)
        return json.dumps(values, ensure_ascii=False, default=str)


def _message(record):
    if not record.name.startswith(_OF_REQUESTS):
        return record.getMessage()
    if record.name.startswith("gunicorn") and "request" not in str(record.msg).lower():
        return record.getMessage()
    if record.name.startswith("django.security"):
        return f"refused: {record.name.rpartition('.')[2]}"
    return f"a request failed {getattr(record, 'status_code', '')}".strip()
