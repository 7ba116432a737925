from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0005_import_rows_in_order"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("merged_into__isnull", False)),
                fields=["merged_into"],
                name="person_folded",
            ),
        ),
    ]
