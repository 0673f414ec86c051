"""Whom the words for a speaker mean: a person of the cable, the bearer of a title, who spoke before, the post."""
