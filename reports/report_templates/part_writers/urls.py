"""Addresses of who writes a part of a report template."""

from django.urls import path

from reports.report_templates.part_writers import views

_WRITER = "committee/report-template/<slug:slug>/writers/<slug:kind>/<slug:target>/"

urlpatterns = [
    path(_WRITER, views.change, name="part-writer"),
    path(f"{_WRITER}remove/", views.remove, name="remove-writer"),
]
