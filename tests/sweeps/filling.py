"""Makes one record of any guarded model, with every required field filled, for one person and case."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import IntegrityError, models, transaction

from simpul.casework.choices import Domain
from simpul.casework.models import Case
from simpul.kernel.clock import now, today
from simpul.registry.models import Person
from simpul.safeguards.fields import EncryptedJSONField
from simpul.safeguards.guarded import GuardedModel, writing_as
from simpul.workforce.models import Account, Staff


class Filler:
    """Records about one person and one case, kept by one worker."""

    def __init__(self, person: Person | None, case: Case | None, staff: Staff) -> None:
        self.person, self.case, self.staff = person, case, staff
        self.other: Person | None = None
        self.made: dict[type[models.Model], models.Model | None] = {Case: case, Person: person, Staff: staff}

    def one(self, model: type[models.Model]) -> models.Model | None:
        """A record of this model; None where this person or case cannot have one."""
        if model not in self.made:
            self.made[model] = None  # a ring of keys ends here
            self.made[model] = self._make(model)
        return self.made[model]

    def _make(self, model: type[models.Model]) -> models.Model | None:
        return self._attempt(model, choice=0) or self._attempt(model, choice=-1)

    def _attempt(self, model: type[models.Model], choice: int) -> models.Model | None:
        facts: dict[str, Any] = {}
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey):
                related = self._related(field)
                if related is None and not field.null:
                    return None
                facts[field.name] = related
            elif (value := self._value(field, choice)) is not None:
                facts[field.name] = value
        try:
            with writing_as(model._meta.app_label), transaction.atomic():
                record = model(**facts)
                record.save()
                return record
        except (IntegrityError, ValueError):
            return None

    def _related(self, field: models.ForeignKey[Any, Any]) -> models.Model | None:
        known = {Person: self.person, Case: self.case, Staff: self.staff}
        target = field.related_model
        if target is Account:
            return self.staff.account
        if field.name == "supervisor":
            return Staff.objects.filter(grants__role="supervisor").exclude(pk=self.staff.pk).first()
        if field.name in {"other", "folded"}:
            return Person.objects.filter(full_name__startswith="Kerabat").first() if self.person else None
        if target in known:
            return known[target]
        if field.null or not issubclass(target, GuardedModel):
            return None
        if target._meta.app_label == "workforce":
            return target._default_manager.first()
        return self.one(target)

    def _value(self, field: models.Field[Any, Any], choice: int) -> Any:
        ids = {
            "subject_id": self.person and self.person.id, "person_id": self.person and self.person.id,
            "case_id": self.case and self.case.id, "account_id": self.staff.account_id,
            "actor_id": self.staff.account_id, "staff_id": self.staff.id, "to_id": self.staff.id,
            "assignee_id": self.staff.id, "recipient_id": self.staff.id, "office_id": self.staff.office_id,
            "unit_id": self.staff.unit_id, "worker_id": self.staff.id,
        }  # fmt: skip
        if isinstance(field, models.UUIDField):
            if field.primary_key:
                return None
            return ids.get(field.name) or (None if field.null or field.has_default() else uuid.uuid4())
        if isinstance(field, EncryptedJSONField):
            return (
                {Domain.values[0]: {"text": "dua kata"}}
                if field.name == "domains"
                else {"catatan": "dua kata"}
            )
        if field.has_default() and not field.blank:
            return None
        if isinstance(field, models.CharField | models.TextField):
            if field.choices:
                return None if field.blank else field.choices[choice][0]
            words = "/kasus/" if field.name == "path" else f"isi {uuid.uuid4().hex[:4]}"
            return words[: field.max_length or 99] if not field.blank or self._tells(field) else None
        return _moment(field)

    @staticmethod
    def _tells(field: models.Field[Any, Any]) -> bool:
        privacy = field.model.Privacy
        return field.name in {*privacy.sensitive} and not field.name.endswith("_index")


def _moment(field: models.Field[Any, Any]) -> Any:
    if field.null or field.has_default():
        return None
    if isinstance(field, models.DateTimeField):
        return now() + datetime.timedelta(hours=6)
    if isinstance(field, models.DateField):
        return today()
    if isinstance(field, models.IntegerField):
        return 900 if field.name == "number" else 1
    if isinstance(field, models.BooleanField):
        return False
    if isinstance(field, models.JSONField):
        return {}
    if isinstance(field, models.BinaryField):
        return b"x"
    return None
