"""Every page type in every state somebody can meet it in: who looks, at which address, and what they sent before."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.core import signing
from django.urls import reverse
from django.utils import timezone

from certificates.services.issuing import issue
from certificates.services.revocation import confirm_revocation
from certificates.services.revocation import propose_revocation as propose
from courses.models import Attempt, LessonPage, TestPage
from courses.services.assessing import assessment
from courses.services.assessing.assignments import give_back, hand_in
from courses.services.completing.prerequisites import require_before
from courses.services.completing.rules import change_rule
from courses.services.enrolling.enrollments import enroll
from courses.services.reviewing.review import recommend_course, submit_course
from courses.services.reviewing.withdrawal import close_to_all, close_to_new
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.skeleton import Sketch, create_skeleton
from tests.browser.urls import FAULTS
from tests.courses.every_block import lesson_of_everything
from tests.courses.running import a_run
from tests.courses.sharing import draft, publish
from tests.courses.stories import a_ready_draft, learn
from tests.courses.translations import texts
from tests.factories.courses import RIGHT, AssignmentFactory, AttemptFactory, CourseFactory, a_free_text, a_single
from tests.factories.courses import test_of as the_test_of
from tests.factories.people import UserFactory
from tests.factories.questions import DEFINITIONS, QuestionFactory
from tests.test_access import addresses
from tests.told_once import told_once
from tests.world import one_of_everything, propose_revocation
from training.queries.classes import SchoolYear
from training.queries.stations import weeks_open


@dataclass(frozen=True)
class Shown:
    """`sends`: the fields of a POST, for pages that answer one."""

    who: str
    name: str
    url: str
    status: int = 200
    sends: dict | None = None


NOBODY = """
    account_login account_reset_password account_reset_password_done account_reset_password_from_key
    account_reset_password_from_key_done account_signup account_inactive accessibility privacy who_sees_what help
    imprint certificates:verify certificates:check demo:personas demo:mails demo:styleguide
"""
MINA = """
    training:absences
    training:rules training:rule training:occupations training:regimes
    learning:my_paths learning:my_path learning:record learning:refresher
    courses:notes courses:note courses:lesson_questions courses:question
    home profile looks notifications:list notifications:wishes notifications:matrix
    account_change_password account_logout courses:catalogue courses:course
    courses:my_learning courses:attempt courses:attempt_review exchange:home exchange:explore
    exchange:offer exchange:compare exchange:subscriptions exchange:clearing_wishes exchange:swap_wishes
    exchange:application exchange:application_details exchange:application_mission exchange:application_wishes
    exchange:application_period exchange:application_goals exchange:application_consents
    exchange:application_consent exchange:application_check exchange:application_receipt exchange:placement_list
    exchange:placement training:station training:note certificates:list certificates:detail exchange:round
    training:calendar training:cities training:feed
"""
BARBARA = """
    courses:rule courses:course_progress courses:lesson_questions courses:question
    questions:index questions:kinds questions:new questions:categories questions:category questions:question
    questions:edit questions:preview
    learning:paths learning:path_new learning:path learning:path_change learning:obligations
    home exchange:inbox exchange:inquiry courses:teaching courses:marking courses:marking_answer
    courses:marking_assignment courses:marking_submission courses:regrading courses:analysis courses:course_new
    courses:workbench courses:preview
    courses:translate
    courses:translation_news exchange:placement_list exchange:placement training:note
"""
CARLA = """
    home exchange:offer_desk exchange:offer_create exchange:offer_edit exchange:offer_review exchange:placement
    exchange:candidate_desk exchange:candidates
    exchange:station_add exchange:station_change training:station training:note exchange:placement_list
    training:calendar_of training:calendar
