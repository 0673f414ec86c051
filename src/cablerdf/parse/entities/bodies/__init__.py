"""Organisations: how their names begin and end, what shows them, which printed forms are one body's."""
