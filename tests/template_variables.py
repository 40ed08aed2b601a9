"""Fails the test that renders an undefined variable in a template of ours.

pytest-django has FAIL_INVALID_TEMPLATE_VARS for this, but it judges every template, also crispy's
and the admin's, which lean on Django's silence. Here, and only here, is the exception made:
a template in site-packages gets the empty text, and its filters work, as they do in the site.
"""

from __future__ import annotations

import sys
from typing import NoReturn

import pytest
from django.template.base import FilterExpression, Node


class Undefined(str):
    """The value of TEMPLATES' `string_if_invalid`: the empty text, that speaks up in our templates.

    Django asks three things of it, each answered below: `if string_if_invalid` (is there
    something to show?), `"%s" in string_if_invalid` and `string_if_invalid % name`.
    """

    __slots__ = ()

    def __bool__(self) -> bool:
        """Tell FilterExpression to show the variable's name, and everybody else "empty"."""
        asker = sys._getframe(1)
        return asker.f_code is FilterExpression.resolve.__code__ and not _is_third_party(_origin())

    def __contains__(self, part: object) -> bool:
        return part == "%s"

    def __mod__(self, variable: object) -> NoReturn:
        pytest.fail(f"Undefined template variable '{variable}' in '{_origin()}'")

    def __str__(self) -> str:
        """Show nothing; ours get here when a lookup ended in an error that Django keeps quiet."""
        origin = _origin()
        if origin and not _is_third_party(origin):
            pytest.fail(f"A template variable without a value in '{origin}'")
        return ""


def _origin() -> str:
    """Return the file of the template whose node is being rendered now, or nothing."""
    frame = sys._getframe(1)
    while parent := frame.f_back:
        frame = parent
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and hasattr(node, "origin"):
            return str(node.origin)
    return ""


def _is_third_party(origin: str) -> bool:
    return "site-packages" in origin
