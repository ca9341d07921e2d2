"""Addresses of report templates: their list, parts, dates, standing texts and writers."""

from django.urls import path

from assurance.runtime.processes.lazy_modules import LazyViews
from reports.report_templates.part_writers import urls as part_writers
from reports.report_templates.texts import urls as texts

# Report templates are written once and changed seldom.
part_views = LazyViews("reports.report_templates.part_views")
standing_views = LazyViews("reports.report_templates.standing_views")
views = LazyViews("reports.report_templates.views")
withdrawal_views = LazyViews("reports.report_templates.withdrawal_views")

_LIST = "committee/report-templates/"
# Apart from the list's, so that no template's name is an address already.
_TEMPLATE = "committee/report-template/<slug:slug>/"
_PART = f"{_TEMPLATE}parts/<slug:part>/"
_BLOCK = f"{_TEMPLATE}standing/<slug:block>/"
_OF_REPORT = "reports/<slug:series>/<slug:slug>/blocks/<slug:block>/standing/"
_DATE = f"{_TEMPLATE}dates/<slug:name>/"

app_name = "report_templates"
urlpatterns = [
    path(_LIST, views.templates, name="report-templates"),
    path(f"{_LIST}file/", views.upload, name="template-file"),
    path(f"{_LIST}examples/<slug:example>/", views.show_example, name="template-example"),
    path(f"{_LIST}examples/<slug:example>/start/", views.start, name="start-template"),
    path(_TEMPLATE, views.show, name="report-template"),
    path(f"{_TEMPLATE}copy/", views.copy, name="copy-template"),
    path(f"{_TEMPLATE}data/", views.download, name="template-data"),
    path(f"{_TEMPLATE}withdraw/", withdrawal_views.withdraw, name="withdraw-template"),
    path(f"{_TEMPLATE}bring-back/", withdrawal_views.bring_back, name="bring-template-back"),
    path(f"{_TEMPLATE}title/", views.title, name="template-title"),
    path(f"{_TEMPLATE}numbering/", views.numbering, name="template-numbering"),
    path(f"{_TEMPLATE}words/", views.words, name="template-words"),
    path(f"{_TEMPLATE}add-part/", part_views.add, name="add-part"),
    path(_PART, part_views.change, name="template-part"),
    path(f"{_PART}move/", part_views.move, name="move-part"),
    path(f"{_PART}remove/", part_views.remove, name="remove-part"),
    path(f"{_TEMPLATE}add-date/", part_views.add_date, name="add-date"),
    path(_DATE, part_views.change_date, name="template-date"),
    path(_OF_REPORT, standing_views.keep, name="standing-block"),
    path(f"{_BLOCK}remove/", standing_views.remove, name="remove-standing"),
    path(f"{_DATE}remove/", part_views.remove_date, name="remove-date"),
    *part_writers.urlpatterns,
    *texts.urlpatterns,
]
