"""Addresses of contributions."""

from django.urls import path

from reports.contributions.views import by_link, requests, signed_in

_DRAFT = "papers/<slug:series>/<slug:slug>/"

urlpatterns = [
    path("contributions/<int:pk>/", signed_in.write, name="contribution"),
    path("contributions/<int:pk>/keep/", signed_in.autosave_section, name="contribution-keep"),
    path("contributions/<int:pk>/show/", signed_in.preview, name="contribution-show"),
    path("contributions/<int:pk>/word/", signed_in.word, name="contribution-word"),
    path("contributions/<int:pk>/read/", signed_in.read, name="contribution-read"),
    path("contributions/link/<str:sealed>/", by_link.write, name="by-link"),
    path("contributions/link/<str:sealed>/keep/", by_link.autosave_section, name="by-link-keep"),
    path("contributions/link/<str:sealed>/show/", by_link.preview, name="by-link-show"),
    path("contributions/link/<str:sealed>/word/", by_link.word, name="by-link-word"),
    path("contributions/link/<str:sealed>/read/", by_link.read, name="by-link-read"),
    path(f"{_DRAFT}contributions/", requests.contributions, name="contributions"),
    path(f"{_DRAFT}contributions/ask/", requests.request_section, name="ask-section"),
    path(f"{_DRAFT}contributions/<int:pk>/", requests.look, name="look-at"),
    path(f"{_DRAFT}contributions/<int:pk>/send-back/", requests.send_back, name="send-back"),
    path(f"{_DRAFT}contributions/<int:pk>/word/", requests.word, name="asked-word"),
    path(f"{_DRAFT}contributions/<int:pk>/read/", requests.read_word, name="asked-read"),
    path(f"{_DRAFT}contributions/<int:pk>/due/", requests.due, name="ask-due"),
    path(f"{_DRAFT}contributions/<int:pk>/withdraw/", requests.withdraw, name="withdraw-ask"),
    path(f"{_DRAFT}contributions/<int:pk>/again/", requests.again, name="ask-again"),
    path(f"{_DRAFT}contributions/<int:pk>/link/", requests.link, name="make-link"),
]
