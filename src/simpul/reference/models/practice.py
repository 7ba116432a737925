"""Words of the profession: roles, settings and levels of practice, and the code of ethics."""

from typing import ClassVar

from django.db import models

from simpul.reference.choices import ArticleKind, PracticeKind
from simpul.reference.models.dated import PROVENANCE, AllOpen, DatedEntry, certainty_is_known, one_current


class PracticeTerm(DatedEntry):
    """A role that a social worker takes, a setting he works in, or the level he works at."""

    kind = models.CharField(max_length=8, choices=PracticeKind)
    code = models.CharField(max_length=30)
    position = models.PositiveSmallIntegerField()
    label_id = models.CharField(max_length=80)
    label_en = models.CharField(max_length=80)
    meaning_id = models.CharField(max_length=300)
    meaning_en = models.CharField(max_length=300)

    class Meta:
        ordering = ("kind", "position")
        constraints: ClassVar = [
            one_current("practice_term_one_current", "kind", "code"),
            certainty_is_known("practice_term_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (
            *PROVENANCE, "kind", "code", "position", "label_id", "label_en", "meaning_id", "meaning_en",
        )  # fmt: skip


class EthicsArticle(DatedEntry):
    """One article of one version of the code of ethics that every worker accepts before first use."""

    version = models.CharField(max_length=12)
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=ArticleKind)
    title_id = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    body_id = models.CharField(max_length=600)
    body_en = models.CharField(max_length=600)

    class Meta:
        ordering = ("version", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("version", "number"), name="ethics_article_once_per_version"),
            certainty_is_known("ethics_article_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (
            *PROVENANCE, "version", "number", "kind", "title_id", "title_en", "body_id", "body_en",
        )  # fmt: skip
