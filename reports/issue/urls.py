"""Addresses of issue."""

from django.urls import path

from reports.issue.views import committee, removals, schedule

_DRAFT = "reports/<slug:series>/<slug:slug>/"
_EDITION = f"{_DRAFT}edition-<int:number>/"

app_name = "issue"
urlpatterns = [
    path("reports/removed/", removals.show, name="removals"),
    path("reports/removed/<int:pk>/", removals.decide, name="decide-removal"),
    path("reports/emergencies/<int:pk>/", schedule.look_again, name="look-again-at"),
    path(f"{_DRAFT}emergency/", schedule.issue_in_emergency, name="emergency"),
    path(f"{_DRAFT}issue/", schedule.issue, name="issue"),
    path(f"{_DRAFT}issue/state/", schedule.state, name="issue-state"),
    path(f"{_DRAFT}committee-files.zip", committee.of_draft, name="draft-committee-files"),
    path(f"{_EDITION}committee-files.zip", committee.of_edition, name="committee-files"),
    path(f"{_EDITION}committee-files-exempt.zip", committee.exempt, name="exempt-files"),
    path(f"{_DRAFT}hour/", schedule.hour, name="hour"),
    path(f"{_DRAFT}correct/", removals.begin, name="correct"),
    path(f"{_DRAFT}correct/give-up/", removals.give_up, name="give-up-correction"),
    path(f"{_DRAFT}correction/", removals.word, name="correction"),
    path(f"{_DRAFT}remove/", removals.remove, name="remove-edition"),
]
