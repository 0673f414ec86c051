"""Names of people in a run of words: how far they go, with which titles."""
