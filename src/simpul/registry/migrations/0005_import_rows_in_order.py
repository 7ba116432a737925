from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0004_portal_doors"),
    ]

    operations = [
        migrations.AlterField(
            model_name="importbatch",
            name="stage",
            field=models.CharField(
                choices=[
                    ("reading", "Being read"),
                    ("mapping", "Choose the columns"),
                    ("checking", "Being checked"),
                    ("checked", "Waits for your decision"),
                    ("writing", "Being written"),
                    ("done", "Done"),
                    ("undoing", "Being taken back"),
                    ("undone", "Taken back"),
                    ("cancelled", "Cancelled"),
                ],
                default="mapping",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="importbatch",
            name="fault_kinds",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="importrow",
            name="fault_kinds",
            field=models.CharField(blank=True, default="", max_length=250),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name="importrow",
            index=models.Index(fields=["batch", "outcome", "position"], name="importrow_in_order"),
        ),
        migrations.RemoveIndex(
            model_name="importrow",
            name="importrow_outcome",
        ),
    ]
