"""Who may write where: trainers write on the shelf of their city, its training office publishes."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from courses.models import CityShelfPage, CoursePage, PartnerReview, Release
from people.models import City, Role, User
from people.services.memberships import group_for

WRITE = ("add_page", "change_page")
RELEASE = (*WRITE, "publish_page", "lock_page", "unlock_page")
WORKFLOW = "Durchsicht und Freigabe"
STEPS = [(PartnerReview, "Durchsicht durch eine Partnerstadt"), (Release, "Freigabe durch die Ausbildungsleitung")]
Library = Sequence[tuple[str, tuple[str, ...]]]
LIBRARY: Library = [
    ("wagtailimages", ("add_image", "change_image", "choose_image")),
    ("wagtaildocs", ("add_document", "change_document", "choose_document")),
    ("wagtailmedia", ("add_media", "change_media")),
]
LIBRARY_OF_HOSTS: Library = [("wagtailimages", ("choose_image",)), ("wagtaildocs", ("choose_document",))]


def give_rights(shelf: CityShelfPage) -> None:
    """Give the groups of a city their rights on its shelf, its media, and a workflow; again changes nothing."""
    trainers, office = group_for(Role.TRAINER, shelf.city), group_for(Role.HR, shelf.city)
    for group, codenames in ((trainers, WRITE), (office, RELEASE), (group_for(Role.ADMIN, None), RELEASE)):
        _may_enter(group)
        _may_edit(group, shelf, codenames)
        _may_use_library(group, collection_of(shelf.city))
    _set_up_workflow(shelf)


def let_write_along(course: CoursePage, person: User) -> None:
    """A trainer of another city edits this course alone, and may use pictures and files of the city that owns it.

    What co-authors upload lies in the library of their own city; films can only be chosen from there.
    """
    group = _co_authors_of(course)
    _may_edit(group, course, WRITE)
    _may_use_library(group, collection_of(course.city), LIBRARY_OF_HOSTS)
    person.groups.add(group)


def end_writing_along(course: CoursePage, person: User) -> None:
    person.groups.remove(_co_authors_of(course))


def _co_authors_of(course: CoursePage) -> Group:
    """Named like the groups of a role in a city, so that it ends with the role."""
    return Group.objects.get_or_create(name=f"{Role.TRAINER}@course-{course.pk}")[0]


def collection_of(city: City) -> Collection:
    """Where the images, files and films of a city lie."""
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=city.name).first() or root.add_child(name=city.name)


def _may_enter(group: Group) -> None:
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))


def _may_edit(group: Group, page: Page, codenames: tuple[str, ...]) -> None:
    may = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames)
    GroupPagePermission.objects.bulk_create(
        [GroupPagePermission(group=group, page_id=page.pk, permission=one) for one in may], ignore_conflicts=True
    )


def _may_use_library(group: Group, collection: Collection, library: Library = LIBRARY) -> None:
    of_library = reduce(or_, (Q(content_type__app_label=app, codename__in=names) for app, names in library))
    may = Permission.objects.filter(of_library)
    GroupCollectionPermission.objects.bulk_create(
        [GroupCollectionPermission(group=group, collection=collection, permission=one) for one in may],
        ignore_conflicts=True,
    )


def _set_up_workflow(shelf: CityShelfPage) -> None:
    """One way for all cities: who may take its steps follows from the city of the page and from who wrote it."""
    workflow = Workflow.objects.get_or_create(name=WORKFLOW)[0]
    for order, (model, name) in enumerate(STEPS):
        task = model.objects.first() or model.objects.create(name=name)
        WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": order})
    WorkflowPage.objects.update_or_create(page_id=shelf.pk, defaults={"workflow": workflow})
