"""The addresses of case-file audits."""

from assurance.audits.views import AUDITS, SCALES, TOTALS
from assurance.registers.urls import register_urls

app_name = "audits"

urlpatterns = [
    *register_urls(TOTALS),
    *register_urls(SCALES),
    *register_urls(AUDITS),
]
