"""The search index beside a store: a store enters, an SQLite file leaves and answers words, facets and networks.

It holds nothing that the store does not say, and is made anew from the store whenever the two
differ: `build.py` makes it (meetings and statements: `events.py`), `words.py` reads what a user
typed, `find.py` answers, `misspelt.py` tells who was meant by a name that nobody has, `listed.py` has the
lists of meetings and statements, `network.py` tells who met whom.
"""
