"""People, organisations and places that a cable names.

Enters: a draft with header, paragraphs and participants lists. Leaves: `Draft.persons`, `orgs`,
`places`, `mentions`, and `Draft.register`, which finds the person behind a short form:

    draft.register.resolve("the Deputy Vice Minister", position)   # index in Draft.persons, or None
    people.names.find_names(clean, span)                         # candidates in any stretch of text

`words/` labels the words, `people/`, `bodies/` and `places/` read names in them, `titles/` and `captions/`
what stands at people's names and in the header, `countries/` whose people they are; `harvest/` reads the
text once for all of them (a rule that seems never to be tried: see `gates.py`), `settling/` joins forms, `step.py`
fills in the draft.

To teach it a word: titles.csv (titles and their modifiers), name_words.csv (head words of bodies,
verbs of saying, particles ...), organizations.csv, places.csv, countries.csv, public_figures.csv,
not_names.csv, local_places.txt, country_customs.csv (what countries call their officials).
`common_words.txt`, `given_names.csv`, `cities.csv` and `towns.txt` are generated (scripts/build_entity_tables.py).
"""
