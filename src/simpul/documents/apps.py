from simpul.safeguards.discovery import ActsConfig


class DocumentsConfig(ActsConfig):
    name = "simpul.documents"
    label = "documents"
    default = True
