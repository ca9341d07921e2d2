"""The addresses of censuses and of held returns."""

from django.urls import path

from assurance.looked_after.views import returns
from assurance.looked_after.views.censuses import CENSUSES, state_costs
from assurance.registers.urls import register_urls

app_name = "looked_after"

urlpatterns = [
    *register_urls(CENSUSES),
    path("<int:pk>/unit-costs/", state_costs, name="unit-costs"),
    path("returns/", returns.list_returns, name="return-list"),
    path("returns/<int:pk>/", returns.show_return, name="return-record"),
    path("returns/<int:pk>/count/", returns.count, name="return-count"),
    path("returns/<int:pk>/remove-rows/", returns.remove_rows, name="return-remove-rows"),
    path("returns/<int:pk>/withdraw/", returns.withdraw, name="return-withdraw"),
]
