"""What a page says in the words of schema.org, for search engines and others that do not read our RDF.

Each kind of page has its row in MADE; what is doubtful is not said here, where no certainty can stand beside it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from cablerdf.rdf.dataset import dataset_iri
from cablerdf.serve.parts.words import sure
from cablerdf.serve.site import Site
from cablerdf.store.search.find import Wanted

Values = dict[str, Any]
TYPES = {"post": "GovernmentOrganization", "organization": "Organization", "place": "Place"}
UNSAFE = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&"}  # so that no text ends the element that it stands in


def structured(site: Site, values: Values) -> Markup:
    """The JSON-LD of a page, ready for its `script` element; "" where its kind has none."""
    made = MADE.get(values["template"])
    said = made(site, values) if made else None
    if not said:
        return Markup("")
    text = json.dumps({"@context": "https://schema.org"} | with_values(said), ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(UNSAFE))  # nothing is left that ends a script  # nosec B704


def with_values(said: Values) -> Values:
    """The properties that have a value."""
    return {name: value for name, value in said.items() if value not in (None, "", [], {})}


def named(kind: str, things: Iterable[tuple[str, str]]) -> list[Values]:
    """Things of a type with their names; the IRI is left out where there is none."""
    return [with_values({"@type": kind, "@id": iri, "name": name}) for iri, name in things]


def cable(_site: Site, values: Values) -> Values:
    """A cable as a message: sender, date, subjects, what it names and cites."""
    header, labels = values["header"], values["labels"]
    mentions = named("Person", ((p["iri"], p["name"]) for p in values["people"]))
    for kind, others in values["others"].items():
        mentions += named(TYPES[kind], ((iri, name) for iri, name, _anchors in others))
    cited = dict.fromkeys(entry["cites"] for entry in values["references"] if entry["cites"])
    return {
        "@type": "Message",
        "@id": values["iri"],
        "identifier": values["id"],
        "name": values["title"] or values["id"],
        "dateSent": next(iter(header.get("issued", [])), ""),
        "sender": named(TYPES["post"], ((iri, labels[iri]) for iri in header.get("creator", []))),
        "about": named("DefinedTerm", ((iri, labels[iri]) for iri in header.get("subject", []))),
        "mentions": mentions,
        "citation": [{"@type": "Message", "@id": iri} for iri in cited],
    }


def person(_site: Site, values: Values) -> Values:
    """A person: names, titles, the same person in Wikidata."""
    return {
        "@type": "Person",
        "@id": values["iri"],
        "name": values["title"],
        "alternateName": values["also"],
        "jobTitle": [title.title for title in values["titles"]],
        "sameAs": [match["object"] for match in values["identity"]["matches"]],
    }


def meeting(_site: Site, values: Values) -> Values | None:
    """A meeting as an event, with those who took part; None where it is doubtful that it is one."""
    found = values["meeting"]
    if sure(found.certainty) == "doubtful":
        return None
    people = [p for p in found.participants if p.name and sure(p.certainty) != "doubtful"]
    return {
        "@type": "Event",
        "@id": values["iri"],
        "name": f"Meeting reported in cable {found.cable.rpartition('/')[2]}",
        "startDate": found.date,
        "location": named("Place", [(found.place_iri, found.place)]) if found.place else [],
        "attendee": named("Person", ((p.iri, p.name) for p in people)),
        "recordedIn": {"@type": "Message", "@id": found.cable},
    }


def thing(site: Site, values: Values) -> Values:
    """A post, body or place, or a concept as a term of its vocabulary."""
    iri, kind = values["iri"], site.kind(values["iri"])
    said = {"@id": iri, "name": values["title"], "alternateName": values["also"], "sameAs": values["matches"]}
    if kind in TYPES:
        return {"@type": TYPES[kind], **said}
    return {
        "@type": "DefinedTerm",
        **said,
        "name": values["meaning"] or values["title"],
        "termCode": values["title"],
        "description": values["definition"],
        "inDefinedTermSet": iri.rpartition("/")[0],
    }


def website(site: Site, values: Values) -> Values:
    """The site; how it is searched, where its owner says at which address."""
    public = site.settings.public_url
    if not public:
        return {"@type": "WebSite", "name": values["title"]}
    search = {"@type": "EntryPoint", "urlTemplate": f"{public}/search?q={{words}}"}
    action = {"@type": "SearchAction", "target": search, "query-input": "required name=words"}
    return {"@type": "WebSite", "name": values["title"], "url": f"{public}/", "potentialAction": action}


def collection(site: Site, values: Values) -> Values:
    """The collection as a dataset."""
    years = sorted(site.index.years(Wanted()))
    return {
        "@type": "Dataset",
        "@id": dataset_iri(site.base),
        "name": site.settings.title,
        "description": f"{values['counts']['cable']:,} diplomatic cables as linked data: who met whom, when and where, "
        "who said what, which cable answers which, each fact with the place in the text that shows it.",
        "version": site.version,
        "temporalCoverage": f"{years[0]}/{years[-1]}" if years else "",
    }


MADE: dict[str, Callable[[Site, Values], Values | None]] = {
    "cable.html": cable,
    "person.html": person,
    "meeting.html": meeting,
    "thing.html": thing,
    "home.html": website,
    "about.html": collection,
}
