"""`cablerdf link`: RDF in; links to Wikidata, merges of people and an SSSOM table out."""
