"""`cablerdf link`: RDF in; links to Wikidata and an SSSOM table out."""
