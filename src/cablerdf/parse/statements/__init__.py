"""Statements: who is reported to have said, asked, thought, promised or warned what.

Enters: `Draft.clean`, the paragraphs, and the people, bodies and places named in them.
Leaves: `Draft.statements`. The tables to edit: `reporting_verbs.csv` (a verb or phrase of
saying), `functional_speakers.csv` (nouns for those who speak without a name),
`word_classes.csv` (the closed classes of English words), `statement_words.csv` (sets of other words).

The way of a sentence: `grammar` takes it apart, `saying` finds its verbs of saying, the words that
name their speakers and what is said, `speakers` tells whom these words mean, `step` writes the statement.
Each of these imports from those before it alone; `saying` is handed `resolve` for the speakers.
"""

from cablerdf.parse.statements.step import find_statements

__all__ = ["find_statements"]
