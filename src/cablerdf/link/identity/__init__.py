"""Which people of several cables are one.

Enters: one roll a cable, of the people whom it names (`Roll`). Leaves: the people of the collection (`Someone`), each
with those of the cables that are he.

    people.py      the one door: `people_of(rolls)`
    roll.py        what one cable says of the people that it names
    sides.py       what is known of several of them who are one
    blocks.py      who is worth comparing
    census.py      how many bear a name, whom cables name together
    features.py    what speaks for and against, as numbers; vocab/data/identity_weights.json weighs them
    weighing.py    how much speaks for one person, and the steps that make it
    groups.py      who is one so far, and what holds apart whole groups
    joining.py     the joins, in order of certainty
    judgements.py  what was judged, as rows
    carrying.py    which IRI of earlier runs is whose
"""
