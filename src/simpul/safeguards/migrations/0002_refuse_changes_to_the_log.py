"""Triggers that refuse to change or delete a line of the log, whoever asks."""

from django.db import migrations

from simpul.safeguards.triggers import drop_triggers, make_triggers


def make(apps, schema_editor):
    if schema_editor.connection.alias == "default":
        make_triggers(schema_editor.connection)


def drop(apps, schema_editor):
    if schema_editor.connection.alias == "default":
        drop_triggers(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("safeguards", "0001_first")]
    operations = [migrations.RunPython(make, drop)]
