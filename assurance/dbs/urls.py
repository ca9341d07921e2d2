"""The addresses of the DBS register, of DBS audits and of re-check policies."""

from django.urls import path

from assurance.dbs.views import people, positions
from assurance.registers.urls import register_urls

app_name = "dbs"

urlpatterns = [
    path("audits/count/", positions.count_audit, name="audit-count"),
    *register_urls(positions.AUDITS),
    *register_urls(positions.POLICIES),
    *register_urls(people.ROLES),
    *register_urls(people.CHECKS),
    *register_urls(people.APPLICATIONS),
    *register_urls(people.LOOKUPS),
    *register_urls(people.PEOPLE),
]