"""
HANNA = """
    training:absence_overview training:absence_group training:absence_enter training:absence_change training:exam_change
    training:agreement training:agreement_propose exchange:placement exchange:placement_override
    exchange:placement_absence
    training:rule_change training:occupation training:occupation_change training:suitability training:suitability_new
    people:substitutions
    training:classes training:class training:class_create training:class_change training:class_bulk training:class_copy
    training:class_import training:class_entry_add training:class_entry_change
    learning:obligations learning:obligation_new learning:obligation learning:obligation_change
    home exchange:home exchange:inbox exchange:placement_list exchange:offer_desk exchange:agreement_list
    exchange:agreement exchange:agreement_compare exchange:round_list exchange:round exchange:clearing exchange:swap
    certificates:list certificates:detail certificates:revoke
    courses:teaching courses:workbench courses:course_close courses:course_progress courses:extra_times
    courses:extra_time_change training:calendar training:calendar_of training:cities training:city_day_add
    exchange:application_guardian exchange:application_guardian_letter
"""
MARLENE = """
    learning:obligations learning:paths
    exchange:offer_review exchange:placement training:station exchange:inbox courses:course courses:original
    courses:annex_start
"""
KONRAD = """
    home exchange:inbox exchange:agreement_list exchange:agreement exchange:agreement_create exchange:agreement_edit
    exchange:addendum_create exchange:agreement_document_add exchange:agreement_compare
    exchange:round_list exchange:round exchange:round_create exchange:round_edit exchange:round_step exchange:match_run
    exchange:clearing exchange:offer_withdrawal
    exchange:placement_list courses:catalogue
"""
KILIAN = """
    exchange:what_hosts_see
    learning:my_paths learning:record learning:refresher courses:notes
    home notifications:list certificates:list exchange:placement_list courses:my_learning exchange:home
    account_set_password
