"""Statements: who is reported to have said, asked, thought, promised or warned what.

Enters: `Draft.clean`, the paragraphs, and the people, bodies and places named in them.
Leaves: `Draft.statements`. The tables to edit: `reporting_verbs.csv` (a verb or phrase of
saying), `functional_speakers.csv` (nouns for those who speak without a name),
`word_classes.csv` (the closed classes of English words).

The way of a sentence: `words` cuts it, `attributions` finds its verbs of saying and their
subjects (`subjects`), `speakers` says who the subject is, `step` writes the statement.
"""

from cablerdf.parse.statements.step import find_statements

__all__ = ["find_statements"]
