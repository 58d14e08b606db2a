"""How the editor asks what a test asks: the bank offers what the city of the course may use."""

from typing import Any

from wagtail.blocks.base import BlockWidget

from courses.drawing import wishes_in
from courses.editor.forms import PublishableForm


class TestForm(PublishableForm):
    __test__ = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "questions" not in self.fields:
            return
        field = self.fields["questions"]
        kept = wishes_in(self.instance.questions.get_prep_value())
        body = type(field.block).for_city(
            self._city_id(),
            kept=(
                {wish.question for wish in kept if wish.question is not None},
                {wish.category for wish in kept if wish.category is not None},
            ),
        )
        body.set_name(field.block.name)
        field.block, field.widget = body, BlockWidget(body)

    def _city_id(self) -> int:
        course = self.parent_page.specific if self.parent_page else self.instance.course
        return int(course.city.pk)