"""
USUAL = {
    "": NOBODY,
    "mina": MINA,
    "kilian": KILIAN,
    "barbara": BARBARA,
    "carla": CARLA,
    "hanna": HANNA,
    "marlene": MARLENE,
    "konrad": KONRAD,
}


@told_once
def world_of(cast):
    """One of everything, a test that was not passed, and a certificate whose revocation is asked for."""
    today = timezone.localdate()
    cast.mina.set_password("ein langer Satz")
    cast.mina.save()
    world = one_of_everything(cast)
    propose_revocation(world, cast)
    world.failed = assessment.submit_attempt(world.attempt, {}, actor=cast.mina)
    world.attempt = assessment.start_attempt(world.enrollment, world.test, actor=cast.mina)
    gone = issue(
        kind="course", recipient=cast.mina, city=cast.munich, title="Datenschutz", content=world.certificate.says,
        source=("courses.enrollment", 0), actor=None, issued_on=today,
    )  # fmt: skip
    confirm_revocation(
        propose(gone, reason="data_error", note="x", actor=cast.marlene), actor=UserFactory(hr_in=cast.munich)
    )
    world.revoked = gone
    _tests_with_a_clock(world, cast)
    _the_original_moves_on(world)
    _courses_on_their_way(world, cast)
    _work_on_its_way(world, cast)
    _completing(world, cast)
    today = timezone.localdate()
    world.free_week = next(
        week for week in sorted(weeks_open(world.station, today)) if week != world.note.week_starts_on
    )
    world.every_block = lesson_of_everything(world.lesson.course)
    world.each_kind = {kind: QuestionFactory(category=world.question.category, kind=kind) for kind in DEFINITIONS}
    return world


def _work_on_its_way(world, cast):
    """An assignment nobody has done, one that came back, and a question that was corrected."""
    course = world.work.assignment.course
    world.assignment = AssignmentFactory(parent=course, title="Ein Schriftgutverzeichnis", is_anonymous=True)
    again = AssignmentFactory(parent=course, title="Eine Aktennotiz", takes_file=False)
    enrollment = world.work.enrollment
    world.came_back = hand_in(enrollment, again, text="Notiz.", actor=cast.mina)
    give_back(world.came_back, feedback="Es fehlt das Datum.", actor=cast.barbara)
    asked = [a_single(right="nein")]
    other = CourseFactory(city=cast.nuremberg, title="Fristen", lessons=0, test=True)
    AttemptFactory(enrollment=enroll(other, actor=cast.mina), questions=asked, answers={"one": ["ja"]}, scored=0)
    world.corrected = reverse("courses:regrading", args=[other.pk])
    for number in range(6):
        picked = {"one": ["nein"]} if number else {"one": ["ja"], "two": ["ja"]}
        AttemptFactory(enrollment__course=other, questions=[a_single(), a_single("two")], answers=picked, scored=50)
    world.measured = the_test_of(other)


IN_GROUPS = {
    "row-0": "0:group:", "row-1": "1:every:lesson", "row-2": "1:group:", "row-3": "2:confirmed:", "number-0": "9",
}  # fmt: skip


def _completing(world, cast):
    """A course in which Mina waits for a word, one she has to prove anew, and one that comes after another."""
    world.waits = CourseFactory(city=cast.nuremberg, title="Telefonieren", lessons=2)
    tree = {"all": [{"every": "lesson"}, {"confirmed": "k", "label": "hat ein Telefonat geführt"}]}
    change_rule(world.waits, tree, 24, actor=cast.barbara)
    learn(cast.mina, world.waits)
    world.over = CourseFactory(city=cast.nuremberg, title="Brandschutz", lessons=1)
    change_rule(world.over, {"all": [{"every": "lesson"}]}, 1, actor=cast.barbara)
    learn(cast.mina, world.over)
    world.after = CourseFactory(city=cast.nuremberg, title="Telefonieren für Fortgeschrittene")
    require_before(world.after, world.waits, actor=cast.barbara)


def _tests_with_a_clock(world, cast):
    """Of Mina: one that runs, and one whose time was up before all of it had come."""
    now = timezone.now()
    running, over = (learn(cast.mina, CourseFactory(city=cast.munich, title=t, test=True)) for t in ("Eile", "Weile"))
    TestPage.objects.child_of(over.course).update(max_attempts=1)
    TestPage.objects.filter(path__startswith=running.course.path).update(minutes_limit=40)
    world.limited, late = (
        assessment.start_attempt(one, the_test_of(one.course), actor=cast.mina) for one in (running, over)
    )
    Attempt.objects.filter(pk=late.pk).update(due_at=now - timedelta(minutes=2), answers={"one": ["nein-1"]})
    world.late = assessment.save_answers(late, RIGHT, actor=cast.mina)
    waiting = learn(cast.mina, CourseFactory(city=cast.munich, title="Briefe", test=True))
    begun = assessment.start_attempt(waiting, the_test_of(waiting.course), actor=cast.mina)
    Attempt.objects.filter(pk=begun.pk).update(questions=[*begun.questions, a_free_text()])
    world.being_marked = assessment.submit_attempt(begun, {"why": "Weil es so ist."}, actor=cast.mina)


def _another_answer(world):
    """To a question that was answered in the meantime in another window."""
    question, other = world.attempt.questions[0], world.attempt
    picks = [[choice["key"]] for choice in question["choices"]]
    assessment.save_answers(other, {question["key"]: picks[0]}, actor=other.enrollment.person)
    return {question["key"]: picks[1][0], "seen": "0"}


def _courses_on_their_way(world, cast):
    """One just begun, one that Barbara reads for Augsburg, one for Hanna to publish, one that closed under Mina."""
    for city in (cast.augsburg, cast.munich):
        set_up_shelf(city)
    parts = [("lesson", "Vorweg"), ("module", "Ordnen"), ("lesson", "Akten")]
    world.begun = create_skeleton(
        cast.nuremberg.shelf, Sketch("Akten führen", ["Akten finden"], parts, True, "de"), actor=cast.barbara
    )
    world.to_read = a_ready_draft(cast.augsburg, cast.dieter, "Briefe schreiben")
    submit_course(world.to_read, actor=cast.dieter, comment="Bitte bis Freitag.")
    world.to_release = a_ready_draft(cast.nuremberg, cast.barbara, "Fristen wahren")
    submit_course(world.to_release, actor=cast.barbara)
    recommend_course(world.to_release, actor=cast.dieter)
    closed = CourseFactory(city=cast.munich, title="Alte Formulare")
    enroll(closed, actor=cast.mina)
    close_to_all(closed, on=timezone.localdate(), actor=cast.marlene)
    world.closed = closed
    world.for_nobody_new = CourseFactory(city=cast.munich, title="Altes Recht")
    close_to_new(world.for_nobody_new, actor=cast.marlene)


def _the_original_moves_on(world):
    """München has a version of Nürnberg's course; since then both have rewritten the same lesson."""
    theirs, ours = (LessonPage.objects.child_of(course).order_by("path")[1] for course in (world.course, world.version))
    rest = list(theirs.body.raw_data)[1:]
    draft(ours, body=[{**ours.body.raw_data[0], "type": "text", "value": "<p>In München ist das anders.</p>"}, *rest])
    changed = {**theirs.body.raw_data[0], "type": "text", "value": "<p>Seit diesem Jahr gilt das neu.</p>"}
    publish(theirs, title="Was sich geändert hat", body=[*reversed(rest), changed])


