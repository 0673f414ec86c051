"""The same work on the machines of a Dask cluster: one task and one part of the output a partition of the input.

driver.py   cuts the input up, hands tasks out, sees to dead workers and to ids that came twice
tasks.py    what a worker does with a partition
"""
