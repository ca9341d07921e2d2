"""The addresses of teams and populations."""

from assurance.people.views import COHORTS, TEAMS
from assurance.registers.urls import register_urls

app_name = "people"

urlpatterns = [*register_urls(COHORTS), *register_urls(TEAMS)]
