"""The front door."""

from django.urls import path

from simpul.web.public.welcome import views

urlpatterns = [path("selamat-datang/", views.welcome, name="welcome")]
