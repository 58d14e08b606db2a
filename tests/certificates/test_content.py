import json

import pytest

from certificates.content import Content
from tests.certificates.stories import CONTENT, RECORD


@pytest.mark.parametrize("content", [Content(), CONTENT, RECORD])
def test_content_comes_back_from_json_as_it_was(content):
    assert Content.from_json(json.loads(json.dumps(content.to_json()))) == content
