"""Participant lists: where each begins and ends, columns, sides, entries taken apart into name, office, function."""
