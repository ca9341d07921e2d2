"""The addresses of policies of small numbers."""

from django.urls import path

from assurance.figures.policies import views
from assurance.registers.urls import register_urls

app_name = "figures"

urlpatterns = [
    *register_urls(views.POLICIES),
    path("<int:pk>/approve/", views.approve, name="policy-approve"),
]
