"""From a decided sheet to PDF and DOCX. No framework; the same sheet always gives the same PDF."""
