"""The addresses of improvement plans and their actions."""

from django.urls import path

from assurance.improvements import views
from assurance.improvements.views import ACTIONS, PLANS, PRIORITIES
from assurance.registers.urls import register_urls

app_name = "improvements"

urlpatterns = [
    *register_urls(PLANS),
    *register_urls(PRIORITIES),
    path("unanswered/", views.unanswered, name="unanswered"),
    path("unlinked/", views.unlinked, name="unlinked"),
    path("<int:pk>/due/", views.move_due, name="move-due"),
    *register_urls(ACTIONS),
]
