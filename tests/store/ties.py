"""Cables that are alike but for their keys and dates, so that every question has ties to put in order."""

from __future__ import annotations

from cablerdf.rdf.terms import DEFAULT_BASE, prefixes
from cablerdf.store.base import Store
from cablerdf.store.questions import questions

# What stands in the place of @day: a day, none, an hour, a month, as in real cables.
DAYS = ('schema:startDate "2005-06-02"^^xsd:date ;', "", 'schema:startDate "2005-06-02T10:00:00Z"^^xsd:dateTime ;',
        'schema:startDate "2005-06"^^xsd:gYearMonth ;')  # fmt: skip
ISSUED = ('"2005-06-03T10:00:00Z"^^xsd:dateTime', '"2005-06-03"^^xsd:date', '"2005"^^xsd:gYear')
CABLE = """
graph:@n {
cable:@n a cab:Cable ; dcterms:title "Same" ; dcterms:issued @issued ; dcterms:creator post:OSLO@n ;
  dcterms:references cable:@next, cable:99GONE@n ; dcterms:subject tag:PREL ;
  cab:classification classification:SECRET ; cab:declassifyOn "2015-06-03"^^xsd:date ;
  cab:classifiedBy person:@n-a ; cab:classifierTitle "DCM" ; cab:classificationReason reason:1.4b, reason:1.4d ;
  cab:addressee addressing:@n ; cab:problem problem:@n ; cab:reports meeting:@n-1, meeting:@n-2 ;
  dcterms:hasPart paragraph:@n-1, paragraph:@n-2 ; schema:mentions organization:@n-body, place:japan .
post:OSLO@n skos:prefLabel "Oslo" .
organization:@n-body a cab:Organization ; skos:prefLabel "Ministry" .
place:japan a cab:Place ; skos:prefLabel "Japan" .
place:norway a cab:Place ; skos:prefLabel "Norway" .
place:peru a cab:Place ; skos:prefLabel "Perú" .
addressing:@n cab:addresseeName "STATE" ; cab:forAction true .
problem:@n cab:code "same" ; cab:severity severity:warning .
meeting:@n-1 a cab:Meeting ; @day cab:placeName "Élysée" ; prov:wasDerivedFrom paragraph:@n-1, paragraph:@n-2 ;
  cab:participation participation:@n-1, participation:@n-2, participation:@n-3, participation:@n-4 .
meeting:@n-2 a cab:Meeting ; cab:placeName "élysée" ; prov:wasDerivedFrom paragraph:@n-2 .
participation:@n-1 cab:participant person:@n-a ; cab:participantName "Ana Reis" ; cab:delegation place:japan .
participation:@n-2 cab:participant person:@n-b ; cab:participantName "Øyvind" ; cab:delegation place:norway ;
  cab:function function:notetaker ; cab:roleTitle "Clerk" .
participation:@n-3 cab:participant person:@n-c ; cab:participantName "Ana Reis" ; cab:delegation place:peru ;
  cab:roleTitle "Clerk" .
participation:@n-4 cab:participant person:@n-d ; cab:participantName "ana Reis" ; cab:delegation place:peru .
statement:@n-1 a cab:Statement ; cab:speaker person:@n-a ; cab:speakerName "Ana Reis" ; cab:verb "said" ;
  cab:quoted true ; cab:said "the ministry would look into it again" ; schema:about place:japan ;
  prov:wasDerivedFrom paragraph:@n-1 .
statement:@n-2 a cab:Statement ; cab:speaker person:@n-b ; cab:speakerName "Øyvind" ; cab:verb "added" ;
  cab:quoted true ; cab:said "the ministry would look into it" ; schema:about place:japan ;
  prov:wasDerivedFrom paragraph:@n-1 .
}
graph:people {
person:@n-a cab:person person:ana . person:@n-b cab:person person:b@n . person:@n-c cab:person person:c@n .
person:@n-d cab:person person:d@n .
person:ana foaf:name "Ana Reis" ; cab:country place:japan . person:b@n foaf:name "Øyvind" .
person:c@n foaf:name "Ana Maria dos Reis e Figueiredo" ; cab:country place:peru .
person:d@n foaf:name "Ana Maria dos Reis e Figueiredo da Costa" .
}
"""


def tied(cables: int = 12) -> str:
    """So many such cables as TriG, in no order of theirs."""
    lines = [f"@prefix {name}: <{iri}> ." for name, iri in prefixes(DEFAULT_BASE).items()]
    for number in range(cables):
        key, following = (f"05OSLO{at * 7 % cables}" for at in (number, number + 1))
        text = CABLE.replace("@next", following).replace("@day", DAYS[number % len(DAYS)])
        lines.append(text.replace("@issued", ISSUED[number % len(ISSUED)]).replace("@n", key))
    return "\n".join(lines)


def answered(store: Store, name: str) -> list[dict[str, tuple[str, str]]]:
    """The rows of a shipped question as a store gives them: what kind of term each is, and its text."""
    rows = store.select(questions()[name].text)
    return [{key: (type(term).__name__, term.value) for key, term in row.items()} for row in rows]
