"""A person's own account: log in, log out, and change the password."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tasks.actions.people import change_password
from tasks.forms.error_list import error_list
from tasks.forms.login import LoginForm
from tasks.views.asking import PersonRequest
from tasks.views.kept_form import kept_context


class Login(LoginView):
    """The login; whoever is logged in already goes on to where they were going.

    A form that was sent after the login had ended comes with it, and is offered again.
    """

    authentication_form = LoginForm
    redirect_authenticated_user = True

    def get_success_url(self) -> str:
        """Return a safe address on this site; never the login itself, which would go in circles."""
        url = super().get_success_url()
        return self.get_default_redirect_url() if url == self.request.path else url

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(**context) | kept_context(self._kept)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        answer = super().form_valid(form)
        kept = kept_context(self._kept)
        return render(self.request, "registration/kept_form.html", kept) if kept else answer

    @property
    def _kept(self) -> str:
        return self.request.POST.get("kept", "")


class Logout(LogoutView):
    """The logout; the browser forgets what it had put by of the person's texts."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = super().post(request, *args, **kwargs)
        answer["Clear-Site-Data"] = '"storage"'
        return answer


@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def login_in_place(request: HttpRequest) -> HttpResponse:
    """Tell a page that lies open who is logged in by now, or log in without leaving it."""
    if request.method == "POST":
        form = LoginForm(request, request.POST)
        if not form.is_valid():
            return JsonResponse({"error": form.non_field_errors()[0]}, status=400)
        login(request, form.get_user())
    person = request.user if request.user.is_authenticated else None
    told = {"user": person and person.get_username(), "name": person and person.short_name}
    return JsonResponse(told | {"token": get_token(request)})


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
