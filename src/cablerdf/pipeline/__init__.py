"""Joins the rooms: paths in; JSON, RDF and reports out. Only here do read, parse, rdf, check and store meet.

    read.units → chunks → pool (workers: open, parse, map, check, serialise) → in order → output, report, summary

`commands.py` has one function for each command. `work/` is what workers do with documents, `runs/` how a run is
kept, `links/` what `cablerdf link` does, `cluster/` the same work on Dask.

Import what you need from its modules: this one stays empty so that the command line starts at once.
"""
