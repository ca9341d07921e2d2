"""The addresses of case-file audits, their programme, what they show, and learning meetings."""

from django.urls import path

from assurance.audits.views import analysis as showing
from assurance.audits.views import moderation, programme, round_closure, samples, waiting_list
from assurance.audits.views.agreed_actions import ACTIONS, check_done, mark_done
from assurance.audits.views.case_audits import AUDITS, SCALES, TOTALS
from assurance.audits.views.learning import MEETINGS
from assurance.registers.urls import register_urls

app_name = "audits"

urlpatterns = [
    *register_urls(TOTALS),
    *register_urls(SCALES),
    path("programme/", programme.programme, name="programme"),
    *register_urls(programme.KINDS),
    *register_urls(programme.ROUNDS),
    path("programme/rounds/<int:pk>/close/", round_closure.close_round, name="round-close"),
    *register_urls(programme.ALLOCATIONS),
    path("themes/again/", programme.themes_again, name="themes-again"),
    *register_urls(programme.THEMES),
    *register_urls(MEETINGS),
    *register_urls(ACTIONS),
    path("actions/<int:pk>/mark-done/", mark_done, name="action-done"),
    path("actions/<int:pk>/check-done/", check_done, name="action-check"),
    *register_urls(samples.SAMPLES),
    path("samples/<int:pk>/again/", samples.draw_again, name="sample-again"),
    path("awaiting/", waiting_list.awaiting_sharing, name="awaiting"),
    path("shown/", showing.show_analysis, name="shown"),
    path("<int:pk>/moderate/", moderation.moderate, name="moderate"),
    *register_urls(AUDITS),
]
