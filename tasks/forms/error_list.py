"""What the summary on top of a form lists: every error, with the field it leads to."""

from django import forms


def error_list(form: forms.Form, *, with_labels: bool = False) -> list[tuple[str, str]]:
    """Return (id of the field, what to do) in the form's order; no id where there is no field.

    A sentence that does not say which field it is about gets the field's label before it.
    """
    listed = [("", str(message)) for message in form.non_field_errors()]
    for field in form:
        anchor = "" if field.is_hidden else field.auto_id
        before = f"{field.label}: " if with_labels else ""
        listed += [(anchor, f"{before}{message}") for message in field.errors]
    return listed
