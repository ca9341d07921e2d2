"""The addresses of reviews and of what they found."""

from django.urls import path

from assurance.findings import views
from assurance.findings.views import FINDINGS, REVIEWS, THEMES
from assurance.registers.urls import register_urls

app_name = "findings"

urlpatterns = [
    *register_urls(FINDINGS),
    *register_urls(THEMES),
    *register_urls(REVIEWS),
    path("<int:pk>/findings/several/", views.add_several, name="several"),
]