def pages_of(world):
    """Everything above at its address, and then the states."""
    urls = addresses(world)
    usual = [Shown(who, name, urls[name]) for who, names in USUAL.items() for name in names.split()]
    return usual + _of_strangers(world, urls) + _of_apprentices(world, urls) + _of_staff(world, urls)


def _of_strangers(world, urls):
    return [
        Shown("", "catalogue for visitors", urls["courses:catalogue"]),
        Shown("", "catalogue for visitors: a word", f"{urls['courses:catalogue']}?q=akten&city=nuernberg"),
        Shown("", "course for visitors", urls["courses:course"]),
        Shown("", "sign-in refused", urls["account_login"], sends={"login": "x@example.org", "password": "no"}),
        Shown("", "verify: nothing entered", f"{urls['certificates:verify']}?code=", 400),
        Shown("", "verify: unknown", reverse("certificates:check", args=["0000000000000"]), 404),
        Shown("", "verify: revoked", reverse("certificates:check", args=[world.revoked.code])),
        Shown("", "verify: name compared", urls["certificates:check"], sends={"last_name": "Musterfrau"}),
        *(Shown("", f"fault {status}", reverse("fault", args=[status]), status) for status in FAULTS),
    ]


def _of_apprentices(world, urls):
    compared = [("platz", world.offer.pk), ("platz", world.in_matching.wishes.get().offer_id)]
    note = reverse("training:note_write", args=[world.station.pk, world.free_week.isoformat()])
    return [
        Shown("mina", "nothing here", "/gibt-es-nicht/", 404),
        Shown("mina", "not your role", urls["exchange:offer_desk"], 403),
        Shown("mina", "catalogue: found in lessons", f"{urls['courses:catalogue']}?q=vorgang&mandatory="),
        Shown("mina", "catalogue: one filter too many", f"{urls['courses:catalogue']}?q=akten&level=advanced"),
        Shown("mina", "catalogue: nothing found", f"{urls['courses:catalogue']}?q=xyzzy"),
        Shown("mina", "course: nobody new", world.for_nobody_new.url),
        Shown("mina", "lesson", world.lesson.url),
        Shown("mina", "lesson: every kind of block", world.every_block.url),
        Shown("mina", "test", world.test.url),
        Shown("mina", "test: two answers", f"{urls['courses:attempt']}?frage=1", 409, sends=_another_answer(world)),
        Shown("mina", "test: the last question", f"{urls['courses:attempt']}?frage={len(world.attempt.questions)}"),
        Shown("mina", "test: too little time", world.limited.get_absolute_url()),
        Shown("mina", "result: being marked", reverse("courses:result", args=[world.being_marked.pk])),
        Shown("mina", "result: all is told", reverse("courses:result", args=[world.late.pk])),
        *_beside_lessons(world, urls),
        Shown("mina", "assignment: handed in", world.work.assignment.url),
        Shown("mina", "assignment: to hand in", world.assignment.url),
        Shown("mina", "assignment: nothing written", _hands_in(world.assignment), 422, sends={}),
        Shown("mina", "assignment: came back", world.came_back.assignment.url),
        Shown("mina", "result", reverse("courses:result", args=[world.failed.pk])),
        Shown("mina", "places: one", f"{urls['exchange:explore']}?runde={world.round.pk}"),
        Shown("mina", "compare: two", f"{urls['exchange:compare']}?{urlencode(compared)}"),
        Shown("mina", "application: mission missing", urls["exchange:application_mission"], sends={"idea": ""}),
        Shown("mina", "application: no consent", urls["exchange:application_consent"], sends={}),
        Shown("mina", "application: with the trainer", world.submitted.get_absolute_url()),
        Shown("mina", "application: in the matching", world.in_matching.get_absolute_url()),
        Shown("mina", "place offered", world.offered.get_absolute_url()),
        Shown("mina", "note: write", note),
        Shown("mina", "note: nothing written", note, sends={}),
        Shown("mina", "calendar: one month", f"{urls['training:calendar']}?jahr=2027&monat=4"),
        Shown("mina", "calendar address: made", urls["training:feed_new"], sends={}),
        Shown("mina", "certificate: revoked", reverse("certificates:detail", args=[world.revoked.pk])),
        Shown("mina", "password: wrong", urls["account_change_password"], sends={"oldpassword": "x"}),
    ]


