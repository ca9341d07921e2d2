"""The addresses of reviews and of what they found."""

from django.urls import path

from assurance.findings.views import following, several
from assurance.findings.views.registers import FINDINGS, FRAMEWORKS, OUTCOMES, REVIEWS, THEMES
from assurance.registers.urls import register_urls

app_name = "findings"

urlpatterns = [
    *register_urls(FINDINGS),
    *register_urls(THEMES),
    *register_urls(OUTCOMES),
    *register_urls(FRAMEWORKS),
    path("said-before/", following.said_before, name="said-before"),
    path("waiting/", following.waiting, name="waiting"),
    path("findings/<int:pk>/said-before/", following.link, name="link"),
    path("<int:pk>/findings/several/", several.add_several, name="several"),
    path("<int:pk>/findings/paste/", several.paste, name="paste"),
    path("<int:pk>/grades/", following.grades, name="grades"),
    *register_urls(REVIEWS),
]
