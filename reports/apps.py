from django.apps import AppConfig

from reports import approval_guard, edition_guard


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = "Reports to committee"
    # What `flush` lifts while it empties a test database.
    guards = (edition_guard, approval_guard)
    # What is asked before files are undone.
    quotes_records = ("reports.quoting.before_change",)
