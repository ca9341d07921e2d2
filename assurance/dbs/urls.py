"""The addresses of the DBS register, of its position, audits, breaches, reminders and policies."""

from dataclasses import replace

from django.urls import path

from assurance.dbs.views import (
    every_population,
    hr,
    overview,
    people,
    positions,
    reminders,
    second_persons,
)
from assurance.registers.declaration import Parent
from assurance.registers.urls import nested_add, register_urls

app_name = "dbs"

# The same register, with a breach of one person added beneath that person's page.
OF_A_PERSON = replace(
    positions.BREACHES, name="person-breach", parent=Parent(people.PEOPLE, "person")
)
urlpatterns = [
    path("position/", overview.show_position, name="position"),
    path("position/people/", overview.show_people, name="position-people"),
    path("position/populations/", every_population.show_every_position, name="every-position"),
    path(
        "position/populations/record/",
        every_population.record_every_position,
        name="every-position-record",
    ),
    path("position/populations/add/", every_population.add_populations, name="add-populations"),
    path("breaches/<int:pk>/close/", second_persons.close_breach, name="breach-close"),
    path(
        "roles/<int:pk>/approve-set-aside/",
        second_persons.approve_set_aside,
        name="approve-set-aside",
    ),
    path("policies/<int:pk>/approve/", second_persons.approve_policy, name="policy-approve"),
    path(
        "reminders/wordings/<int:pk>/approve/",
        second_persons.approve_wording,
        name="wording-approve",
    ),
    path("set-aside/", second_persons.waiting_set_asides, name="set-asides"),
    path("hr-list/", hr.compare_hr_list, name="hr"),
    path("hr-list/take/", hr.take_over_hr_list, name="hr-take"),
    path("audits/count/", positions.count_audit, name="audit-count"),
    path("reminders/", reminders.show_due, name="reminders"),
    path("reminders/e-mails/<slug:day>/", reminders.show_e_mails, name="e-mails"),
    path("reminders/letters/<slug:day>/", reminders.show_letters, name="letters"),
    path("reminders/letters/<slug:day>.pdf", reminders.letters_file, name="letters-file"),
    *register_urls(reminders.REMINDERS),
    *register_urls(reminders.WORDINGS),
    *register_urls(positions.BREACHES),
    nested_add(OF_A_PERSON),
    *register_urls(positions.AUDITS),
    *register_urls(positions.POLICIES),
    *register_urls(people.ROLES),
    *register_urls(people.CHECKS),
    *register_urls(people.APPLICATIONS),
    *register_urls(people.LOOKUPS),
    *register_urls(people.PEOPLE),
]
