"""Danish addresses, English names."""

from django.urls import path

from tasks.views import (
    account,
    announcement,
    bulk,
    copying,
    create_many,
    health,
    history,
    live_check,
    overview,
    podio,
    podio_xlsx,
    preview,
    project_rows,
    projects,
    publishing,
    reasons,
    review,
    style_guide,
    task_form,
    task_list,
    waves,
)
from tasks.views import (
    bin as paper_bin,
)

urlpatterns = [
    path("log-ind/", account.Login.as_view(), name="login"),
    path("log-ind/her/", account.login_in_place, name="login_in_place"),
    path("log-ud/", account.Logout.as_view(), name="logout"),
    path("adgangskode/", account.password, name="password"),
    path("sundhed/", health.health, name="health"),
    # Overblik, Opgaver, Papirkurv og Skriveguide
    path("", overview.overview, name="overview"),
    path("opgaver/", task_list.task_list, name="task_list"),
    path("opgaver/opret-flere/", create_many.task_new_many, name="task_new_many"),
    path("opgaver/send/", bulk.task_submit_many, name="task_submit_many"),
    path("opgaver/<int:pk>/papirkurv/", paper_bin.task_bin, name="task_bin"),
    path("opgaver/<int:pk>/kopier/", copying.task_copy, name="task_copy"),
    path("opgaver/<int:pk>/gendan/", paper_bin.task_restore, name="task_restore"),
    path("papirkurv/", paper_bin.bin_page, name="bin"),
    path("skriveguide/", style_guide.style_guide, name="style_guide"),
    # Skriv
    path("opgaver/ny/", task_form.task_new, name="task_new"),
    path("opgaver/tjek/", live_check.task_check_new, name="task_check_new"),
    path("opgaver/projektets/", live_check.task_project_parts, name="task_project_parts"),
    path("opgaver/<int:pk>/", task_form.task_edit, name="task_edit"),
    path("opgaver/<int:pk>/tjek/", live_check.task_check, name="task_check"),
    # Godkendelse
    path("opgaver/<int:pk>/godkendelse/", review.task_review, name="task_review"),
    path("opgaver/<int:pk>/godkend/", review.task_approve, name="task_approve"),
    path("opgaver/<int:pk>/begrundelser/", reasons.task_reasons, name="task_reasons"),
    path("opgaver/<int:pk>/send-tilbage/", review.task_send_back, name="task_send_back"),
    path("opgaver/<int:pk>/trin/<slug:move>/", review.task_move, name="task_move"),
    # Forhåndsvisning og Indtast i Podio
    path("opgaver/podio.xlsx", podio_xlsx.tasks_xlsx, name="tasks_xlsx"),
    path("opgaver/<int:pk>/podio.xlsx", podio_xlsx.task_xlsx, name="task_xlsx"),
    path("opgaver/<int:pk>/forhaandsvisning/", preview.task_preview, name="task_preview"),
    path("opgaver/<int:pk>/podio/", podio.task_podio, name="task_podio"),
    path("opgaver/<int:pk>/podio/felt/", podio.task_podio_tick, name="task_podio_tick"),
    path("opgaver/<int:pk>/podio/link/", podio.task_podio_link, name="task_podio_link"),
    # #besked, trinnene til kommunerne og Forløb
    path("opgaver/<int:pk>/besked/", announcement.task_announcement, name="task_announcement"),
    path("opgaver/<int:pk>/testboelge/", publishing.task_test_wave, name="task_test_wave"),
    path("opgaver/<int:pk>/spring-test-over/", publishing.task_skip_test, name="task_skip_test"),
    path("opgaver/<int:pk>/publicer/", publishing.task_publish, name="task_publish"),
    path("opgaver/<int:pk>/besked-sendt/", publishing.task_announced, name="task_announced"),
    path("opgaver/<int:pk>/forloeb/", history.task_history, name="task_history"),
    # Projekter, bølger, frozen zones og præfikser
    path("projekter/", projects.project_list, name="project_list"),
    path("projekter/ny/", projects.project_new, name="project_new"),
    path("projekter/<int:pk>/", projects.project_detail, name="project_detail"),
    path("projekter/<int:pk>/ret/", projects.project_edit, name="project_edit"),
    path("projekter/<int:pk>/boelger/ny/", waves.wave_new, name="wave_new"),
    path("boelger/<int:pk>/", waves.wave_edit, name="wave_edit"),
    path("boelger/<int:pk>/fjern/", waves.wave_remove, name="wave_remove"),
    path("projekter/<int:pk>/frozen-zones/ny/", project_rows.zone_new, name="zone_new"),
    path("projekter/frozen-zones/<int:pk>/", project_rows.zone_edit, name="zone_edit"),
    path("projekter/frozen-zones/<int:pk>/fjern/", project_rows.zone_remove, name="zone_remove"),
    path("projekter/<int:pk>/praefikser/ny/", project_rows.prefix_new, name="prefix_new"),
    path("projekter/praefikser/<int:pk>/", project_rows.prefix_edit, name="prefix_edit"),
    path("projekter/praefikser/<int:pk>/fjern/", project_rows.prefix_remove, name="prefix_remove"),
]
