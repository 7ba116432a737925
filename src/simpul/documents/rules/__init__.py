"""Pure decisions about documents: numbers, codes, masking, what a page is made of."""
