"""The people of a collection: gathered from every cable as it is made, brought together when all are known."""
