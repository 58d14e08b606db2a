from django import template

register = template.Library()


@register.simple_tag
def answer_to(key, answered):
    """The answer just given, if it was to this question."""
    return answered if answered and answered.key == key else None


@register.simple_tag
def pick_of(key, answer):
    """What to say to one choice; nothing before an answer."""
    return answer.picks[key] if answer else None
