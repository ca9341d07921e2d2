"""The addresses of surveys, their questions, waves and answers."""

from django.urls import path

from assurance.registers.urls import register_urls
from assurance.surveys import views
from assurance.surveys.views import ANSWERS, QUESTIONS, SURVEYS, WAVES

app_name = "surveys"

urlpatterns = [
    *register_urls(QUESTIONS),
    *register_urls(WAVES),
    *register_urls(ANSWERS),
    *register_urls(SURVEYS),
    path("waves/<int:pk>/enter/", views.enter_answers, name="enter"),
    path("<int:pk>/claims/", views.weigh_claim, name="claims"),
]
