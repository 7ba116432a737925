"""Invented forms: empty, with faults, after a lost race, and with long text."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from simpul.kernel.errors import Conflict
from simpul.web.ui.forms import ActForm


class SampleForm(ActForm):
    """One field of each kind."""

    words = forms.CharField(
        label="Kata-kata klien",
        help_text="Tulis seperti yang diucapkan, tanpa tafsir.",
        widget=forms.Textarea,
        max_length=2000,
    )
    nik = forms.CharField(label="NIK", min_length=16, max_length=16, required=False)
    on = forms.DateField(label="Tanggal kunjungan")
    setting = forms.ChoiceField(
        label="Tempat",
        choices=[("", "Pilih"), ("home", "Rumah klien"), ("office", "Kantor"), ("school", "Sekolah")],
    )
    level = forms.ChoiceField(
        label="Tingkat",
        choices=[("micro", "Mikro: orang dan keluarga"), ("mezzo", "Mezo: kelompok")],
        widget=forms.RadioSelect,
    )
    informed = forms.BooleanField(label="Klien tahu bahwa percakapan ini dicatat")


class WritingForm(ActForm):
    """Long text, and a village chosen while typing."""

    note = forms.CharField(label=_("Note"), widget=forms.Textarea, max_length=200)
    village = forms.CharField(label=_("Village"), required=False)
    village_code = forms.CharField(widget=forms.HiddenInput, required=False)
    draft_key = "/galeri/"


class UnlockForm(ActForm):
    """What the locked screen asks."""

    password = forms.CharField(label=_("Password"), widget=forms.PasswordInput)


class LostForm(ActForm):
    """A form that came second in a race."""

    words = forms.CharField(label="Kata-kata klien", widget=forms.Textarea, max_length=2000)


def sample_forms() -> dict[str, object]:
    bound = SampleForm({"words": "Saya ingin anak saya sekolah lagi.", "nik": "123", "on": "kemarin"})
    bound.is_valid()
    lost = LostForm(
        QueryDict("words=Nenek bersedia mengasuh sampai Juni.&idempotency_key=1"), auto_id="lost_%s"
    )
    lost.is_valid()
    lost.take_conflict(Conflict(), {"words": "Nenek bersedia mengasuh sementara."}, 4)
    return {
        "form": SampleForm(),
        "bound": bound,
        "lost": lost,
        "writing": WritingForm(),
    }
