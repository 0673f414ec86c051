"""Pages over a store: a request enters; HTML, RDF or a SPARQL answer leaves.

`app.py` has the routes; `negotiate.py` the table of formats; `views/` one file for each kind of
page, which turns answers of the store into plain values for its template in `templates/`;
`parts/` is what views are put together from, `programs/` what other programs read, `pictures/`
computes what is drawn, `making/` has pages ready before they are asked for, `sparql/` is the
endpoint. To add a kind of page: a view, a template, and a route in `app.py`, or a row in
`view_of` of `resource.py` where it is the page of an IRI. Everything reads without JavaScript,
and nothing is loaded from elsewhere.
"""
