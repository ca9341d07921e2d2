"""The addresses of data protection."""

from django.urls import path

from assurance.registers.urls import register_urls
from assurance.runtime.processes.lazy_modules import LazyViews
from reports.data_protection.views import schedule

# A data-protection lead alone comes to these.
access = LazyViews("reports.data_protection.views.access")
free_text = LazyViews("reports.data_protection.views.free_text")
people = LazyViews("reports.data_protection.views.people")

app_name = "data_protection"
urlpatterns = [
    path("", schedule.show_schedule, name="schedule"),
    path("adopt/", schedule.adopt, name="adopt"),
    path("find/", people.find, name="find"),
    path("kept/<slug:kind>/<slug:key>/", people.show, name="subject"),
    path("kept/<slug:kind>/<slug:key>/erase/", people.erase, name="erase"),
    path("kept/<slug:kind>/<slug:key>/export/", people.export, name="export"),
    path("kept/<slug:kind>/<slug:key>/free-text/", free_text.search, name="free-text"),
    path(
        "kept/<slug:kind>/<slug:key>/free-text/download/",
        free_text.download,
        name="free-text-download",
    ),
    path(
        "kept/<slug:kind>/<slug:key>/free-text/replace/",
        free_text.replace,
        name="free-text-replace",
    ),
    path("log/", access.show_log, name="log"),
    path("reach/", access.show_reach, name="reach"),
    *register_urls(schedule.POLICIES),
    *register_urls(schedule.HOLDS),
]
