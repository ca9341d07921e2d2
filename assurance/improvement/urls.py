"""The addresses of improvement plans and their actions."""

from django.urls import path

from assurance.improvement.views import completion, pages
from assurance.improvement.views.registers import ACTIONS, EVIDENCE, NOTES, PLANS, PRIORITIES
from assurance.registers.urls import register_urls

app_name = "improvement"

urlpatterns = [
    *register_urls(PLANS),
    *register_urls(PRIORITIES),
    *register_urls(NOTES),
    *register_urls(EVIDENCE),
    path("plans/<int:pk>/board/", pages.board, name="board"),
    path("unanswered/", pages.unanswered, name="unanswered"),
    path("unlinked/", pages.unlinked, name="unlinked"),
    path("<int:pk>/due/", pages.move_due, name="move-due"),
    path("<int:pk>/mark-done/", completion.mark_done, name="mark-done"),
    path("<int:pk>/check-done/", completion.check_done, name="check-done"),
    *register_urls(ACTIONS),
]
