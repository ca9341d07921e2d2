"""The addresses of scorecards and of the assurance map."""

from django.urls import path

from assurance.registers.urls import register_urls
from reports.oversight import views

app_name = "oversight"
urlpatterns = [
    *register_urls(views.SCORECARDS),
    path("map/", views.show_map, name="map"),
    path("scorecards/<int:pk>/freeze/", views.freeze, name="freeze"),
    path("meetings/<int:pk>/", views.show_frozen, name="meeting-scorecard"),
    path("meetings/<int:pk>/annex/", views.add_annex, name="meeting-scorecard-annex"),
    path("meetings/<int:pk>/scorecard.pdf", views.print_frozen, name="meeting-scorecard-pdf"),
]
