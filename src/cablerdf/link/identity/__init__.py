"""Which people of several cables are one.

Enters: one roll a cable, of the people whom it names (`Roll`). Leaves: the people of the collection (`Someone`), each
with those of the cables that are he.

    roll.py        what one cable says of the people that it names
    people.py      the one door: `people_of(rolls)`
"""
