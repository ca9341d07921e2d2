"""The addresses of bringing files in."""

from django.urls import path, re_path

from assurance.runtime.processes.lazy_modules import LazyViews

# Files are imported by few people, a few times a month.
runs = LazyViews("assurance.imports.views.runs")
unknown_titles = LazyViews("assurance.imports.views.unknown_titles")

app_name = "imports"

urlpatterns = [
    path("", runs.start, name="start"),
    path("earlier/", runs.list_runs, name="list"),
    re_path(
        r"^templates/(?P<key>[a-z0-9-]+)(?:/(?P<part>[a-z0-9_-]+))?\.(?P<form>csv|xlsx)$",
        runs.template,
        name="template",
    ),
    path("standing/<slug:key>.<slug:form>", runs.export_file, name="standing"),
    path("<int:pk>/", runs.show_run, name="record"),
    path("<int:pk>/<int:place>/<slug:state>/", runs.show_rows, name="rows"),
    path("<int:pk>/<int:place>/refused.<slug:form>", runs.send_refused, name="refused"),
    path("<int:pk>/add-titles/", unknown_titles.add_titles, name="add-titles"),
    path("<int:pk>/records/", runs.show_records, name="records"),
    path("<int:pk>/refusals.<slug:form>", runs.send_reasons, name="reasons"),
    path("<int:pk>/import/", runs.import_files, name="import"),
    path("<int:pk>/cancel/", runs.cancel, name="cancel"),
    path("<int:pk>/undo/", runs.undo, name="undo"),
]
