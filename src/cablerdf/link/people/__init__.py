"""Which person of a gazetteer a named person is: candidates, features, probability, decision."""
