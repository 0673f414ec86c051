"""Quads become bytes, one file a family of formats.

A writer's output is `header() + body(...) + body(...) + ... + footer()`: workers write bodies
apart, and whoever joins them only concatenates. `formats.py` has the table of all formats.
"""
