"""Encounters put together into meetings: joined, split, summed up, left out where told in passing, written."""
