"""Decides which Wikidata entity a cable's people, organisations and places are.

Enters: a parsed `Cable`, and gazetteers. Leaves: the same cable with QIDs and confidences, and the
decisions behind them (`Decision`: link, review or leave alone, with every candidate and its features).

    linker.py      the one door: `Linker(gazetteers).link(cable)`
    people/        candidates, features, weights, decision for people
    tables/        territories, organisations, posts and TAGS by hand-checked tables (vocab/data/links_*.csv)
    gazetteer/     the file of entities that is searched: its format, its makers (SOURCES), its reader
    names/         how names fold, sound and compare
    identity/      who is one person in several cables
    online/        services that are asked, with --online, about names that no gazetteer knows
    sssom.py       links as a table, out and in

To teach it an office: a row in vocab/data/link_offices.csv. To teach it a state, a body or a city: a row in
links_states.csv, links_organizations.csv or links_cities.csv, with evidence. To add a kind of gazetteer source:
one module in gazetteer/ and one row in its SOURCES.
"""
