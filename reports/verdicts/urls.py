"""Addresses of verdicts."""

from django.urls import path

from reports.verdicts import views

_DRAFT = "reports/<slug:series>/<slug:slug>/"

app_name = "verdicts"
urlpatterns = [
    path("reports/rules/", views.rules, name="rules"),
    path("reports/rules/kept/", views.kept_rules, name="kept-rules"),
    path("reports/rules/<slug:rule>/off/", views.turn_off, name="turn-rule-off"),
    path("reports/rules/<slug:rule>/on/", views.turn_on, name="turn-rule-on"),
    path(f"{_DRAFT}checks/", views.show, name="checks"),
    path(f"{_DRAFT}checks/pass-over/", views.pass_over, name="pass-over"),
    path(f"{_DRAFT}checks/pass-over-all/", views.pass_over_all, name="pass-over-all"),
    path(f"{_DRAFT}checks/look-again/", views.look_again, name="look-again"),
    path(f"{_DRAFT}checks/mend/", views.mend, name="mend"),
]
