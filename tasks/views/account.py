"""A person's own account: change the password and stay logged in."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tasks.actions.people import change_password
from tasks.views.form_page import error_list
from tasks.views.frame import PersonRequest


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password(request: PersonRequest) -> HttpResponse:
    """Ask for the old password and twice for the new; other logins of the person end."""
    form = PasswordChangeForm(request.user, request.POST or None)
    form.use_required_attribute = False
    if form.is_valid():
        change_password(request.user, form.cleaned_data["new_password1"])
        update_session_auth_hash(request, request.user)
        messages.success(request, "Din adgangskode er skiftet.")
        return redirect("overview")
    context = {"form": form, "error_list": error_list(form)}
    return render(request, "registration/password.html", context)
