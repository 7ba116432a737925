"""The copy that a person has a right to: the registry's data and her own view of every case."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from simpul.casework.queries.client_view import client_view, own_cases
from simpul.casework.queries.what_i_was_told import services_i_was_told, what_i_was_told
from simpul.kernel.clock import today
from simpul.kernel.text import Text
from simpul.registry.queries.export_person_data import export_person_data
from simpul.registry.queries.lookers import who_has_looked
from simpul.web.portal.door import person_of
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.language import say

LEFT_OUT = {"subject_ids", "id", "by_id", "goal_id", "present_fact", "outcome", "witness"}


def copy_of_all(request: ActorRequest) -> tuple[str, str]:
    """File name, which says nothing, and the text as JSON."""
    actor, person_id = request.actor, person_of(request)
    data = json.loads(export_person_data(actor, person_id).text)
    data["cases"] = [
        {
            **_plain(client_view(actor, row.id)),
            "explained": [_plain(one) for one in what_i_was_told(actor, row.id)],
            "explained_services": [_plain(one) for one in services_i_was_told(actor, row.id)],
        }
        for row in own_cases(actor)
    ]
    data["who_has_looked"] = [
        {"when": look.last, "who": look.who, "where": look.where, "what": say(look.what), "times": look.times}
        for look in who_has_looked(actor, person_id, limit=2000)
    ]
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2, default=_words)
    return f"salinan-{today().isoformat()}.json", text


def _words(value: object) -> str:
    return say(value) if isinstance(value, Text) else str(value)


def _plain(record: Any) -> dict[str, Any]:
    return {name: value for name, value in _cut(asdict(record)).items()}


def _cut(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"msgid", "params"}:
            return say(Text(value["msgid"], value["params"]))
        return {name: _cut(one) for name, one in value.items() if name not in LEFT_OUT}
    if isinstance(value, (list, tuple)):
        return [_cut(one) for one in value]
    return value
