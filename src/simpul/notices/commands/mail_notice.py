"""Send the neutral mail that something waits in Simpul."""

from __future__ import annotations

import uuid
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django.utils.translation import override

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.notices.models import Notice
from simpul.safeguards.gate import command, note_in_audit


@command()
def mail_notice(actor: Actor, *, notice_id: uuid.UUID) -> bool:
    """Mail the recipient that something waits, without saying what or about whom; once a notice."""
    notice = Notice.objects.select_for_update().get(pk=notice_id)
    staff_model: Any = apps.get_model("workforce", "staff")
    staff = staff_model.objects.filter(pk=notice.recipient_id).first()
    account = getattr(staff, "account", None)
    if notice.mailed_at or account is None or not account.is_active:
        return False
    with override(account.language):
        message = EmailMessage(
            subject=_("Something waits for you in Simpul"),
            body=_("Please log in to see it: %(address)s") % {"address": settings.SITE_ORIGIN},
            to=[account.email],
            # The same identifier on a second try lets the receiving side drop the double.
            headers={"Message-ID": f"<{notice.id}@simpul>"},
        )
    message.send()
    notice.mailed_at = now()
    notice.save(update_fields=["mailed_at"])
    note_in_audit(kind=notice.kind)
    return True
