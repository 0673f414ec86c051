"""A run from its first document to the finished output: order, books, journal, manifest, summary.

What is made in workers (`cablerdf.pipeline.work`) is taken back in order here, booked and written,
so that a broken run can go on and an output appears whole or not at all.
"""
