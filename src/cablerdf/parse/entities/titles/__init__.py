"""Titles and offices of people: at the name, in small letters before it, told of it in the sentence."""
