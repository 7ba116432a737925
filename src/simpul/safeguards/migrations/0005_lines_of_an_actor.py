"""Adds an index and alters no column: SQLite would make the table anew, and its triggers would be gone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguards", "0004_shared_entries"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="auditline",
            index=models.Index(fields=["actor_id", "at"], name="auditline_actor_at"),
        ),
    ]
