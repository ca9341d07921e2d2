"""Addresses of what follows publications: feeds, e-mails about new reports, the site map."""

from django.urls import path

from reports.feeds import views

_COUNCIL = "<slug:council>/"
app_name = "feeds"
urlpatterns = [
    path(f"{_COUNCIL}follow/", views.follow, name="follow"),
    path(f"{_COUNCIL}follow/asked/", views.show_next_step, name="follow-asked"),
    path(f"{_COUNCIL}follow/stopped/", views.stopped, name="follow-stopped"),
    path(f"{_COUNCIL}follow/confirm/<str:key>/", views.confirm, name="follow-confirm"),
    path(f"{_COUNCIL}follow/yours/<str:key>/", views.yours, name="follow-yours"),
    path(f"{_COUNCIL}sitemap.xml", views.site_map, name="site-map"),
    path(f"{_COUNCIL}reports/feed.atom", views.of_council, name="feed"),
    path(f"{_COUNCIL}reports/<slug:series>/feed.atom", views.of_series, name="series-feed"),
    path(
        f"{_COUNCIL}committees/<slug:committee>/feed.atom",
        views.of_committee,
        name="committee-feed",
    ),
]
