from django.urls import path

from courses.views import assessment, catalogue, learning, teaching

app_name = "courses"
urlpatterns = [
    path("kurse/", catalogue.catalogue, name="catalogue"),
    path("kurse/<int:pk>/anmelden/", learning.enrollment_create, name="enroll"),
    path("kurse/<int:pk>/abmelden/", learning.enrollment_withdraw, name="withdraw"),
    path("kurse/<int:pk>/abschliessen/", learning.enrollment_complete, name="complete"),
    path("lernen/", learning.my_learning, name="my_learning"),
    path("lernen/lektion/<int:pk>/erledigt/", learning.lesson_done, name="lesson_done"),
    path("lernen/test/<int:pk>/beginnen/", assessment.attempt_start, name="attempt_start"),
    path("lernen/versuch/<int:pk>/", assessment.attempt, name="attempt"),
    path("lernen/versuch/<int:pk>/ergebnis/", assessment.result, name="result"),
    path("lehre/", teaching.teaching, name="teaching"),
]
