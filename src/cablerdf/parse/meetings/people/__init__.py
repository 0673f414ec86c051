"""Who is named in a sentence: persons, officers by function, `us`, people without a name, members of delegations."""
