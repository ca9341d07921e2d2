"""The numbers of the service in the text form of Prometheus: nothing of a person, no address."""

import ipaddress
from collections.abc import Iterator
from datetime import datetime
from math import trunc

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Count, Max

from assurance.records.email import OutgoingEmail
from assurance.runtime.email_states import FAILED, UNKNOWN, WAITING
from assurance.runtime.watch import measures
from reports.issue.models.site import SiteCheck, SiteFault
from reports.service import health
from reports.service.backup.last import last_backup

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
COUNTER, GAUGE, HISTOGRAM = "counter", "gauge", "histogram"
JOB_STATES = ("READY", "RUNNING", "FAILED", "SUCCESSFUL")


def may_ask(request) -> bool:
    """True where this may be answered: asked straight from an address that is named, and through no
    web server."""
    address = request.META.get("REMOTE_ADDR") or ""
    if "HTTP_X_FORWARDED_FOR" in request.META or not address:
        return False
    asking = ipaddress.ip_address(address)
    # A service that is bound to [::] is given addresses of IPv4 as ::ffff:10.1.7.9.
    asking = getattr(asking, "ipv4_mapped", None) or asking
    known = (ipaddress.ip_network(item, strict=False) for item in settings.METRICS_FROM)
    return any(asking in network for network in known)


def as_text(moment: datetime) -> str:
    """Every number at `moment`."""
    return "".join(f"{line}\n" for line in (*_of_requests(), *_of_service(moment)))


def _of_requests():
    if not settings.MEASURES_ROOT:
        return
    requests, seconds, classes = measures.read_all(settings.MEASURES_ROOT)
    yield from _head("requests_total", COUNTER, "Requests by view and status.")
    for key, number in sorted(requests.items()):
        view, _space, status = key.rpartition(" ")
        yield _line("requests_total", number, view=view, status=status)
    yield from _head("request_view_seconds_total", COUNTER, "Seconds that views took.")
    for view, number in sorted(seconds.items()):
        yield _line("request_view_seconds_total", round(number, 4), view=view)
    yield from _head("request_seconds", HISTOGRAM, "Requests by how long they took.")
    reached = 0
    for edge in (*map(str, measures.CLASSES), measures.LONGEST):
        reached += classes[edge]
        yield _line("request_seconds_bucket", reached, le=edge)
    yield _line("request_seconds_sum", round(sum(seconds.values()), 4))
    yield _line("request_seconds_count", reached)


def _of_service(moment):
    now = health.read(moment)
    yield from _gauge("ready", 0 if now.wrong else 1, "1 where the service can do its work.")
    yield from _gauge("free_megabytes", now.free_megabytes, "Free disk space of the data.")
    yield from _gauge("migrations_to_apply", now.migrations_to_apply, "Migrations that wait.")
    yield from _head("jobs", GAUGE, "Background jobs by state.")
    for state in JOB_STATES if now.jobs is not None else ():
        yield _line("jobs", now.jobs.get(state, 0), state=state.lower())
    yield from _gauge("oldest_job_seconds", now.oldest_waiting_seconds, "Age of the first job.")
    yield from _gauge("heartbeat_seconds", now.last_beat_seconds, "Age of a worker's last sign.")
    yield from _gauge("publications_stopped", now.issues_stopped, "Publications that stopped.")
    age = _since(moment, last_backup())
    yield from _gauge("backup_seconds", age, "Age of the last backup.")
    try:
        yield from _of_records(moment)
    except DatabaseError:
        return


def _of_records(moment):
    states = dict(
        OutgoingEmail.objects.filter(state__in=(WAITING, FAILED, UNKNOWN))
        .values_list("state")
        .annotate(number=Count("pk"))
        .order_by()
    )
    yield from _head("emails", GAUGE, "E-mails that wait, were not sent, or may not have been.")
    for state in (WAITING, FAILED, UNKNOWN):
        yield _line("emails", states.get(state, 0), state=state)
    # Of each council its last; the oldest of these.
    checks = SiteCheck.objects.values("council").annotate(last=Max("checked_at")).order_by("last")
    oldest = checks.values_list("last", flat=True).first()
    yield from _gauge("verify_seconds", _since(moment, oldest), "Age of the last verification.")
    faults = SiteFault.objects.active().count()
    yield from _gauge("verify_faults", faults, "Faults of records and the published folder.")


def _gauge(name, value, words) -> Iterator[str]:
    # What there is nothing to measure of is left out: an alarm on its absence is an alarm.
    if value is not None:
        yield from _head(name, GAUGE, words)
        yield _line(name, value)


def _head(name, kind, words):
    yield f"# HELP candour_{name} {words}"
    yield f"# TYPE candour_{name} {kind}"


def _line(name, value, **labels):
    marks = ",".join(f'{key}="{text}"' for key, text in labels.items())
    return f"candour_{name}{{{marks}}} {value}" if marks else f"candour_{name} {value}"


def _since(moment, then):
    return None if then is None else max(0, trunc((moment - then).total_seconds()))