def _beside_lessons(world, urls):
    known = reverse("learning:card", args=[world.known.pk])
    return [
        Shown("mina", "note: too long", urls["courses:note"], 422, sends={"text": "x" * 4001}),
        Shown("mina", "notes: nothing found", f"{urls['courses:notes']}?q=xyzzy"),
        Shown("mina", "question: nothing written", urls["courses:lesson_questions"], 422, sends={"text": ""}),
        Shown("mina", "refresher: nothing answered", urls["learning:card"], 422, sends={}),
        Shown("mina", "refresher: not right yet", known),
        Shown("barbara", "answer: nothing written", urls["courses:question"], 422, sends={"text": ""}),
        Shown("hanna", "question: removed without a word", urls["courses:question_remove"], 422, sends={}),
    ]


def _of_classes(world, urls):
    copied = f"{urls['training:class_copy']}?jahr={SchoolYear.of(world.school_block.starts_on).first}&name=VFA+3"
    lines = "KW 45–47 2027 Block 1\nKW 60"
    days = reverse("training:class_entry_add", args=[world.school_class.pk, "schultage"])
    return [
        Shown("hanna", "absence: nothing entered", urls["training:absence_enter"], sends={}),
        Shown("hanna", "absence: for whom", urls["training:absence_group"], sends={}),
        Shown("hanna", "override: no reason", urls["exchange:placement_override"], sends={}),
        Shown("marlene", "absence to decide", urls["training:agreement"]),
        Shown("mina", "class: the own one", urls["training:class"]),
        Shown("hanna", "class: nothing entered", f"{urls['training:class']}?jahr=2030"),
        Shown("hanna", "class: a line that means nothing", urls["training:class_bulk"], sends={"lines": lines}),
        Shown("hanna", "class: to be copied", copied),
        Shown("hanna", "class: weekly days, none ticked", days, sends={}),
        Shown("hanna", "class: no file", urls["training:class_import"], sends={}),
    ]


