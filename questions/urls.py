from django.urls import path

from questions.views import bank, categories

app_name = "questions"
urlpatterns = [
    path("", bank.index, name="index"),
    path("neu/", bank.kinds, name="kinds"),
    path("neu/<slug:kind>/", bank.new, name="new"),
    path("kategorien/", categories.index, name="categories"),
    path("kategorien/<key:pk>/", categories.rename, name="category"),
    path("kategorien/<key:pk>/teilen/", categories.share, name="category_share"),
    path("<key:pk>/", bank.show, name="question"),
    path("<key:pk>/bearbeiten/", bank.edit, name="edit"),
    path("<key:pk>/vorschau/", bank.preview, name="preview"),
    path("<key:pk>/schritt/", bank.step, name="step"),
    path("<key:pk>/kopieren/", bank.copy, name="copy"),
]
