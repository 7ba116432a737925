"""Records: guarded, downward foreign keys with PROTECT, no hidden tables, every field classified."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from simpul.safeguards.fields import EncryptedTextField
from simpul.safeguards.guarded import GuardedModel
from tests.architecture.sources import DOMAIN, HEIGHT

# Written by the gate's own machinery, by django-allauth or by the job runner, not by acts (ADR 0006).
UNGUARDED = {
    "safeguards.AuditLine", "safeguards.AuditSubject", "safeguards.AuditHead", "safeguards.PersonKey",
    "safeguards.IdempotencyKey", "safeguards.NumberSeries", "safeguards.SharedEntry", "workforce.Account",
}  # fmt: skip


def domain_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model._meta.app_label in DOMAIN]


def guarded_models() -> list[type[models.Model]]:
    return [model for model in domain_models() if issubclass(model, GuardedModel)]


def test_every_record_is_guarded() -> None:
    bare = [model._meta.label for model in domain_models() if not issubclass(model, GuardedModel)]
    assert set(bare) <= UNGUARDED, set(bare) - UNGUARDED


@pytest.mark.parametrize("model", domain_models(), ids=lambda model: model._meta.label)
def test_foreign_keys_point_down_and_protect(model: type[models.Model]) -> None:
    for field in model._meta.get_fields():
        assert not field.many_to_many or field.auto_created, f"{field}: a hidden table writes around the gate"
        if not isinstance(field, models.ForeignKey):
            continue
        target = field.related_model._meta.app_label
        assert field.remote_field.on_delete is models.PROTECT, f"{field} must be PROTECT"
        own = model._meta.app_label
        assert target == own or HEIGHT.get(target, -1) < HEIGHT[own], f"{field} points up or sideways"


@pytest.mark.parametrize("model", guarded_models(), ids=lambda model: model._meta.label)
def test_every_field_is_classified_once(model: type[models.Model]) -> None:
    privacy = model.__dict__.get("Privacy")
    assert privacy, "add class Privacy: open, personal, sensitive"
    classes = [*privacy.open, *privacy.personal, *privacy.sensitive]
    fields = {field.name for field in model._meta.local_fields}
    assert len(classes) == len(set(classes)), "a field is classified twice"
    assert set(classes) == fields, f"missing {fields - set(classes)}, unknown {set(classes) - fields}"


# What these say in clear is about members of staff, who leave by other rules.
ABOUT_STAFF = {"workforce.Staff", "workforce.Credential"}


def unforgotten(model: Any) -> set[str]:
    """Personal text in clear of which the model does not say what becomes of it when its person is erased."""
    rule = getattr(model.Privacy, "forgets", None)
    if rule and rule.goes:
        return set()
    said = {*rule.blank, *rule.kept} if rule else set()
    texts = {
        field.name
        for field in model._meta.local_fields
        if isinstance(field, (models.CharField, models.TextField, models.JSONField, models.DateField))
        and not isinstance(field, EncryptedTextField)
        and not (field.choices and rule is None)
    }
    return (texts & set(model.Privacy.personal)) - said


@pytest.mark.parametrize("model", guarded_models(), ids=lambda model: model._meta.label)
def test_personal_text_in_clear_is_forgotten(model: type[models.Model]) -> None:
    if model._meta.label not in ABOUT_STAFF:
        assert not unforgotten(model), "say in Privacy.forgets what becomes of it"
        rule = getattr(model.Privacy, "forgets", None)
        known = {field.name for field in model._meta.local_fields}
        assert not rule or {*rule.blank, *rule.kept} <= known


def test_planted_text_that_nobody_forgets_is_found() -> None:
    from simpul.registry.models import Alias

    class Careless:
        _meta = Alias._meta

        class Privacy:
            personal = ("name",)

    assert unforgotten(Careless) == {"name"}


@pytest.mark.parametrize("model", guarded_models(), ids=lambda model: model._meta.label)
def test_sensitive_text_is_encrypted_and_its_owner_named(model: type[models.Model]) -> None:
    sensitive = set(model.Privacy.sensitive)
    for field in model._meta.local_fields:
        if isinstance(field, EncryptedTextField):
            assert field.name in sensitive, f"{field} is encrypted, hence sensitive"
            assert model.key_subject is not GuardedModel.key_subject, f"{model} must name its key subject"
        elif field.name in sensitive and isinstance(field, models.TextField):
            pytest.fail(f"{field} is sensitive text in clear")
