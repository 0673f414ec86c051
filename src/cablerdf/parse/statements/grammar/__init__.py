"""A sentence taken apart: its words and their classes, noun phrases, verb groups, where its clauses stand."""
