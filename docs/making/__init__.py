"""What `docs/build.py` makes pages from: one module for each kind of page."""
