"""A client is given her own way into the portal, and loses it again."""
