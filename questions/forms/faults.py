"""What keeps a question from being asked, in a sentence for its author."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    ("choices", "too_few"): _("Please write at least two answers to choose from."),
    ("choices", "same_text"): _("Two answers say the same. Please change one of them."),
    ("choices", "nothing_right"): _("Please mark which answer is right."),
    ("choices", "several_right"): _(
        "Only one answer can be right here. For more, write a question with several right answers."
    ),
    ("choices", "all_right"): _("If all answers are right, there is nothing to decide. Please add a wrong one."),
    ("accepted", "nothing_right"): _("Please write at least one answer that counts as right."),
    ("value", "no_number"): _("Please write a number, for example 12 or 12,5."),
    ("value", "ambiguous"): _("This can be read in two ways. Please write 1234 or 1,2340 instead of 1.234."),
    ("tolerance", "no_number"): _("Please write a number, for example 0,5, or leave it empty."),
    ("tolerance", "ambiguous"): _("This can be read in two ways. Please write 1234 or 1,2340 instead of 1.234."),
    ("tolerance", "negative"): _("How far an answer may be off is written without a minus."),
    ("gapped", "no_gap"): _("Please write {1} where the first gap is, {2} for the second, and so on."),
    ("gapped", "same_gap"): _("A gap stands twice in this text. Please give each gap a number of its own."),
    ("gaps", "gaps_differ"): _("Each number in the text needs what belongs into it below, and the other way round."),
    ("gap", "too_few"): _("Please write at least one wrong answer for this gap."),
    ("gap", "same_text"): _("Two answers for this gap say the same. Please change one of them."),
    ("gap", "one_right"): _("Please write what belongs into this gap."),
    ("pairs", "too_few"): _("Please write at least two pairs."),
    ("pairs", "half"): _("Half of a pair is missing. Please fill in both sides."),
    ("pairs", "same_text"): _("The same stands twice on the left side. Please change one of them."),
    ("pairs", "all_the_same"): _("All pairs have the same right side: there is nothing to choose."),
    ("others", "is_right"): _("One of these belongs to a pair already. Please write only what belongs to nothing."),
    ("steps", "too_few"): _("Please write at least two steps."),
    ("steps", "same_text"): _("Two steps say the same. Please change one of them."),
    ("rubric", "too_few"): _("Please write at least one criterion, so that everybody is marked by the same."),
    ("points", "no_points"): _("Each criterion needs a whole number of points, at least 1."),
    ("endings", "too_few"): _("Please choose at least one kind of file."),
    ("max_mb", "out_of_range"): _("Please write a number from 1 to 20."),
}


def sentence_for(part: str, code: str) -> str:
    return str(SENTENCES["gap" if part.startswith("gap-") else part, code])
