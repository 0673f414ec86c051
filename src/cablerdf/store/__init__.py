"""Where linked data is kept and asked: RDF files enter, SPARQL answers leave; a search index answers words.

`open_store` opens a folder (`oxigraph.py`) or an endpoint (`endpoint.py`); both do what `base.py`
says. A server product that keeps its services elsewhere is one row in LAYOUTS of `layouts.py`;
`search/` is the index beside a store. The questions that ship with the project lie in `queries/`:
one file each, whose first comment lines are its title and purpose; add a file and it is listed,
documented and tested.
"""
