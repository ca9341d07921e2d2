"""The addresses of teams, populations, posts and second persons."""

from django.urls import path

from assurance.people.views import posts
from assurance.people.views.definitions import COHORTS, SUCCESSIONS, TEAMS
from assurance.registers.urls import register_urls

app_name = "people"

urlpatterns = [
    *register_urls(COHORTS),
    *register_urls(posts.POSTS),
    *register_urls(posts.HOLDERS),
    *register_urls(posts.ABSENCES),
    *register_urls(posts.SECOND_PERSONS),
    path("posts/<int:pk>/hand-over/", posts.hand_over, name="hand-over"),
    path("posts/of/<int:pk>/", posts.take_post, name="take-post"),
    path("your-posts/", posts.your_posts, name="your-posts"),
    path("your-posts/<int:pk>/away/", posts.be_away, name="be-away"),
    path("your-posts/absences/<int:pk>/", posts.change_absence, name="change-absence"),
    *register_urls(SUCCESSIONS),
    *register_urls(TEAMS),
]
