"""Addresses of the standing texts of a template."""

from django.urls import path

from assurance.runtime.processes.lazy_modules import LazyViews

place_views = LazyViews("reports.report_templates.texts.place_views")
preview_views = LazyViews("reports.report_templates.texts.preview_views")
quotable_views = LazyViews("reports.report_templates.texts.quotable_views")
views = LazyViews("reports.report_templates.texts.views")

_TEMPLATE = "committee/report-template/<slug:slug>/"
_TEXT = f"{_TEMPLATE}texts/<slug:block>/"

urlpatterns = [
    path(f"{_TEMPLATE}preview/", preview_views.preview, name="preview-template"),
    path(f"{_TEMPLATE}preview/<slug:kind>/", preview_views.preview_text, name="preview-text"),
    path(f"{_TEMPLATE}quotable/", quotable_views.search, name="template-quotable"),
    path(f"{_TEMPLATE}tokens/", quotable_views.describe, name="template-tokens"),
    path(f"{_TEMPLATE}parts/<slug:part>/add/<slug:kind>/", views.add, name="add-text"),
    path(_TEXT, views.change, name="template-text"),
    path(f"{_TEXT}move/", place_views.move, name="move-text"),
]
