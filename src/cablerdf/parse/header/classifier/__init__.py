"""The Classified By line: a name, an office, reasons.

    line.py → tokens.py (words, judged by words.py) → names.py, reasons.py

The tables to edit: `classifier_words.csv`, `titles.csv`, `officers.csv`.
"""

from cablerdf.parse.header.classifier.line import read_classified_by

__all__ = ["read_classified_by"]
