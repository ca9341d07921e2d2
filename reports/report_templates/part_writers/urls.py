"""Addresses of who writes a part of a report template."""

from django.urls import path

from assurance.runtime.processes.lazy_modules import LazyViews

views = LazyViews("reports.report_templates.part_writers.views")

_WRITER = "committee/report-template/<slug:slug>/writers/<slug:kind>/<slug:target>/"

urlpatterns = [
    path(_WRITER, views.change, name="part-writer"),
    path(f"{_WRITER}remove/", views.remove, name="remove-writer"),
]
