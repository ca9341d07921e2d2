"""The form and place of log lines: lines of JSON on a server, plain ones on a laptop."""

_WATCH = "assurance.runtime.watch"
_LINES = {"()": f"{_WATCH}.log_lines.JsonLines"}
_PRINTED = {"class": "logging.StreamHandler"}


def settings_of(*, server: bool, security: str) -> dict:
    """Django's `LOGGING`; `security` is the socket of the council's own watch, where it has one."""
    own = {"handlers": ["jobs"], "level": "INFO" if server else "WARNING", "propagate": False}
    sent = {"()": f"{_WATCH}.security_events.SocketHandler", "address": security}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "jobs": {
                "()": "assurance.runtime.logging.WithoutWords",
                "format": "{asctime} {levelname} {name} {message}",
                "style": "{",
            },
            "lines": _LINES,
        },
        "handlers": {
            "console": {**_PRINTED, "formatter": "lines"} if server else _PRINTED,
            "jobs": {**_PRINTED, "formatter": "lines" if server else "jobs"},
            "security": {**(sent if security else _PRINTED), "formatter": "lines"},
        },
        "loggers": {
            "django": {"handlers": ["console"], "level": "WARNING"},
            # What was refused or not found stands in the line of its request.
            "django.request": {"level": "ERROR" if server else "WARNING"},
            "candour": own,
            "candour.security": {**own, "handlers": ["security"]},
            "django_tasks": {**own, "level": "ERROR"},
            "django_tasks_db": {**own, "level": "WARNING"},
        },
    }


def settings_of_gunicorn(level: str) -> dict:
    """gunicorn's own, which has no line for a request: the service writes that."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": _LINES},
        "handlers": {"lines": {**_PRINTED, "formatter": "lines"}},
        "root": {"level": "WARNING", "handlers": ["lines"]},
        "loggers": {
            "gunicorn.error": {"level": level, "handlers": ["lines"], "propagate": False},
            "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
        },
    }
