"""The kinds of document, a file each: text, Cablegate pages, `cables.csv`, FRUS volumes; and how bytes become text."""
