"""Where each field of the labelled header stands: its label, and where what it introduces ends.

    runs.py → label.py, misprints.py; ends.py

The table to edit: `header_labels.csv`.
"""

from cablerdf.parse.header.labels.ends import content_end
from cablerdf.parse.header.labels.runs import label_runs

__all__ = ["content_end", "label_runs"]
