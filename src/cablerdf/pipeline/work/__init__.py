"""What becomes of documents in the workers: read, parsed, linked, mapped, checked, written, packed.

A `Recipe` says what is to be made; a worker loads the code for it and answers a `Task` with what
each document became (`Made`). `pool` keeps the workers, and outlives those that die.
"""
