"""The addresses of two-step sign-in, identity providers, groups and reviews of roles."""

from django.urls import path

from assurance.registers.urls import register_urls
from assurance.sign_in.views import provider, reviews, sessions, two_step

app_name = "sign_in"

urlpatterns = [
    *register_urls(two_step.POLICIES),
    *register_urls(provider.GROUPS),
    path("two-step/set-up/", two_step.set_up, name="set-up"),
    path("<int:pk>/reset-two-step/", two_step.reset, name="reset-two-step"),
    path("sessions/end/", sessions.end_others, name="end-others"),
    path("<int:pk>/sessions/end/", sessions.end_all, name="end-all"),
    path("reviews/", reviews.reviews, name="reviews"),
    path("reviews/<int:pk>/", reviews.review, name="review"),
    path("provider/<slug:key>/", provider.begin, name="provider"),
    path("provider/<slug:key>/back/", provider.back, name="provider-back"),
    path("provider/<slug:key>/logout/", provider.back_channel_logout, name="provider-logout"),
    path("<int:pk>/to-provider/", provider.move_to_provider, name="to-provider"),
    path("<int:pk>/to-password/", provider.move_to_password, name="to-password"),
]
