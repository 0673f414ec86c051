"""Places: of the tables, by the words at them, by the towns of a country that the cable names."""
