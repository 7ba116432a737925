"""Records of this app."""

from simpul.instruments.models.instrument import Instrument, InstrumentVersion

__all__ = ["Instrument", "InstrumentVersion"]
