from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0003_own_voice_on_plan_and_goals"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                condition=models.Q(("corrects__isnull", False)),
                fields=["corrects"],
                name="contact_correcting",
            ),
        ),
    ]
