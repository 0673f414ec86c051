"""The file of entities that links are searched in: one SQLite file, read by many processes at once.

schema.py    its tables
build.py     rows in, file out
sources.py   SOURCES: the kinds of input (CSV, Wikidata JSON dump, truthy N-Triples, result of a query)
reader.py    look-ups
cache.py     a CSV given directly, built once under its content's hash
"""
