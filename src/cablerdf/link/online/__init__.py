"""Asks services on the network who a name may be; nothing here runs unless `--online` is given.

A service only widens the choice: what it answers becomes rows of a gazetteer, and the decision is made here as ever.

    client.py      polite requests: one at a time, a contact, Retry-After, an end when a service is down
    cache.py       every reply on disk, with its date; empty ones are asked again sooner
    reconcile.py   the Reconciliation API, 0.1, 0.2 and the draft of 1.0 (https://www.w3.org/community/reports/reconciliation/)
    entities.py    what Wikidata's own API says of the entities found, and of names
    harvest.py     names in, a gazetteer out
"""
