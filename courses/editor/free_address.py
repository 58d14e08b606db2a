from typing import Any

from wagtail.coreutils import find_available_slug


class FreeAddress:
    """Two lessons may have the same title. As long as nobody links to a page, its address gives way by itself."""

    def clean_slug(self: Any) -> str:
        slug = str(self.cleaned_data["slug"])
        if (self.instance.pk and self.instance.live) or not slug:
            return slug
        return str(find_available_slug(self.parent_page, slug, ignore_page_id=self.instance.pk))
