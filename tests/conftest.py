"""What every test stands on."""

pytest_plugins = ["tests.plugins.append_only_log"]
