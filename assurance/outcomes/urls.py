"""The addresses of outcome sets."""

from assurance.outcomes.views import SETS
from assurance.registers.urls import register_urls

app_name = "outcomes"
urlpatterns = register_urls(SETS)
