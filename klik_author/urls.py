"""The site's addresses: the lists' admin, and all of KLIK-værksted."""

from django.urls import URLPattern, URLResolver, include, path

from tasks.admin import site

handler400 = "tasks.views.errors.bad_request"
handler403 = "tasks.views.errors.permission_denied"
handler404 = "tasks.views.errors.not_found"
handler500 = "tasks.views.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("lister/", site.urls),
    path("", include("tasks.urls")),
]