def _of_rules(urls):
    change = urls["training:rule_change"]
    asked = {"level": "standard", "days": "10", "valid_from": timezone.localdate().isoformat(), "reason": "Beschluss."}
    return [
        Shown("hanna", "rules: where one may set them", urls["training:rules"]),
        Shown("hanna", "rule: whom it touches", change, sends=asked),
        Shown("hanna", "rule: no reason", change, sends={**asked, "reason": "", "days": "0"}),
        Shown("hanna", "proof: nothing entered", urls["training:suitability_new"], sends={}),
    ]


def _of_staff(world, urls):
    return [
        *_of_authors(world, urls),
        *_of_the_bank(world, urls),
        *_of_duties_and_paths(world, urls),
        *_of_rules(urls),
        Shown("barbara", "case: endorse", world.submitted.get_absolute_url()),
        Shown("barbara", "case: no comment", urls["exchange:application_return"], 422, sends={"return-comment": ""}),
        Shown("barbara", "mark: no points", urls["courses:marking_answer"], 422, sends={"criterion_a": ""}),
        Shown("barbara", "mark: a file", reverse("courses:marking_answer", args=[world.to_mark.pk, "file"])),
        Shown("barbara", "work: no feedback", urls["courses:marking_submission"], 422, sends={"return": "1"}),
        Shown("barbara", "corrected: to score anew", world.corrected),
        Shown("barbara", "analysis: five attempts", reverse("courses:analysis", args=[world.measured.pk])),
        Shown("carla", "offer: nothing entered", urls["exchange:offer_create"], sends={}),
        Shown("hanna", "substitute: nothing entered", urls["people:substitutions"], 422, sends={}),
        Shown("barbara", "question asked back: no answer", urls["exchange:inquiry"], 422, sends={"answer": ""}),
        Shown("carla", "station: nothing entered", urls["exchange:station_add"], sends={}),
        Shown("carla", "too late", urls["exchange:station_check_in"], 409, sends={}),
        *_of_classes(world, urls),
        Shown("hanna", "case: decide", world.endorsed.get_absolute_url()),
        Shown("hanna", "day of the city: nothing entered", urls["training:city_day_add"], sends={}),
        Shown("hanna", "case: chosen in the inbox", f"{urls['exchange:inbox']}?fall=b{world.endorsed.pk}"),
        Shown("hanna", "cases: two together", f"{urls['exchange:several']}?{urlencode(_two_cases(world))}"),
        Shown("hanna", "cases: what was done", urls["exchange:several_done"]),
        Shown("hanna", "case: no reason", urls["exchange:application_reject"], 422, sends={"reject-reason": ""}),
        Shown("hanna", "place to confirm", world.proposed.get_absolute_url()),
        Shown("hanna", "plan", f"{urls['exchange:placement_list']}?ansicht=plan"),
        Shown("hanna", "agreement to assent", world.draft_agreement.get_absolute_url()),
        Shown("hanna", "certificates: nothing found", f"{urls['certificates:list']}?q=xyzzy"),
        Shown("marlene", "revocation to confirm", urls["certificates:detail"]),
        Shown("marlene", "offer to review", world.submitted_offer.get_absolute_url()),
        Shown("marlene", "changes: nothing ticked", urls["courses:original"], 422, sends={"take": "1"}),
        Shown("marlene", "addition: nothing entered", urls["courses:annex_start"], sends={}),
        Shown("konrad", "agreement: draft", world.draft_agreement.get_absolute_url()),
        Shown("konrad", "agreement: nothing entered", urls["exchange:agreement_create"], sends={}),
        Shown("konrad", "round: nothing entered", urls["exchange:round_create"], sends={}),
        Shown("konrad", "round: in the matching", world.matching_round.get_absolute_url()),
        Shown("konrad", "round: cities confirm", world.proposed.round.get_absolute_url()),
    ]


def _two_cases(world):
    return [("fall", f"application-{world.endorsed.pk}"), ("fall", f"placement-{world.proposed.pk}")]


