"""An undefined variable fails the test when the template is ours, and is silent when it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.template import Context, Origin, Template
from django.template.engine import Engine

from tests.template_variables import Undefined

ENGINE = Engine(string_if_invalid=Undefined())
OURS = "/srv/klik/templates/page.html"
THEIRS = "/srv/klik/.venv/lib/site-packages/crispy/field.html"


class Task:
    @property
    def project(self) -> str:
        raise ObjectDoesNotExist


def render(source: str, path: str) -> str:
    context = Context({"title": "Udfyld SFTP", "nothing": None, "task": Task()})
    return Template(source, origin=Origin(path), engine=ENGINE).render(context)


@pytest.mark.parametrize(
    "source",
    [
        "{{ titel }}",
        "{{ title.length_in_words }}",
        '{{ titel|default:"x" }}',
        "{% for part in titel %}{% endfor %}{{ part }}",
        "{% if title %}{{ titel }}{% endif %}",
        "{{ task.project }}",
        "{% autoescape off %}{{ task.project }}{% endautoescape %}",
    ],
)
def test_a_variable_that_is_not_there_fails_the_test(source: str) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"emplate variable .*page\.html"):
        render(source, OURS)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{ title }}", "Udfyld SFTP"),
        ("{{ nothing }}", "None"),
        ("{% if titel %}x{% else %}y{% endif %}", "y"),
        ("{% if task.project %}x{% else %}y{% endif %}", "y"),
    ],
)
def test_asking_whether_a_variable_is_there_is_allowed(source: str, shown: str) -> None:
    assert render(source, OURS) == shown


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<{{ titel }}>", "<>"),
        ('{{ titel|default:"x" }}', "x"),
        ("{{ titel|yesno:'a,b' }}", "b"),
        ("<{{ task.project }}>", "<>"),
    ],
)
def test_other_peoples_templates_show_what_they_show_in_the_site(source: str, shown: str) -> None:
    assert render(source, THEIRS) == shown
    plain = Engine()
    context = Context({"task": Task()})
    assert Template(source, engine=plain).render(context) == shown


def test_our_template_inside_theirs_is_judged_and_theirs_inside_ours_is_not() -> None:
    inner = Template("{{ titel }}", origin=Origin(THEIRS), engine=ENGINE)
    outer = Template("{% include inner %}", origin=Origin(OURS), engine=ENGINE)
    assert outer.render(Context({"inner": inner})) == ""
    inner = Template("{{ titel }}", origin=Origin(OURS), engine=ENGINE)
    outer = Template("{% include inner %}", origin=Origin(THEIRS), engine=ENGINE)
    with pytest.raises(pytest.fail.Exception, match=Path(OURS).name):
        outer.render(Context({"inner": inner}))
