"""The address on which a section is marked as completed."""

from django.urls import path

from reports.editor.sections import views

urlpatterns = [
    path(
        "reports/<slug:series>/<slug:slug>/sections/<slug:section>/completed/",
        views.mark,
        name="mark-section",
    ),
]