def _hands_in(assignment):
    return reverse("courses:work_hand_in", args=[assignment.pk])


def _of_the_bank(world, urls):
    def tried(kind):
        return reverse("questions:preview", args=[world.each_kind[kind].pk])

    cloze = reverse("questions:new", args=["cloze"])
    return [
        Shown("barbara", "bank: nothing found", f"{urls['questions:index']}?q=xyzzy&tag=x"),
        Shown("barbara", "question: nothing entered", urls["questions:new"], sends={"text": ""}),
        Shown("barbara", "question: more rows", cloze, sends={"text": "Was fehlt?", "more": "gaps"}),
        Shown("barbara", "question: order", reverse("questions:edit", args=[world.each_kind["ordering"].pk])),
        *(Shown("barbara", f"try: {kind}", tried(kind)) for kind in ("cloze", "matching", "number", "upload")),
        Shown("barbara", "try: an answer", tried("cloze"), sends={"answer-1": "1-Farbe", "answer-2": "2-Ort"}),
        Shown("barbara", "try: a place twice", tried("ordering"), sends=dict.fromkeys(("answer-x", "answer-m"), "1")),
        Shown("marlene", "bank: shared by others", urls["questions:question"]),
        Shown("marlene", "bank: no category yet", urls["questions:kinds"]),
    ]


def _of_duties_and_paths(world, urls):
    told = {
        "course": world.course.pk,
        "year": "1",
        "days_to_complete": "56",
        "starts_on": timezone.localdate().isoformat(),
    }
    return [
        Shown("hanna", "mandatory: nothing entered", urls["learning:obligation_new"], sends={}),
        Shown("hanna", "mandatory: whom it concerns", urls["learning:obligation_new"], sends=told),
        Shown("hanna", "mandatory: nobody completed it", f"{urls['learning:obligation']}?stand=erledigt"),
        Shown("hanna", "mandatory: change, nothing entered", urls["learning:obligation_change"], sends={}),
        Shown("barbara", "path: nothing entered", urls["learning:path_new"], sends={}),
        Shown("barbara", "path: nothing chosen", urls["learning:step_add"], 422, sends={}),
        Shown("barbara", "path: a circle", urls["learning:step_add"], 422, sends={"what": f"pfad-{world.above.pk}"}),
    ]


def _of_authors(world, urls):
    begun, first = reverse("courses:workbench", args=[world.begun.pk]), world.begun.get_first_child()
    much_too_long = {text.name: "x" * 300 for text in texts(world.english).texts}
    return [
        Shown("barbara", "course: nothing entered", urls["courses:course_new"], sends={}),
        Shown("barbara", "workbench: begun", begun),
        Shown("barbara", "workbench: a part opened", f"{begun}?teil={first.pk}"),
        Shown("barbara", "workbench: add below", f"{begun}?nach={first.pk}"),
        Shown("barbara", "workbench: no title", reverse("courses:part_add", args=[world.begun.pk]), 422, {"title": ""}),
        Shown("barbara", "workbench: read for a partner", reverse("courses:workbench", args=[world.to_read.pk])),
        Shown("barbara", "workbench: waits", reverse("courses:workbench", args=[world.to_release.pk])),
        Shown("barbara", "workbench: translation", reverse("courses:workbench", args=[world.english.pk])),
        Shown("barbara", "texts: too long", urls["courses:translate"], 422, much_too_long),
        *_of_runs(world, urls),
        Shown("barbara", "preview of a draft", reverse("courses:preview", args=[first.pk])),
        Shown("hanna", "workbench: release", reverse("courses:workbench", args=[world.to_release.pk])),
        Shown(
            "hanna", "workbench: no reason", reverse("courses:review", args=[world.to_release.pk]), 422,
            {"step": "return", "comment": ""},
        ),
        Shown("hanna", "close: nothing entered", urls["courses:course_close"], sends={}),
        Shown("barbara", "rule: nothing ticked", urls["courses:rule"], sends={"which": "some", "sessions": "-1"}),
        Shown("barbara", "rule: in groups", urls["courses:rule"], sends=IN_GROUPS),
        Shown("barbara", "rule: shown first", urls["courses:rule"], sends={"which": "all", "show": "1"}),
        Shown("barbara", "prerequisite: none chosen", urls["courses:prerequisite_add"], sends={"needs": ""}),
        Shown("barbara", "progress: waits for a word", reverse("courses:course_progress", args=[world.waits.pk])),
        Shown("mina", "course: waits for a word", world.waits.url),
        Shown("mina", "course: to be proved anew", world.over.url),
        Shown("mina", "course: another comes before", world.after.url),
        Shown("marlene", "workbench: closed", reverse("courses:workbench", args=[world.closed.pk])),
    ]  # fmt: skip


