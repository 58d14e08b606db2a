"""Who may write where: trainers write on the shelf of their city, its training office publishes."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from courses.models import CityShelfPage
from people.models import City, Role
from people.services.memberships import group_for

WRITE = ("add_page", "change_page")
RELEASE = (*WRITE, "publish_page", "lock_page", "unlock_page")
LIBRARY = [
    ("wagtailimages", ("add_image", "change_image", "choose_image")),
    ("wagtaildocs", ("add_document", "change_document", "choose_document")),
    ("wagtailmedia", ("add_media", "change_media")),
]


def give_rights(shelf: CityShelfPage) -> None:
    """Give the groups of a city their rights on its shelf, its media, and a workflow; again changes nothing."""
    trainers, office = group_for(Role.TRAINER, shelf.city), group_for(Role.HR, shelf.city)
    for group, codenames in ((trainers, WRITE), (office, RELEASE), (group_for(Role.ADMIN, None), RELEASE)):
        _may_enter(group)
        _may_edit(group, shelf, codenames)
        _may_use_library(group, collection_of(shelf.city))
    _set_up_workflow(shelf, office)


def collection_of(city: City) -> Collection:
    """Where the images, files and films of a city lie."""
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=city.name).first() or root.add_child(name=city.name)


def _may_enter(group: Group) -> None:
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))


def _may_edit(group: Group, page: Page, codenames: tuple[str, ...]) -> None:
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames):
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def _may_use_library(group: Group, collection: Collection) -> None:
    for app_label, codenames in LIBRARY:
        for permission in Permission.objects.filter(content_type__app_label=app_label, codename__in=codenames):
            GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


def _set_up_workflow(shelf: CityShelfPage, office: Group) -> None:
    name = f"Freigabe {shelf.city.name}"
    workflow, _made = Workflow.objects.get_or_create(name=name)
    task = GroupApprovalTask.objects.filter(name=name).first() or GroupApprovalTask.objects.create(name=name)
    task.groups.set([office])
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    WorkflowPage.objects.update_or_create(page_id=shelf.pk, defaults={"workflow": workflow})
