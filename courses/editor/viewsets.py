"""Wagtail's views of pages, changed where trainers who are no editors by trade would get lost or lose something."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables.pages import PageTitleColumn
from wagtail.admin.views.pages.create import AddSubpageView, CreateView
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page, Revision

from courses.addresses import workbench_url
from courses.editor.doors import leads_somewhere
from courses.editor.panels import ShowsReadiness
from courses.editor.places import after_writing
from courses.editor.reading import ReadView
from courses.models import CityShelfPage, CoursePage
from lms.core.addresses import number

STILL_MINE = "overwrite_newer"
NOTHING_LOST = gettext_lazy(
    "Your text is still here and is not saved yet. Compare first; if you save now, your version becomes the newest and "
    "the other one stays in the history."
)


def offered(buttons: list[Any]) -> list[Any]:
    return [button for button in buttons if leads_somewhere(button.url)]


class TitleColumn(PageTitleColumn):
    """The title leads to the text. Wagtail's menu beside it would ask the database anew for each row."""

    cell_template_name = "courses/editor/title_cell.html"


def plain(columns: list[Any]) -> list[Any]:
    """Without the boxes for doing things to many pages at once."""
    title = TitleColumn("title", label=gettext_lazy("Title"), sort_key="title", classname="title")
    return [title if column.name == "title" else column for column in columns if column.name != "bulk_actions"]


class ListView(ExplorableIndexView):
    """The pages below a page, a course in its order; the workbench changes it."""

    base_columns = plain(ExplorableIndexView.base_columns)
    paginate_by = 200
    show_ordering_column = False

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return offered(super().header_more_buttons)


class FindView(SearchView):
    columns = plain(SearchView.columns)


class AddView(AddSubpageView):
    """Parts are begun in the workbench, at their place; a course with the form that makes all of it."""

    def dispatch(self, request: HttpRequest, parent_page_id: int, *args: Any, **kwargs: Any) -> HttpResponse:
        page = Page.objects.get(pk=parent_page_id).specific
        if isinstance(page, CoursePage):
            return redirect(f"{workbench_url(page)}#neu")
        if isinstance(page, CityShelfPage):
            return redirect("courses:course_new")
        answer: HttpResponse = super().dispatch(request, parent_page_id, *args, **kwargs)
        return answer


class BeginView(ShowsReadiness, CreateView):
    def redirect_away(self) -> HttpResponse:
        return redirect(self.next_url or after_writing(self.request.user, self.page))


class WriteView(ReadView):
    """What somebody else saved in the meantime is never replaced without a word.

    Wagtail compares versions when it saves by itself. Here the button is asked the same, and the database decides
    who comes second.
    """

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return offered(super().header_more_buttons)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A page that came into being without a version gets its first one, or there is nothing to compare with."""
        if self.latest_revision is None:
            self.latest_revision = self.page.save_revision(changed=False, clean=False)
        answer: HttpResponse = super().get(request, *args, **kwargs)
        return answer

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            newest = Page.objects.select_for_update().get(pk=self.page.pk).latest_revision
            self.latest_revision, self.page.latest_revision = newest, newest
            if not self.expects_json_response and STILL_MINE not in request.POST and (other := self._saved_by_others()):
                return self._ask_first(other)
            answer: HttpResponse = super().post(request, *args, **kwargs)
            return answer

    def _saved_by_others(self) -> Revision | None:
        """What this form does not know yet. One's own version may have been saved by Wagtail a moment ago."""
        own = self.page.revisions.filter(pk=number(self.request.POST.get("overwrite_revision_id"))).first()
        known_until = own.created_at if own else _time(self.request.POST.get("loaded_revision_created_at", ""))
        if known_until is None:
            return None
        others = self.page.revisions.filter(created_at__gt=known_until).exclude(user=self.request.user)
        newer: Revision | None = others.order_by("-created_at").first()
        return newer

    def _ask_first(self, newest: Revision) -> HttpResponse:
        """Show again what was typed; from here on the newer version has been seen, so saving once more replaces it."""
        self.form = self.form_class(
            self.request.POST, self.request.FILES, instance=self.page, subscription=self.subscription,
            parent_page=self.parent, for_user=self.request.user,
        )  # fmt: skip
        self.form.defer_required_fields()
        self.form.is_valid()
        self.has_unsaved_changes, self.autosave_enabled = True, False
        told = _("%(name)s saved a newer version at %(time)s while you were writing.") % {
            "name": newest.user.get_full_name() if newest.user else _("Somebody"),
            "time": timezone.localtime(newest.created_at).strftime("%H:%M"),
        }
        messages.error(self.request, f"{told} {NOTHING_LOST}", buttons=self._comparison(newest))
        return self.render_to_response(self.get_context_data())

    def _comparison(self, newest: Revision) -> list[Any]:
        known = self.request.POST.get("overwrite_revision_id") or self.request.POST.get("loaded_revision_id")
        if number(known) in (0, newest.pk):
            return []
        url = reverse("wagtailadmin_pages:revisions_compare", args=[self.page.pk, number(known), newest.pk])
        return [messages.button(url, _("What has changed?"), new_window=True)]

    def redirect_away(self) -> HttpResponse:
        return redirect(self.next_url or after_writing(self.request.user, self.page))


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


class RevertView(WriteView, RevisionsRevertView):
    """Going back to an older version, with the same care."""


class Pages(PageViewSet):
    model = Page
    filterset_class = None  # Wagtail's filters would list the names of all who write, whatever their city
    index_view_class = ListView
    search_view_class = FindView
    add_view_class = BeginView
    add_subpage_view_class = AddView
    edit_view_class = WriteView
    revisions_revert_view_class = RevertView
