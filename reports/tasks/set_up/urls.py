"""The addresses of the set-up."""

from django.urls import path

from reports.tasks.set_up import views

app_name = "set_up"
urlpatterns = [
    path("", views.steps, name="steps"),
    path("accounts/", views.accounts, name="accounts"),
    path("<slug:key>/", views.step, name="step"),
]
