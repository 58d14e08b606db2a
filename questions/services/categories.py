"""The drawers of the bank. What lies in a shared drawer is shared."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lms.core import journal
from lms.core.errors import TooLate
from people.models import City, User
from people.policies import require
from questions.models import Category


@transaction.atomic
def create_category(city: City, name: str, *, actor: User) -> Category:
    require("questions.write_for", actor, city, city_id=city.pk)
    category = Category(city=city)
    _name(category, name)
    journal.record(category, "questions.category.create", actor=actor)
    return category


@transaction.atomic
def rename_category(category: Category, name: str, *, actor: User) -> Category:
    require("questions.edit", actor, category, city_id=category.city_id)
    _name(category, name)
    journal.record(category, "questions.category.rename", actor=actor)
    return category


def _name(category: Category, name: str) -> None:
    """Two at once may mean the same name: the database has the last word."""
    category.name = name
    try:
        with transaction.atomic():
            category.save()
    except IntegrityError as error:
        raise TooLate(_("Your city already has a category of this name.")) from error


@transaction.atomic
def share_category(category: Category, *, actor: User) -> None:
    """All cities may use it, with all that lies in it now and later."""
    _set_shared(category, True, actor)


@transaction.atomic
def unshare_category(category: Category, *, actor: User) -> None:
    _set_shared(category, False, actor)


def _set_shared(category: Category, is_shared: bool, actor: User) -> None:
    require("questions.edit", actor, category, city_id=category.city_id)
    changed = Category.objects.filter(pk=category.pk, is_shared=not is_shared).update(is_shared=is_shared)
    category.questions.update(is_shared=is_shared)
    category.is_shared = is_shared
    if changed:
        journal.record(category, f"questions.category.{'share' if is_shared else 'unshare'}", actor=actor)
