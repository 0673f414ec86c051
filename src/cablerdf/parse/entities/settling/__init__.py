"""Joins the printed forms of bodies and places, and puts all mentions in order.

Enters: the people of the cable, and the forms that name bodies and places.
Leaves: `Draft.orgs`, `Draft.places`, `Draft.mentions`.

    taken.py      where the names of people stand
    bodies.py     forms of one body become one
    places.py     forms of one place become one
    mentions.py   every printed form, by position
"""
