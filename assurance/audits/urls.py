"""The addresses of case-file audits, their programme, what they show, and learning meetings."""

from django.urls import path

from assurance.audits.learning.views import MEETINGS
from assurance.audits.programme import views as programme
from assurance.audits.showing import views as showing
from assurance.audits.views import AUDITS, SCALES, TOTALS
from assurance.registers.urls import register_urls

app_name = "audits"

urlpatterns = [
    *register_urls(TOTALS),
    *register_urls(SCALES),
    path("programme/", programme.programme, name="programme"),
    *register_urls(programme.KINDS),
    *register_urls(programme.ROUNDS),
    *register_urls(programme.ALLOCATIONS),
    path("themes/again/", programme.themes_again, name="themes-again"),
    *register_urls(programme.THEMES),
    *register_urls(MEETINGS),
    path("shown/", showing.shown, name="shown"),
    *register_urls(AUDITS),
]
