"""Records of this app."""

from simpul.instruments.models.instrument import Instrument, InstrumentUpload, InstrumentVersion

__all__ = ["Instrument", "InstrumentUpload", "InstrumentVersion"]
