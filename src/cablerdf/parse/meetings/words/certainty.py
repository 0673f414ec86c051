"""What shows that there was a meeting and that somebody took part: how strongly, and the names of the rules.

Strengths decide what is reported (`gatherings/`). How sure a fact is in the end is measured rule by rule
(`lexicon/sureness.py`); the strengths stand for rules that no key has judged.

| how it was found | strength |
|---|---|
| in a participant list, with a name | 0.98 |
| in a participant list, by function only, or with the name struck out | 0.9 |
| in a sentence that says who met whom, or who came along | 0.9 |
| in a sentence that says who told the reporting officers something | 0.8 |
| a meeting that the subject line alone reports | 0.7 |
| talks in passing, within a cable that is about something else | 0.6 |
| a meeting of which nothing tells but that somebody speaks throughout | 0.5 |
| a remark made to the post, of which nothing says when, by somebody with a name | 0.5 |
| what somebody has said at some time before, or used to say | 0.4 |
"""

from __future__ import annotations

LISTED = 0.98
LISTED_UNNAMED = 0.9
MET = 0.9
TOLD = 0.8
SUBJECT = 0.7
PASSING = 0.6
INFERRED = 0.5
REMARK = 0.5
WEAK = 0.4

# kind of the report of an encounter → the rule that made it
RULES = {
    "meet": "a sentence says who met whom",
    "tell": "a sentence says who told whom",
    "deliver": "a sentence says what was brought to whom",
    "discuss": "a sentence says who discussed with whom",
    "host": "a sentence says who received whom",
    "noun": "a sentence names the meeting and who had it",
    "occasion": "speaks on an occasion that a sentence names",
    "visit": "a sentence says who visited whom",
    "roster": "a paragraph says who took part",
    "section": "speaks in a section that bears his name",
}
ON_LIST = "a participant list"
OFFICE_ON_LIST = "an office on a participant list, and who holds it"
OFF_LIST = "speaks at a listed meeting, not on its list"
CAME_ALONG = "a sentence says who came along"
IN_DELEGATION = "belongs to the delegation"
SPEAKS = "speaks, and the cable has one meeting"
IN_SUBJECT = "the subject line"
THROUGHOUT = "speaks throughout the cable"
HOLDS = "an office without a name, and who holds it"
IN_PASSING, A_REMARK = ", in passing", ", at a time not told"  # what makes a rule less sure
