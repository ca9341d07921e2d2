"""Addresses of contributions."""

from django.urls import path
from django.views.decorators.http import require_POST

from reports.contributions.views import requests, section, writers

_DRAFT = "reports/<slug:series>/<slug:slug>/"


def _section_pages(prefix, view, name):
    """The addresses of a section's pages, of which two take only what is posted."""
    return [
        path(prefix, view, {"page": "here"}, name=name),
        path(f"{prefix}keep/", require_POST(view), {"page": "keep"}, name=f"{name}-keep"),
        path(f"{prefix}show/", require_POST(view), {"page": "show"}, name=f"{name}-show"),
        path(f"{prefix}word/", view, {"page": "word"}, name=f"{name}-word"),
        path(f"{prefix}read/", view, {"page": "read"}, name=f"{name}-read"),
    ]


app_name = "contributions"
urlpatterns = [
    *_section_pages("contributions/<int:pk>/", section.signed_in, "contribution"),
    *_section_pages("contributions/link/<str:sealed>/", section.by_link, "by-link"),
    path(f"{_DRAFT}contributions/", requests.contributions, name="contributions"),
    path(f"{_DRAFT}contributions/ask/", requests.request_section, name="ask-section"),
    path(f"{_DRAFT}contributions/writers/", writers.ask_all, name="ask-writers"),
    path(f"{_DRAFT}contributions/<int:pk>/", requests.look, name="look-at"),
    path(f"{_DRAFT}contributions/<int:pk>/send-back/", requests.send_back, name="send-back"),
    path(f"{_DRAFT}contributions/<int:pk>/word/", requests.word, name="asked-word"),
    path(f"{_DRAFT}contributions/<int:pk>/read/", requests.read_word, name="asked-read"),
    path(f"{_DRAFT}contributions/<int:pk>/due/", requests.due, name="ask-due"),
    path(f"{_DRAFT}contributions/<int:pk>/withdraw/", requests.withdraw, name="withdraw-ask"),
    path(f"{_DRAFT}contributions/<int:pk>/again/", requests.again, name="ask-again"),
    path(f"{_DRAFT}contributions/<int:pk>/link/", requests.link, name="make-link"),
]
