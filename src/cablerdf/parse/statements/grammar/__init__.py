"""A sentence taken apart: its words and their classes, noun phrases and subjects, clauses, what opens it."""
