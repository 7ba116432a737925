from simpul.safeguards.discovery import ActsConfig


class DirectoryConfig(ActsConfig):
    name = "simpul.directory"
    label = "directory"
    default = True
