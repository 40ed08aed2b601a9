"""A person's own account: log in, and change the password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.views import LoginView
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tasks.actions.people import change_password
from tasks.forms.error_list import error_list
from tasks.forms.login import LoginForm
from tasks.views.asking import PersonRequest


class Login(LoginView):
    """The login; whoever is logged in already goes on to where they were going."""

    authentication_form = LoginForm
    redirect_authenticated_user = True

    def get_success_url(self) -> str:
        """Return a safe address on this site; never the login itself, which would go in circles."""
        url = super().get_success_url()
        return self.get_default_redirect_url() if url == self.request.path else url


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password(request: PersonRequest) -> HttpResponse:
    """Ask for the old password and twice for the new; other logins of the person end."""
    form = PasswordChangeForm(request.user, request.POST or None)
    form.use_required_attribute = False
    del form.fields["old_password"].widget.attrs["autofocus"]  # the error summary takes focus
    if form.is_valid():
        change_password(request.user, form.cleaned_data["new_password1"])
        update_session_auth_hash(request, request.user)
        messages.success(request, "Din adgangskode er skiftet.")
        return redirect("overview")
    context = {"form": form, "error_list": error_list(form, with_labels=True)}
    return render(request, "registration/password.html", context)
