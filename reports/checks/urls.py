"""Addresses of checks."""

from django.urls import path

from reports.checks import views as readiness

_DRAFT = "papers/<slug:series>/<slug:slug>/"

app_name = "checks"
urlpatterns = [
    path("papers/rules/", readiness.rules, name="rules"),
    path("papers/rules/kept/", readiness.kept_rules, name="kept-rules"),
    path("papers/rules/<slug:rule>/off/", readiness.turn_off, name="turn-rule-off"),
    path("papers/rules/<slug:rule>/on/", readiness.turn_on, name="turn-rule-on"),
    path(f"{_DRAFT}readiness/", readiness.show, name="readiness"),
    path(f"{_DRAFT}readiness/pass-over/", readiness.pass_over, name="pass-over"),
    path(f"{_DRAFT}readiness/look-again/", readiness.look_again, name="look-again"),
    path(f"{_DRAFT}readiness/mend/", readiness.mend, name="mend"),
]
