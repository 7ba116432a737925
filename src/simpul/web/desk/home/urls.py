"""Today, and the supervisor's board."""

from django.urls import path

from simpul.web.desk.home import views

urlpatterns = [
    path("", views.home, name="desk_home"),
    path("papan/", views.board, name="desk_board"),
]
