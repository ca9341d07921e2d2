"""The addresses of the DBS register, of its position, audits, breaches, reminders and policies."""

from django.urls import path

from assurance.dbs.views import breaches, overview, people, positions, reminders
from assurance.registers import pages
from assurance.registers.urls import register_urls

app_name = "dbs"

SENT = reminders.REMINDERS
urlpatterns = [
    path("position/", overview.show_position, name="position"),
    path("position/people/", overview.show_people, name="position-people"),
    path("audits/count/", positions.count_audit, name="audit-count"),
    path("reminders/", reminders.show_due, name="reminders"),
    path("reminders/letters/<slug:day>/", reminders.show_letters, name="letters"),
    path("reminders/letters/<slug:day>.pdf", reminders.letters_file, name="letters-file"),
    path(f"{SENT.path}<int:pk>/", pages.record_page(SENT), name="reminder-record"),
    path(f"{SENT.path}<int:pk>/withdraw/", pages.withdraw_page(SENT), name="reminder-withdraw"),
    *register_urls(reminders.WORDINGS),
    *register_urls(breaches.BREACHES),
    path(
        f"<int:parent_pk>/{breaches.OF_A_PERSON.path}add/",
        pages.add_page(breaches.OF_A_PERSON),
        name="person-breach-add",
    ),
    *register_urls(positions.AUDITS),
    *register_urls(positions.POLICIES),
    *register_urls(people.ROLES),
    *register_urls(people.CHECKS),
    *register_urls(people.APPLICATIONS),
    *register_urls(people.LOOKUPS),
    *register_urls(people.PEOPLE),
]
