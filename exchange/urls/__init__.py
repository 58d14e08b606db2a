from django.urls import URLPattern

from exchange.urls import applying, hosting, staying

app_name = "exchange"
urlpatterns: list[URLPattern] = [*applying.urlpatterns, *hosting.urlpatterns, *staying.urlpatterns]
