"""The read-only SPARQL endpoint: a query enters, results within limits of time and rows leave.

`guard.py` refuses what must not run, `evaluate.py` runs a query and stops at the row limit,
`pool.py` runs it in a process of its own that is ended when the time is up, `protocol.py` speaks
SPARQL 1.1 over HTTP.
"""
