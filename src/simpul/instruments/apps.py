from simpul.safeguards.discovery import ActsConfig


class InstrumentsConfig(ActsConfig):
    name = "simpul.instruments"
    label = "instruments"
    default = True
