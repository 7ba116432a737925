"""Is this paper genuine? The page behind the QR code on every letter."""
