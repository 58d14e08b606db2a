"""Consistency of the project as a whole: rules nobody should have to remember."""

import re
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.template.loader import get_template

from lms.core.privacy import DECLARED
from people.models import User

OURS = [
    "people",
    "questions",
    "training",
    "courses",
    "learning",
    "exchange",
    "certificates",
    "notifications",
    "media",
    "core",
]
ROOT = Path(settings.BASE_DIR)
TEMPLATES = ROOT / "templates"
SOURCES = [
    path
    for app in ["lms", "people", "questions", "training", "courses", "learning", "exchange", "certificates"]
    for path in sorted((ROOT / app).rglob("*.py"))
    if "migrations" not in path.parts
]
CALLED_BY_FRAMEWORK = re.compile(
    r"^(kern|account|allauth|cotton|wagtailadmin)/|^(400|403|404|409|429|500|403_csrf)\.html$|^mail/"
)


def our_models():
    return {model for model in apps.get_models() if model._meta.app_label in OURS and not model._meta.auto_created}


def test_every_model_says_which_personal_data_it_holds():
    assert our_models() == {model for model in DECLARED if model._meta.app_label in OURS}


def test_so_do_models_of_packages_that_name_a_person():
    named = {model for model in apps.get_app_config("wagtail_localize").get_models() if _names_a_person(model)}
    assert named == {model for model in DECLARED if model._meta.app_label not in OURS}


def _names_a_person(model):
    return any(field.related_model is User for field in model._meta.concrete_fields)


def test_every_declared_subject_leads_to_a_person():
    for model, declaration in DECLARED.items():
        for path in declaration.subjects:
            assert model.objects.filter(**{f"{path}__isnull": False}).query is not None


def test_no_template_is_left_over():
    used = "\n".join(path.read_text() for path in [*SOURCES, *TEMPLATES.rglob("*.html")])
    names = [path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html")]
    assert [name for name in names if not CALLED_BY_FRAMEWORK.search(name) and name not in used] == []


def test_no_component_is_left_over():
    pages = [path for path in TEMPLATES.rglob("*.html") if path.name != "styleguide.html"]  # which shows them all
    used = "\n".join(path.read_text() for path in pages)
    names = [path.stem.replace("_", "-") for path in (TEMPLATES / "cotton").glob("*.html")]
    assert [name for name in names if not re.search(rf"<c-{name}[\s/>]", used)] == []


def test_no_style_is_left_over():
    """A class of ours in a style sheet stands in a template, a script or the code; `--{` ends with a value."""
    sheets = "\n".join(path.read_text() for path in (settings.BASE_DIR / "static" / "css").glob("*.css"))
    scripts = (settings.BASE_DIR / "static" / "js").glob("*.js")
    used = "\n".join(path.read_text() for path in [*SOURCES, *scripts, *TEMPLATES.rglob("*.html")])
    names = sorted(set(re.findall(r"\.(wj-[\w-]+)", sheets)))
    assert [name for name in names if name not in used and f"{name.partition('--')[0]}--{{" not in used] == []


def test_every_template_compiles():
    for path in TEMPLATES.rglob("*.html"):
        get_template(path.relative_to(TEMPLATES).as_posix())


def test_templates_bring_no_style_script_or_handler_of_their_own():
    inline = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=\"|javascript:", re.IGNORECASE)
    components = re.compile(r"<c-[^>]*>|\{#.*?#\}|\{%.*?%\}")  # these take `style` as the name of a look
    found = {path.name for path in TEMPLATES.rglob("*.html") if inline.search(components.sub("", path.read_text()))}
    assert found == set()


def test_no_raw_sql_and_no_unescaped_data():
    banned = re.compile(r"\.raw\(|\.extra\(|RawSQL|mark_safe\(|\beval\(|pickle|\|safe\b")
    allowed = {"lms/core/templatetags/wanderjahr.py: mark_safe("}  # draws our own SVG files
    crispy = re.compile(r"^templates/kern/")  # crispy hands over HTML that it has already escaped
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in [*SOURCES, *TEMPLATES.rglob("*.html")]
        for match in banned.finditer(path.read_text())
    ]
    assert [one for one in found if one not in allowed and not crispy.search(one)] == []


def test_german_is_complete():
    call_command("messages", check=True)


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_names_shown_to_people_begin_in_lower_case():
    """verbose_name stands in the middle of sentences; a capital only where the language wants one."""
    from django.utils import translation

    with translation.override("en"):
        wrong = [
            f"{model.__name__}.{field.name}"
            for model in our_models() - {model for model in our_models() if model.__module__.startswith("wagtail")}
            for field in model._meta.local_fields
            if str(field.verbose_name)[:1].isupper()
            and not str(field.verbose_name)[:2].isupper()
            and field.model is model
            and model._meta.app_label not in ("courses", "media")
        ]
    assert wrong == []


def test_production_refuses_what_is_unsafe(tmp_path):
    import os
    import subprocess
    import sys

    def start(**environment):
        base = {"PATH": os.environ["PATH"], "WANDERJAHR_PROFILE": "production", "WANDERJAHR_DATA": str(tmp_path)}
        command = [sys.executable, "-c", "import lms.settings; print(lms.settings.PROFILE)"]
        return subprocess.run(command, env=base | environment, cwd=ROOT, capture_output=True, text=True, check=False)

    good = {"SECRET_KEY": "".join(chr(33 + n) for n in range(60)), "ALLOWED_HOSTS": "wanderjahr.example"}
    assert start(**good).stdout == "production\n"
    for unsafe in [
        {},
        {"SECRET_KEY": "short"},
        {"SECRET_KEY": "a" * 60},
        {"ALLOWED_HOSTS": "*"},
        {"ALLOWED_HOSTS": ""},
        {"DEBUG": "1"},
    ]:
        chosen = good | unsafe if unsafe else {}
        answer = start(**chosen)
        assert (answer.returncode != 0, "ValueError" in answer.stderr) == (True, True), unsafe


def test_demo_sign_in_does_not_exist_in_production():
    code = (
        "import django; django.setup();"
        "from django.urls import reverse, NoReverseMatch;\n"
        "try: reverse('demo:personas'); print('there')\n"
        "except NoReverseMatch: print('absent')"
    )
    import os
    import subprocess
    import sys

    environment = {
        "PATH": os.environ["PATH"],
        "WANDERJAHR_PROFILE": "production",
        "DJANGO_SETTINGS_MODULE": "lms.settings",
        "SECRET_KEY": "".join(chr(33 + n) for n in range(60)),
        "ALLOWED_HOSTS": "wanderjahr.example",
    }
    answer = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert answer.stdout == "absent\n"
