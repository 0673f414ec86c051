"""Damaged headers and participant lists whose truth is known: made from clean ones, judged against the truth.

In: the made-up cables of `examples/`, and the keys beside the checkout where there are some. Out: `Case`s, by kind.

    cases.py     what a case is, what a reading must be, clean headers
    whole.py     a whole header: labels, lines, order, casing
    pages.py     a whole header: web pages, mail, page breaks, dust
    citations.py REF lines: the grammar of references, names of posts
    beside.py    REF lines: what stands beside references
    signing.py   Classified By lines
    offices.py   Classified By lines as others fill them in
    marks.py     TAGS, the subject's end, the signer
    moments.py   the date-time group, the classification line, the E.O. line

Lists: `people.py` makes up sides, `layouts.py` prints and damages them, `rosters.py` puts bodies around them.
"""
