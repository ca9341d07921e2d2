"""The addresses of reviews and of what they found."""

from django.urls import path

from assurance.registers.urls import register_urls
from assurance.reviews.views import follow_up, many_findings, replies
from assurance.reviews.views.registers import (
    FINDINGS,
    FRAMEWORKS,
    MET_GROUPS,
    OUTCOMES,
    REVIEWS,
    THEMES,
)

app_name = "reviews"

urlpatterns = [
    *register_urls(FINDINGS),
    *register_urls(THEMES),
    *register_urls(OUTCOMES),
    *register_urls(FRAMEWORKS),
    *register_urls(MET_GROUPS),
    path("said-before/", follow_up.said_before, name="said-before"),
    path("waiting/", follow_up.waiting, name="waiting"),
    path("findings/<int:pk>/said-before/", follow_up.link, name="link"),
    path("<int:pk>/findings/several/", many_findings.add_several, name="several"),
    path("<int:pk>/findings/paste/", many_findings.paste, name="paste"),
    path("<int:pk>/reply/", replies.reply, name="reply"),
    path("<int:pk>/follow-up/", replies.follow_up, name="follow-up"),
    path("<int:pk>/grades/", follow_up.grades, name="grades"),
    *register_urls(REVIEWS),
]
