"""The read-only SPARQL endpoint: a query enters, results within limits of time and rows leave.

`guard.py` refuses what must not run by its words, `parsed.py` by its tree; `evaluate.py` runs a query and
stops at the row limit, `pool.py` has all that done in a process without network that is ended when the time
is up, `protocol.py` speaks SPARQL 1.1 over HTTP.
"""
