"""Addresses of who writes a part of a report template, which are the editor's."""

from django.urls import path

from reports.editor.part_writers import views

_WRITER = "committee/report-template/<slug:slug>/writers/<slug:kind>/<slug:target>/"

urlpatterns = [
    path(_WRITER, views.change, name="part-writer"),
    path(f"{_WRITER}remove/", views.remove, name="remove-writer"),
]
