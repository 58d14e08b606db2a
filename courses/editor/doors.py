"""Which addresses of the editor are open, and to whom. What is not listed does not exist, for nobody but superusers.

Wagtail asks for rights where something is changed, but tells on the way that a page exists and what it is called: it
leads back with a sentence, names it in a chooser, a report or an interface for programs. Here it is asked first, and
once for all addresses. A new version of Wagtail that brings an address opens nothing by itself.
"""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.urls import resolve
from wagtail.models import Page, TaskState

from courses.models import AnnexPage, CoursePage, PartOfCourse
from courses.queries.writing.editing import known_to, usable_by, written_by
from lms.media.models import CourseDocument, CourseImage, CourseMedia
from people.models import User

Rule = Callable[[User, Page], bool]
WRITTEN = (CoursePage, PartOfCourse, AnnexPage)  # not the shelves: cities are no text


def may_open(user: User, page: Page) -> bool:
    """Who writes it, or has to decide about it right now."""
    return _is_written(page) and bool(page.permissions_for_user(user).can_edit())


def may_change(user: User, page: Page) -> bool:
    """Who writes it, or releases it for their city."""
    return _is_written(page) and "change" in page.permissions_for_user(user).permissions


def may_add_below(user: User, page: Page) -> bool:
    return bool(page.permissions_for_user(user).can_add_subpage())


def may_browse(user: User, page: Page) -> bool:
    return bool(written_by(user).filter(pk=page.pk).exists())


def may_link_to(user: User, page: Page) -> bool:
    return bool(known_to(user).filter(pk=page.pk).exists())


def _is_written(page: Page) -> bool:
    return issubclass(page.specific_class or Page, WRITTEN)


