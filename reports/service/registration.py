"""What the service joins to earlier apps."""

from assurance.accounts.access import Permission
from assurance.runtime.periods import this_moment
from reports.service import health
from reports.tasks.home_parts import table
from reports.tasks.home_parts.parts import SIDE, HomePart


def register() -> None:
    """Joins how the service works to the home of who manages accounts."""
    table.join(HomePart("health", Permission.MANAGE_ACCOUNTS, of_health, SIDE))


def of_health(_reader) -> dict:
    """What keeps the service from its work, the free room and the background jobs, by now."""
    now = health.read(this_moment())
    jobs = now.jobs or {}
    waiting, failed = jobs.get("READY", 0), jobs.get("FAILED", 0)
    lines = [
        ("Free disk space", "not known" if now.free_megabytes is None else _room(now)),
        ("Background jobs", f"{waiting:,} waiting, {failed:,} failed"),
        ("Publications stopped", f"{now.issues_stopped or 0:,}"),
    ]
    return {"wrong": now.wrong, "lines": lines}


def _room(now):
    return f"{now.free_megabytes / 1024:,.1f} GB"
