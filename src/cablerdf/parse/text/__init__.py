"""What every reader of running text stands on: sentences within a paragraph, the text in small letters.

Edit `vocab/data/abbreviations.csv` for a period that ends no sentence,
`sentence_openers.csv` for the words that show that one did.
"""

from cablerdf.parse.text.lower import lowered
from cablerdf.parse.text.sentences import sentences

__all__ = ["lowered", "sentences"]
