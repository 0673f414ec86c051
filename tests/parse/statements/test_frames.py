"""Verb and noun together, quantifiers alone, and other frames that attribute."""

from __future__ import annotations

import pytest

from cablerdf import parse_text

CASES = (
    ("Minister Perez offered guarded praise for the draft.", [("Perez", "offered guarded praise")]),
    ("Minister Perez gave repeated assurances on gas.", [("Perez", "gave repeated assurances")]),
    ("Fishermen harbor suspicions about the quota.", [("Fishermen", "harbor suspicions")]),
    ("Several were critical of the quota.", [("Several", "were critical")]),
    ("Many were critical of the quota.", []),
    ("Minister Perez briefed Ambassador Lind at lunch on May 3.", []),
    ("Minister Perez briefed Ambassador Lind on krill at lunch.", [("Perez", "briefed")]),
    ("Minister Perez made a strong pitch to Ambassador Lind on the margins of a visit.", []),
    ("Minister Perez noted:", []),
    ("Minister Perez went on television to sell krill.", []),
    ("Minister Perez went on about krill.", [("Perez", "went on")]),
    ("Talks between the fleet and the Ministry on a quota expected to fail are over.", []),
    ("The Ministry expected to fail.", [("The Ministry", "expected")]),
    ("Most find it difficult to sail, and some see it as a danger.", []),
    ("Most officials find it difficult to sail.", [("Most officials", "find")]),
    ("Several state firms were sold.", []),
    ("Minister Perez was confident that krill was gone.", [("Perez", "was confident")]),
    ("Minister Perez was overly confident in his fleet.", []),
    ("Minister Perez denied any link to the fleet.", [("Perez", "denied")]),
    ("The Ministry denied aid to fishermen.", []),
    ("An official who saw the fleet stated that krill was gone.", [("An official", "stated")]),
    ("An official who saw that fishermen were late left.", []),
    ("The Department is deeply concerned that krill is gone.", [("The Department", "is deeply concerned")]),
    ("Minister Perez made the point to fishermen that krill is gone.", [("Perez", "made the point")]),
    ("Minister Perez made a point of visiting the fleet.", []),
    ("The fleet left even as Minister Perez told us it was safe.", [("Perez", "told")]),
    ("The fleet heard a speech in which Minister Perez warned of a quota.", [("Perez", "warned")]),
    ("It is post's view that krill is gone.", [("POST", "post's view")]),
    ("Minister Perez called the fleet on May 5 to say that krill was gone.", [("Perez", "say")]),
    ("Minister Perez will call the fleet to say that krill was gone.", []),
    ("The paper quoted fishermen as saying that krill was gone.", [("fishermen", "saying")]),
    ("The meeting ended with Minister Perez asking for krill.", [("Perez", "asking")]),
    ("Minister Perez's main point was that krill is gone.", [("Perez", "point")]),
    ("The Russian view is that krill is gone.", [("Russia", "view")]),
    ("Minister Perez leads in UK opinion polls.", []),
    ("Minister Perez's report noted that krill is gone.", [("Perez", "noted")]),
    ("The White Paper notes that krill is gone.", []),
    ("Fishermen worry about the quota.", [("Fishermen", "worry")]),
    ("Minister Perez views the quota as a gift.", [("Perez", "views")]),
    ("UN views on the quota as a gift are old.", []),
    ("Minister Perez pressed fishermen to sell.", [("Perez", "pressed")]),
    ("Press boats seem to be late.", []),
    ("Minister Perez accepted the request for aid.", [("Perez", "accepted")]),
    ("Minister Perez left with what he said.", []),
    ("The minister met activists who criticize the quota.", []),
    ("In the port there is someone who has opposed the quota.", []),
    ("Most recently, the end of talks led to a ban, and offered hope.", []),
    ("Minister Perez raised the eyebrows of many.", []),
    ("Minister Perez brought up the quota.", [("Perez", "brought up")]),
    ("The fleet received support from Minister Perez.", []),
    (
        "The RSO has received a letter from the Ports Ministry, requesting a guard.",
        [("the Ports Ministry", "requesting")],
    ),
    ("Minister Perez received a letter in May, asking for krill.", []),
    ("Minister Perez received a team from Peru, asking for krill.", [("Perez", "asking")]),
    ("Minister Perez pushed for a quota.", [("Perez", "pushed for")]),
    ("Minister Perez pushed him for the post.", []),
    (
        "Deputy Director General for Asia, Central America, and the Caribbean Ana Soto said that krill was gone.",
        [("Ana Soto", "said")],
    ),
    ("The fleet continues to deny the inspectors access to the port.", []),
    ("Minister Perez responded by closing the port.", []),
    ("Minister Perez responded by saying that krill was gone.", [("Perez", "responded")]),
    ("Minister Perez took great pains to stress the quota.", [("Perez", "took great pains to stress")]),
    ("Minister Perez took great pains to correct the quota.", []),
    ("Minister Perez is most welcoming to us.", []),
    ("Minister Perez then pressed forward on the quota.", []),
    ("Minister Perez sees jobs by encouraging research.", []),
    ("Krill is gone, per Minister Perez.", [("Perez", "per")]),
    ("Ships are late, as per Decree 5.", []),
    ("Minister Perez said that krill, according to the fleet, was gone.", [("Perez", "said")]),
    ("When asked what help he offered to the fleet, Minister Perez replied that it was small.", [("Perez", "replied")]),
    ("Minister Perez left to see what the fleet wants to do.", []),
    ('"How much is it?" pressed Minister Perez.', [("Perez", "pressed")]),
    ("Prices fall, fishermen report.", [("fishermen", "report")]),
    ("Minister Perez called the quota the worst of all.", [("Perez", "called")]),
    ("Minister Perez called the fleet the next day.", []),
    ("Bishops voiced their opposition to the quota.", [("Bishops", "voiced their opposition")]),
    ("Minister Perez is of the view that the quota will fail.", [("Perez", "is of the view")]),
    ("The quota met with criticism from Minister Perez.", [("Perez", "met with criticism from")]),
    ("Minister Perez worried about the quota.", [("Perez", "worried")]),
    ("Minister Perez remained skeptical of the quota.", [("Perez", "remained skeptical")]),
    ("Minister Perez continues to believe the quota is fair.", [("Perez", "continues to believe")]),
    ("Some observers at the same time accused the fleet of fraud.", [("Some observers", "accused")]),
    (
        "A senior official close to the talks told us the quota is fair.",
        [("A senior official close to the talks", "told")],
    ),
    ("Minister Perez took the opportunity to thank the fleet.", [("Perez", "took the opportunity to thank")]),
    ("Minister Perez gave a speech denouncing the quota.", [("Perez", "denouncing")]),
    ("Press reports said the quota is fair.", [("Press reports", "said")]),
    ("The fleet issued a bill of lading.", []),
    ("We provided an update on the quota.", []),
    ("Minister Perez does not expect a quota.", [("Perez", "does not expect")]),
    ("Minister Perez never wanted a quota.", [("Perez", "never wanted")]),
    ("Minister Perez did not seem convinced.", [("Perez", "did not seem convinced")]),
    ("Minister Perez not only wants a quota, he needs it.", [("Perez", "wants")]),
    ("Minister Perez did not say so.", []),
    ("Minister Perez has recently and most bluntly criticized the quota.", [("Perez", "criticized")]),
    ("Minister Perez told us that krill, in his view, was gone.", [("Perez", "told")]),
    ("Minister Perez told us that krill (in his view, cod) was gone.", [("Perez", "told")]),
    ("Minister Perez will visit the fleet, urging a quota.", []),
    ("Minister Perez could not name it, saying it was late.", [("Perez", "saying")]),
    ("Minister Perez has not issued a statement condemning the fleet or calling for a quota.", []),
    ("The quota has yet to be confirmed by Minister Perez.", []),
    ("The fleet serves fishermen who support a quota.", []),
    ("The fleet has many fishermen, who support a quota.", [("many fishermen", "support")]),
    ("Few fishermen believe in the quota.", []),
    ("Norway declared war on Peru.", []),
    ("Minister Perez concluded a deal.", []),
    ("Minister Perez prefers to speak Spanish.", []),
    ("Minister Perez raised his voice.", []),
    ("Minister Perez stresses however, that the quota is fair.", [("Perez", "stresses")]),
    ("Minister Perez believes, however, that the quota is fair.", [("Perez", "believes")]),
    ("Minister Perez knows the quota and believes, he stated, that it is fair.", [("Perez", "stated")]),
    ("The mill that burned down, killing 58 workers, offers an example of bad practice.", []),
    ("Minister Perez at first agreed that krill was gone.", [("Perez", "agreed")]),
    ("Minister Perez in July 2008 claimed that krill was gone.", [("Perez", "claimed")]),
    ("Minister Perez on June 7, 2009 (Ref C) claimed that krill was gone.", [("Perez", "claimed")]),
    ("Minister Perez and others said that krill was gone.", [("Perez", "said"), ("others", "said")]),
    ("Most of the brokers with whom we spoke said that krill was gone.", [("Most of the brokers", "said")]),
    ("Brokers we talked to said that krill was gone.", [("Brokers", "said")]),
    ("(S//NF) The Community assesses that krill is gone.", [("The Community", "assesses")]),
    ("XXXXXXXXXXXX agree that krill is gone.", [("XXXXXXXXXXXX", "agree")]),
    ("Director Karl Born left. Born said that krill was gone.", [("Karl Born", "said")]),
    ("Minister Perez came. Krill was gone, maintained Perez.", [("Perez", "maintained")]),
    ("-- Norway claims it needs more krill.", [("Norway", "claims")]),
    ("-- Norway claims more krill.", []),
    ("The federal police believe that krill was stolen.", [("The federal police", "believe")]),
    ("Norway's ruling family expressed support for a quota.", [("Norway's ruling family", "expressed support")]),
    ("A/PolMinCouns replied that krill was gone.", [("A/PolMinCouns", "replied")]),
    ("Tamils insist that krill was gone.", [("Tamils", "insist")]),
    ("Minister Perez went so far as to call for a boycott.", [("Perez", "went so far as to call for")]),
    ("Minister Perez went out of his way to praise the quota.", [("Perez", "went out of his way to praise")]),
    ("Minister Perez held out the prospect of a quota.", [("Perez", "held out the prospect")]),
    ("Minister Perez held out his hand on the way to praise.", []),
    ("Minister Perez was vocal in his criticism of the quota.", [("Perez", "was vocal")]),
    ("We would like to alert you to a shipment of krill.", [("POST", "would like")]),
    ("We look forward to continued cooperation on krill.", [("POST", "look forward")]),
    ("Norway wants a quota, with which Minister Perez agreed.", [("Norway", "wants"), ("Perez", "agreed")]),
    ("Since Minister Perez has rejected the quota, the fleet will sail.", [("Perez", "rejected")]),
    ("When Minister Perez rejected the quota, the fleet sailed.", [("Perez", "rejected")]),
    ("When Minister Perez rejects a quota, the fleet sails.", []),
    ("Even though Minister Perez insisted on a quota, the fleet sailed.", [("Perez", "insisted")]),
    ("Saying he was late, Minister Perez left.", [("Perez", "Saying")]),
    ("According to a 2007 Forest Service report, krill is gone.", [("a 2007 Forest Service report", "According to")]),
    ("According to this report, krill is gone.", []),
    (
        "It was late, with an adviser of the fleet underlining that krill is gone.",
        [("an adviser of the fleet", "underlining")],
    ),
    ("Minister Perez was questioned by fishermen about the quota.", [("fishermen", "questioned")]),
    ("It was so late that the fishermen protested the quota.", [("the fishermen", "protested")]),
    ("Minister Perez took to task the whole fleet.", [("Perez", "took")]),
    ("The French supported the quota.", [("The French", "supported")]),
    ("The French press reported that krill is gone.", [("The French press", "reported")]),
    ("Norway will wait, as proposed by Minister Perez.", [("Perez", "proposed")]),
    ("Minister Perez, having expressed doubts, said he would wait.", [("Perez", "said")]),
    ("Krill, observers note, is gone.", [("observers", "note")]),
    (
        "Norway wants a quota, while Peru and Chile propose a ban.",
        [("Norway", "wants"), ("Peru", "propose"), ("Chile", "propose")],
    ),
    ("However, when Minister Perez asked for a quota, the fleet left.", [("Perez", "asked")]),
    ("Nor has Minister Perez said that krill is gone.", []),
    ("Neither side believes that krill is gone.", []),
    ("At that point Minister Perez protested that it was late.", [("Perez", "protested")]),
    ("Minister Perez made a point of praising the fleet.", [("Perez", "made a point of praising")]),
    ("On May 5 the fishermen left port and protested that it was late.", [("the fishermen", "protested")]),
    ("XXXXXXXXXXXX The fishermen protested that it was late.", [("The fishermen", "protested")]),
    ("When Minister Perez asked them, the Mayor laughed and said no.", [("Perez", "asked"), ("the Mayor", "said")]),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_frames(text: str, expected: list[tuple[str, str]]) -> None:
    found = parse_text(f"SUBJECT: FISHING\n\n1. (C) {text}\n").statements
    assert [(s.speaker, s.verb) for s in found] == expected


def test_end_label_opens_no_comment() -> None:
    text = (
        "SUBJECT: FISHING\n\nCOMMENT\n-------\n\n2. (C) The fleet is aware that its quota will shrink. End Comment.\n"
    )
    found = parse_text(text).statements
    assert [text[s.sentence.start : s.sentence.end][:9] for s in found if s.speaker == "POST"] == ["The fleet"]


def test_we_is_the_post_after_others_spoke() -> None:
    text = "SUBJECT: FISHING\n\n1. (C) Minister Perez promised ships. We believe that the fleet would welcome them.\n"
    assert [s.speaker for s in parse_text(text).statements] == ["Perez", "POST"]


def speakers(text: str) -> list[str]:
    return [s.speaker for s in parse_text(f"SUBJECT: FISHING\n\n1. (C) {text}\n").statements]


def test_both_sides_are_the_two_that_are_named() -> None:
    text = "The Peruvian side asked for ships. The U.S. side declined. Both sides agreed that the quota is fair."
    assert speakers(text)[-2:] == ["the Peruvian side", "the U.S. side"]
    assert speakers("Both sides agreed that the quota is fair.") == ["Both sides"]


def test_given_name_means_who_bears_it() -> None:
    text = "Minister Francisco Perez said no. Minister Luis Diaz objected. Francisco added that he would wait."
    assert speakers(text)[-1] == "Francisco Perez"
