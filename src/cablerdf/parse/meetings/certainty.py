"""How sure a meeting or a participation is: the scale, in one place.

| how it was found | confidence |
|---|---|
| in a participant list, with a name | 0.98 |
| in a participant list, by function only, or with the name struck out | 0.9 |
| in a sentence that says who met whom, or who came along | 0.9 |
| in a sentence that says who told the reporting officers something | 0.8 |
| a function resolved to a name by what the cable says elsewhere (`inferred`) | 0.75 |
| a meeting that the subject line alone reports | 0.7 |
| talks in passing, within a cable that is about something else | 0.6 |
| speaks at a meeting and is missing from its list (`inferred`) | 0.5 |
| a remark made to the post, of which nothing says when, by somebody with a name | 0.5 |
| what somebody has said at some time before, or used to say | 0.4 |
"""

from __future__ import annotations

LISTED = 0.98
LISTED_UNNAMED = 0.9
MET = 0.9
TOLD = 0.8
RESOLVED = 0.75
SUBJECT = 0.7
PASSING = 0.6
INFERRED = 0.5
REMARK = 0.5
WEAK = 0.4
