"""The addresses on which a section is marked as completed and a proposed sentence is kept."""

from django.urls import path

from reports.editor.sections import views

urlpatterns = [
    path(
        "reports/<slug:series>/<slug:slug>/sections/<slug:section>/completed/",
        views.mark,
        name="mark-section",
    ),
    path(
        "reports/<slug:series>/<slug:slug>/sections/<slug:part>/sentence/",
        views.keep_sentence,
        name="keep-sentence",
    ),
]