EVERYBODY = {
    "wagtailadmin_home",
    "wagtailadmin_logout",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_block_preview",
    "wagtailadmin_explore_root",
    "wagtailadmin_pages:search",
    "wagtailadmin_pages:search_results",
    "wagtailadmin_choose_page",
    "wagtailadmin_choose_page_search",
    "wagtailadmin_choose_page_external_link",
    "wagtailadmin_choose_page_email_link",
    "wagtailadmin_choose_page_phone_link",
    "wagtailadmin_choose_page_anchor_link",
    "wagtailadmin_editing_sessions:release",
    "wagtailimages:index",
    "wagtailimages:index_results",
    "wagtailimages:add",
    "wagtailimages:add_multiple",
    "wagtailimages:create_multiple_from_uploaded_image",
    "wagtailimages:delete_upload_multiple",
    "wagtailimages_chooser:choose",
    "wagtailimages_chooser:choose_results",
    "wagtailimages_chooser:create",
    "wagtaildocs:index",
    "wagtaildocs:index_results",
    "wagtaildocs:add",
    "wagtaildocs:add_multiple",
    "wagtaildocs:create_multiple_from_uploaded_document",
    "wagtaildocs:delete_upload_multiple",
    "wagtaildocs_chooser:choose",
    "wagtaildocs_chooser:choose_results",
    "wagtaildocs_chooser:create",
    "wagtailmedia:index",
    "wagtailmedia:add",
    "wagtailmedia:chooser",
    "wagtailmedia:chooser_typed",
    "wagtailmedia:chooser_upload",
}
PAGES: dict[str, tuple[str, Rule]] = {
    "wagtailadmin_explore": ("parent_page_id", may_browse),
    "wagtailadmin_explore_results": ("parent_page_id", may_browse),
    "wagtailadmin_pages:add": ("parent_page_id", may_add_below),
    "wagtailadmin_pages:preview_on_add": ("parent_page_id", may_add_below),
    "wagtailadmin_pages:add_subpage": ("parent_page_id", may_add_below),
    "wagtailadmin_pages:edit": ("page_id", may_open),
    "wagtailadmin_pages:preview_on_edit": ("page_id", may_open),
    "wagtailadmin_pages:view_draft": ("page_id", may_open),
    "wagtailadmin_pages:history": ("page_id", may_open),
    "wagtailadmin_pages:history_results": ("page_id", may_open),
    "wagtailadmin_pages:revisions_index": ("page_id", may_open),
    "wagtailadmin_pages:revisions_view": ("page_id", may_open),
    "wagtailadmin_pages:revisions_compare": ("pk", may_open),
    "wagtailadmin_pages:revisions_revert": ("page_id", may_change),
    "wagtailadmin_pages:revisions_unschedule": ("page_id", may_change),
    "wagtailadmin_pages:copy": ("page_id", may_change),
    "wagtailadmin_pages:delete": ("page_id", may_change),
    "wagtailadmin_pages:unpublish": ("page_id", may_change),
    "wagtailadmin_pages:lock": ("page_id", may_open),
    "wagtailadmin_pages:unlock": ("page_id", may_open),
    "wagtailadmin_pages:workflow_action": ("page_id", may_open),
    "wagtailadmin_pages:collect_workflow_action_data": ("page_id", may_open),
    "wagtailadmin_pages:confirm_workflow_cancellation": ("page_id", may_open),
    "wagtailadmin_pages:workflow_preview": ("page_id", may_open),
    "wagtailadmin_pages:workflow_history": ("page_id", may_open),
    "wagtailadmin_pages:workflow_history_detail": ("page_id", may_open),
    "wagtailadmin_editing_sessions:ping": ("object_id", may_open),
    "wagtailadmin_choose_page_child": ("parent_page_id", may_link_to),
}
LIBRARY: dict[str, tuple[str, type[models.Model]]] = {
    "wagtailimages:edit": ("image_id", CourseImage),
    "wagtailimages:delete": ("image_id", CourseImage),
    "wagtailimages:image_usage": ("image_id", CourseImage),
    "wagtailimages:edit_multiple": ("image_id", CourseImage),
    "wagtailimages:delete_multiple": ("image_id", CourseImage),
    "wagtailimages_chooser:chosen": ("pk", CourseImage),
    "wagtaildocs:edit": ("document_id", CourseDocument),
    "wagtaildocs:delete": ("document_id", CourseDocument),
    "wagtaildocs:document_usage": ("document_id", CourseDocument),
    "wagtaildocs:edit_multiple": ("doc_id", CourseDocument),
    "wagtaildocs:delete_multiple": ("doc_id", CourseDocument),
    "wagtaildocs_chooser:chosen": ("pk", CourseDocument),
    "wagtailmedia:edit": ("media_id", CourseMedia),
    "wagtailmedia:delete": ("media_id", CourseMedia),
    "wagtailmedia:media_usage": ("media_id", CourseMedia),
    "wagtailmedia:media_chosen": ("media_id", CourseMedia),
}
CHOSEN = {"wagtailimages_chooser:chosen", "wagtaildocs_chooser:chosen", "wagtailmedia:media_chosen"}
ADDRESSES = EVERYBODY | PAGES.keys() | LIBRARY.keys()
EDITOR = "/cms/"


def leads_somewhere(url: str) -> bool:
    """Whether a link or button of Wagtail's may stay: what is closed to everybody is not offered."""
    if not url.startswith(EDITOR):
        return True
    return resolve(url.partition("?")[0]).view_name in ADDRESSES


def is_open(request: HttpRequest, address: str, keys: dict[str, Any]) -> bool:
    user: Any = request.user
    if address in PAGES:
        key, rule = PAGES[address]
        page = Page.objects.filter(pk=_number(keys[key])).first()
        return page is not None and rule(user, page) and _belongs_together(page, keys)
    if address in LIBRARY:
        key, model = LIBRARY[address]
        actions = ("choose", "change") if address in CHOSEN else ("change",)
        return bool(usable_by(user, model, *actions).filter(pk=_number(keys[key])).exists())
    return address in EVERYBODY


def _belongs_together(page: Page, keys: dict[str, Any]) -> bool:
    """Wagtail takes the task from one number and asks for rights on the page of the other."""
    if keys.get("model_name", "page") != "page":
        return False
    task_state = keys.get("task_state_id")
    return task_state is None or TaskState.objects.for_instance(page).filter(pk=task_state).exists()


def _number(key: Any) -> int:
    return int(key) if str(key).isascii() and str(key).isdigit() and len(str(key)) < 10 else 0
