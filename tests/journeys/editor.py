"""Wagtail's editor without its scripts: the fields they would draw from the page and send."""

import json

NONE = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""}


def fields_of(form):
    """Every block of plain words or of rich text, and the list of comments."""
    fields = {f"comments-{name}": [value] for name, value in NONE.items()}
    for stream in form.find_all(attrs={"data-controller": "w-block"}):
        blocks = json.loads(stream["data-w-block-arguments-value"])[0]
        fields[f"{stream['id']}-count"] = [len(blocks)]
        for order, block in enumerate(blocks):
            told = block | {"order": order, "deleted": ""}
            fields |= {f"{stream['id']}-{order}-{key}": [value] for key, value in told.items()}
    return fields


def with_words(text, words):
    """Rich text with one more paragraph at its end, in the place of an empty one."""
    content = json.loads(text)
    written = [block for block in content["blocks"] if block["text"]]
    return json.dumps(content | {"blocks": [*written, {"key": f"p{len(written)}", "type": "unstyled", "text": words}]})


def last_text(fields):
    return [name for name in fields if name.endswith("-value")][-1]


def comment_on(name, fields, words):
    """What is sent for a first comment about the block of this field."""
    told = {"text": words, "contentpath": f"body.{fields[name.replace('value', 'id')][0]}", "position": ""}
    told |= {f"replies-{key}": value for key, value in NONE.items()}
    return {"comments-TOTAL_FORMS": [1]} | {f"comments-0-{key}": [value] for key, value in told.items()}


def decision_of(button):
    """What a button that decides about a page under review adds to the form."""
    name = button.get("data-workflow-action-name")
    return {"action-workflow-action": ["true"], "workflow-action-name": [name]} if name else {}
