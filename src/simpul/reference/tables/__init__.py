"""The data files that ship with the product, under ``/reference``, and how they become records."""
