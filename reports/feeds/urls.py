"""Addresses of what follows publications: feeds, e-mails about new reports, the site map."""

from django.urls import path

from reports.feeds import views
from reports.publication.urls import COUNCIL

app_name = "feeds"
urlpatterns = [
    path(f"{COUNCIL}follow/", views.follow, name="follow"),
    path(f"{COUNCIL}follow/asked/", views.show_next_step, name="follow-asked"),
    path(f"{COUNCIL}follow/stopped/", views.stopped, name="follow-stopped"),
    path(f"{COUNCIL}follow/confirm/<str:key>/", views.confirm, name="follow-confirm"),
    path(f"{COUNCIL}follow/yours/<str:key>/", views.yours, name="follow-yours"),
    path(f"{COUNCIL}sitemap.xml", views.site_map, name="site-map"),
    path(f"{COUNCIL}reports/feed.atom", views.of_council, name="feed"),
    path(f"{COUNCIL}reports/<slug:series>/feed.atom", views.of_series, name="series-feed"),
    path(
        f"{COUNCIL}committees/<slug:committee>/feed.atom",
        views.of_committee,
        name="committee-feed",
    ),
]
