import pytest
from django.template import Context, Origin, Template, engines

from tests.undefined import OURS


def render(source, path, **values):
    template = Template(source, origin=Origin(str(path)), engine=engines["django"].engine)
    return template.render(Context(values))


@pytest.mark.parametrize(
    "source",
    [
        "{{ nam }}",
        "{{ nam|upper }}",
        "{% if True %}{{ name.first }}{% endif %}",
        "{% blocktranslate %}{{ nam }}{% endblocktranslate %}",
        "{% blocktranslate with name=name.first %}{{ name }}{% endblocktranslate %}",
    ],
)
def test_variable_nobody_gave_is_found_in_our_templates(undefined, source):
    assert render(source, OURS / "exchange" / "page.html", name="Mina").strip() == ""
    assert len(undefined) == 1
    assert undefined.pop().startswith("templates/exchange/page.html: {{ nam")


@pytest.mark.parametrize("source", ["{% if nam %}{% endif %}", '{{ nam|default:"" }}', "{{ name }}"])
def test_saying_what_happens_without_a_value_is_fine(undefined, source):
    render(source, OURS / "exchange" / "page.html", name="Mina")
    assert undefined == set()


def test_templates_of_others_may_do_as_they_like(undefined):
    assert render('{{ nam }}{{ nam|default:"–" }}', "/site-packages/wagtail/page.html") == "–"
    assert undefined == set()
