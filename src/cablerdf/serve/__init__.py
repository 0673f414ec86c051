"""Pages over a store: a request enters; HTML, RDF or a SPARQL answer leaves.

`app.py` has the routes; `negotiate.py` the table of formats; `views/` one file for each kind of
page, which turns answers of the store into plain values for its template in `templates/`;
`pictures/` computes what is drawn. To add a kind of page: a view, a template, a row in
`views/table.py`. Everything reads without JavaScript, and nothing is loaded from elsewhere.
"""