def _of_runs(world, urls):
    """Course runs and enrolling others. Kilian can choose one that is full; in it Zoe waits for a seat."""
    run, one = world.course_run, urls["learning:enroll_one"]
    wrong_list = {"kept": kept_list(run, "x@", "mina")}
    leaving = reverse("courses:withdraw", args=[run.course_id])
    nobody = {f"person_{_attending(world)}": "x"}
    wrong = {"name": "", "starts_on": "2027-05-02", "ends_on": "2027-05-01", "enroll_until": "2999-01-01", "seats": "0"}
    full = a_run(run.city, CourseFactory(city=run.city, title="Stimme und Auftritt"), seats=1, is_for_all_cities=True)
    for person in (world.enrollment.person, world.seat_request.person):
        enroll(full.course, actor=person, run=full)
    world.full = full
    cohort = f"{urls['learning:enroll_cohort']}?stadt={run.city_id}"
    return [
        *(Shown("barbara", name, urls[name]) for name in (
            "courses:run_list", "courses:run_create", "courses:run", "courses:run_change", "courses:session_create",
            "courses:session_change", "courses:attendance", "learning:enroll_one", "learning:enroll_cohort",
            "learning:enroll_list")),
        Shown("barbara", "run: nothing right", urls["courses:run_create"], sends=wrong),
        Shown("barbara", "run: full, with a waiting list", reverse("courses:run", args=[full.pk])),
        Shown("barbara", "run: no sentence", urls["courses:run_cancel"], 422, {"reason": ""}),
        Shown("barbara", "request: no sentence", urls["courses:seat_decide"], 422, {"step": "decline"}),
        Shown("barbara", "session: nothing entered", urls["courses:session_create"], sends={"title": ""}),
        Shown("barbara", "attendance: not offered", urls["courses:attendance"], sends=nobody),
        Shown("barbara", "enroll: into a run", f"{one}?lauf={run.pk}"),
        Shown("barbara", "enroll: nobody chosen", one, sends={"person": ""}),
        Shown("barbara", "cohort: whom it holds", cohort),
        Shown("barbara", "cohort: nobody ticked", cohort, sends={"people": ""}),
        Shown("barbara", "list: no file", urls["learning:enroll_list"], sends={"lauf": ""}),
        Shown("barbara", "list: faulty rows", urls["learning:enroll_list"], 409, wrong_list),
        Shown("marlene", "run: seen by another city", urls["courses:run"]),
        Shown("kilian", "course: choose a run", full.course.url),
        Shown("mina", "course: in a run", run.course.url),
        Shown("mina", "run: leave without a sentence", leaving, 422, {"reason": ""}),
    ]  # fmt: skip


def _attending(world):
    return world.course_run.enrollments.get(person=world.enrollment.person).pk


def kept_list(run, *addresses):
    """What the page of the report sends back."""
    return signing.dumps([run.course_id, run.pk, list(enumerate(addresses, 2))], salt="learning.list", compress=True)
