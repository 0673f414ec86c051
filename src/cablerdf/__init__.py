"""Diplomatic cables as linked data: read them, parse them, map them to RDF, check them with SHACL."""
