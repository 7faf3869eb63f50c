"""Every address of the process `api`."""

from django.urls import path

from vendue.api import health, problem_pages
from vendue.api.admin import api as admin_api
from vendue.api.public import api as public_api
from vendue.platform.routes import serve_media

urlpatterns = [
    path("api/v1/", public_api.urls),
    path("api/admin/v1/", admin_api.urls),
    path("problems/<slug:code>", problem_pages.show),
    path("problems/", problem_pages.index),
    path("media/<path:key>", serve_media),
    path("healthz", health.alive),
    path("readyz", health.ready),
    path("metrics", health.metrics),
]
