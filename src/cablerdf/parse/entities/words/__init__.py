"""Words of a text and what the tables know of them: tokens, labelled segments, the run that a reader stands in."""
