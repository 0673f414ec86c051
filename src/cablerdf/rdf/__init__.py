"""A `Cable` goes in, quads come out, and from quads the bytes of any RDF format.

    Cable ──mapping/──▶ list[Quad] ──writers/──▶ bytes

* `iris.py` is the only place that makes an IRI of an instance or of a concept.
* `terms.py` has the namespaces and the prefixes.
* `properties.py` has the table PROPERTIES: which attribute of a cable becomes which predicate. Edit it first.
* `mapping/` has one file for each part of a cable; `quads.py` puts them in order.
* `formats.py` has the table FORMATS: a new serialisation is one row there and one file in `writers/`.
* `links.py`, `dataset.py` and `vocabularies.py` make the quads that belong to no cable.

Words in the graph are defined in `ontology/cablerdf.ttl`.
"""
