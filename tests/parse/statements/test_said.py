"""Which words of the sentence are said."""

from __future__ import annotations

import pytest

from cablerdf import parse_text

CASES = (
    ("The quota, Perez noted, was too low.", "The quota, Perez noted, was too low."),
    ("Turning to krill he reported that it was gone.", "that it was gone."),
    ("Krill, he said, was gone.", "Krill, he said, was gone."),
    ("It was clear, Perez added, that krill was gone.", "It was clear, Perez added, that krill was gone."),
    ("Nor, said Perez, was there any krill.", "Nor, said Perez, was there any krill."),
    ("Krill was gone, said Perez, who left early.", "Krill was gone"),
    ("Krill was gone, said Perez, head of the Bureau.", "Krill was gone"),
    ("Krill was gone, Perez said, adding that cod was next.", "Krill was gone"),
    ("Summary: Krill was gone, Perez said.", "Krill was gone"),
    ("Perez said, however, that krill was gone.", "that krill was gone."),
    ("Perez said, for example, that krill was gone.", "that krill was gone."),
    ("As Perez rejected a quota, the fleet left.", "a quota"),
    ("Minister Perez, who urged a quota, was late.", "a quota"),
    ("As Perez told the fleet, krill was gone.", "krill was gone."),
    ("While Perez promised more ships, in many ports the fleet has not sailed.", "more ships"),
    (
        "While Perez urged a quota (low, but fair), the catch of the fleets in the south keeps its size.",
        "a quota (low, but fair)",
    ),
    ("While Perez opposed a quota, his allies on the board, at last, gave way.", "a quota"),
    ("Though Perez deplored it, the fleet left.", "it"),
    ("Although Perez praised 20,000 boats, the fleet left.", "20,000 boats"),
    ("Once Perez had rejected a quota, the fleet left.", "a quota"),
    ("Once Perez said that krill was gone.", "that krill was gone."),
    (
        "Although charges against the fleet are not new (Minister Perez laid out the charges), his call is a trouble.",
        "the charges)",
    ),
    (
        "When asked, Perez noted that after the storm in May, krill was gone.",
        "that after the storm in May, krill was gone.",
    ),
    ("Then, when Perez rejected a quota, the fleet left.", "a quota"),
    (
        "The fleet left the port, although Perez noted that krill, cod and crab were gone.",
        "that krill, cod and crab were gone.",
    ),
    ("The case of Perez, a pilot who urged a quota, has drawn crowds.", "a quota"),
    ("Minister Perez, who urged a quota, went to see the fleet.", "a quota"),
    ("The fleet met Minister Perez, who urged a quota, sold his boat, and left.", "a quota, sold his boat, and left."),
    (
        "The crane (the third, which Perez says is old, and others) was sold.",
        "the third, which Perez says is old, and others",
    ),
    (
        'When the talk came to a fee, which Perez calls "a tax," the fleet deftly left.',
        '"a tax,"',
    ),
    ("Perez supported a quota, but the fleet, in the face of storms, is reluctant to talk of it.", "a quota"),
    ("Perez supported a quota, but he also asked for aid.", "a quota, but he also asked for aid."),
    ("Perez believed that krill was gone, but cod was safe.", "that krill was gone, but cod was safe."),
    ('While Perez proposed "a new, late start," the fleet left.', '"a new, late start,"'),
    (
        "The trouble, Perez pointed out, is that krill is gone.",
        "The trouble, Perez pointed out, is that krill is gone.",
    ),
    ("Cod, as Perez noted, was gone.", "Cod, as Perez noted, was gone."),
    ("Perez does not agree; he left.", "Perez does not agree"),
    ("However, Perez told us, krill was gone.", "krill was gone."),
    ("In addition, Perez said, krill was gone.", "krill was gone."),
    ("According to Perez (protect), who was there, krill was gone.", "krill was gone."),
    ("Krill Update: According to Perez, krill was gone.", "krill was gone."),
    ("At the pier, Perez said “krill” was gone.", "“krill” was gone."),
    ('Asked about krill, Perez said, "Soon."', '"Soon."'),
    ("When asked by Perez whether krill was gone, the manager left.", "whether krill was gone"),
    ("Since Perez has rejected a quota, krill was gone.", "a quota"),
    ("Noting that krill was gone, Perez left.", "that krill was gone"),
    ("The quota was criticized by Perez.", "The quota was criticized by Perez."),
    ("Krill was gone, Perez told PolOff during a lunch on May 5.", "Krill was gone"),
    ("Perez told the Ambassador May 14 that krill was gone.", "that krill was gone."),
    ("Perez told reporters in May that krill was gone.", "that krill was gone."),
    ("Perez explained to us at a meeting on May 5 how krill was lost.", "how krill was lost."),
    ("Perez told the fleet the truth that it feared.", "the fleet the truth that it feared."),
    ("Krill would soon be gone, Perez told Staffdel Lind March 24.", "Krill would soon be gone"),
    (
        "If the fleet is late, krill is gone, Perez told visiting Codel Lind on March 24.",
        "If the fleet is late, krill is gone",
    ),
    ("Krill was gone, Perez stressed to PolOff on XXXXXXXXXXXX.", "Krill was gone"),
    ("However, Perez told the Ambassador March 24, krill was gone.", "krill was gone."),
    ("Moreover, the head of the fleet, Perez, pledged to support Jose Lind.", "to support Jose Lind."),
    ('"Krill is gone," Perez said (ref B).', '"Krill is gone,"'),
    ("According to Perez, of the board, and Lee (protect), krill was gone.", "krill was gone."),
    ("According to Perez, Counselor of the Bureau in Cadiz, krill was gone.", "krill was gone."),
    ("The pier has a new crane, which Perez says is too old.", "a new crane, which Perez says is too old."),
    ("The crane (which he says is too old) was sold.", "The crane (which he says is too old)"),
    ("Perez said that krill was gone (Note: We doubt it.  End note.)", "that krill was gone"),
    ("Perez said that krill (Note: and cod) was gone.", "that krill (Note: and cod) was gone."),
    ("As he put it, krill was gone.", "krill was gone."),
    ("The fleet met with XXXXXXXXXXXX The crew reported that krill was gone.", "that krill was gone."),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_said(text: str, expected: str) -> None:
    cable = parse_text(
        f"SUBJECT: FISHING\n\n1. (C) Minister Juan Perez met us and said it was late.\n\n2. (C) {text}\n"
    )
    assert [s.said.of(cable.document.text) for s in cable.statements if s.paragraph == 1] == [expected]
