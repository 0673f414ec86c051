"""Link, review or leave alone."""

from __future__ import annotations

from typing import Literal, NamedTuple

from cablerdf.link.gazetteer.reader import Entity, Gazetteer
from cablerdf.link.names.compare import MIDDLE
from cablerdf.link.people.candidates import Candidate, find
from cablerdf.link.people.features import CLOSE, LETTER, NAMES, SAME, Evidence, evidence
from cablerdf.link.people.mention import Mention
from cablerdf.link.weights import weights

WEIGHTS = "link_weights.json"
MISSPELT = 0.9  # probability that a misspelt name needs without an office
EARLY = 12  # years before anything is known of a person, when the name is not enough
CAREERS = frozenset({"diplomat", "commander"})  # that people have for life
SURE_NAME = 0.45  # probability from which a name that is printed in full, or that of a ruler, is enough
Verdict = Literal["link", "review", "none"]


class Considered(NamedTuple):
    """A candidate with what spoke for and against it, and the probability that comes of it."""

    candidate: Candidate
    evidence: Evidence
    probability: float

    @property
    def entity(self) -> Entity:
        """The person of the gazetteer."""
        return self.candidate.entity

    def features(self) -> dict[str, float]:
        """The features that are not 0, by name."""
        return {name: round(value, 3) for name, value in zip(NAMES, self.evidence.values, strict=True) if value}


class Decision(NamedTuple):
    """What was decided about a mention, why, and who was considered, best first."""

    mention: Mention
    verdict: Verdict
    reason: str
    considered: tuple[Considered, ...]

    @property
    def best(self) -> Considered | None:
        """The first of the considered."""
        return self.considered[0] if self.considered else None

    def brief(self) -> Decision:
        """The same without those who were considered after the best: what a run remembers."""
        return self._replace(considered=self.considered[:1])

    @property
    def qid(self) -> str | None:
        """The QID where the verdict is to link."""
        return self.considered[0].entity.qid if self.verdict == "link" else None

    @property
    def confidence(self) -> float | None:
        """The probability of the best candidate where the verdict is to link."""
        return round(self.considered[0].probability, 3) if self.verdict == "link" else None

    @property
    def surest(self) -> bool:
        """Whether office, country and date confirm the link, so that it may stand as identity."""
        best = self.best
        return best is not None and best.probability >= 0.98 and best.evidence.office >= 2 and best.evidence.country


def decide(mention: Mention, gazetteers: tuple[Gazetteer, ...]) -> Decision:
    """The decision about a mention."""
    found = find(mention, gazetteers)
    model = weights(WEIGHTS, NAMES)
    seen = [evidence(mention, candidate, found) for candidate in found.candidates]
    shares = model.probabilities([model.score(one.values) for one in seen])
    considered = [Considered(*one) for one in zip(found.candidates, seen, shares, strict=True)]
    considered.sort(key=lambda one: (-one.probability, -one.candidate.fit.total, int(one.entity.qid[1:])))
    verdict, reason = judge(considered, mention)
    return Decision(mention, verdict, reason, tuple(considered[:10]))


def judge(considered: list[Considered], mention: Mention) -> tuple[Verdict, str]:
    """The verdict on ranked candidates, with its reason in words."""
    if not considered:
        return "none", "nobody of such a name"
    best, model = considered[0], weights(WEIGHTS, NAMES)
    second = considered[1].probability if len(considered) > 1 else 0.0
    if best.candidate.fit.short:
        bar = barred(best, considered[1:], mention)
        if bar:
            return ("review" if best.probability >= model.review else "none"), bar
    elif best.probability >= model.review and (apart := against(best, mention)):
        return "review", apart
    if best.probability < model.review:
        return "none", f"probability {best.probability:.2f} is below {model.review}"
    fit, seen = best.candidate.fit, best.evidence
    foreign = bool(best.entity.country) and not seen.country
    in_office = seen.held.top or seen.held.kin or seen.office >= 2
    told = fit.family >= LETTER and in_office if fit.short else fit.exact and seen.before <= EARLY
    least = SURE_NAME if told and not foreign else model.link
    if best.probability < least:
        return "review", f"probability {best.probability:.2f} is below {least}"
    if best.probability - second < model.margin:
        return "review", f"{considered[1].entity.label} is nearly as probable"
    return "link", "country, date and name agree" + (", and so does the office" if best.evidence.office >= 2 else "")


def against(best: Considered, mention: Mention) -> str | None:
    """Why a full name may not be linked although it is probable."""
    seen, fit = best.evidence, best.candidate.fit
    printed = mention.words
    if fit.conflict or (fit.given == 0 and len(printed) > 1):
        return "another given name"
    if seen.elsewhere:
        return "held another office at that time, which goes with none of those printed"
    if seen.office >= 2:
        return None
    if len(printed) > 1 and sum(len(word) > 1 for word in printed) == 1:
        return "an initial for the given name, and no office that was held at that time"
    if mention.country and best.entity.country and not seen.country and mention.offices and not seen.held.other:
        return "of another country, and an office that is never told of"
    if not seen.country and not fit.exact:
        return "a name that differs, and nothing is known of the country"
    if seen.clash and (seen.seats or not fit.exact) and all(one.role in CAREERS for one in mention.offices):
        return "a career of which nothing is told of the person"
    return spelt_otherwise(best, mention)


def spelt_otherwise(best: Considered, mention: Mention) -> str | None:
    """Why a name that is spelt otherwise may not be linked without an office that was held at that time."""
    seen, fit = best.evidence, best.candidate.fit
    spelt = LETTER if fit.given >= SAME and seen.active else 1.0
    if fit.family < spelt and best.probability < MISSPELT:
        return "a family name that is spelt otherwise, and no office that was held at that time"
    if seen.clash and min(fit.given, fit.family) < 1.0 and best.probability < MISSPELT:
        return "a given name that is spelt otherwise, and an office that is never told of"
    if seen.seats and mention.titles and fit.given < 1.0 and best.entity.country in MIDDLE:
        return "a given name that is spelt otherwise, and a title that no seat in a parliament goes with"
    return None


def barred(best: Considered, others: list[Considered], mention: Mention) -> str | None:
    """Why a family name alone may not be linked: it needs the country, and what no namesake has.

    That is an office in force or of another time, a military rank that goes with the command, or that nobody else of
    the gazetteers bears the name.
    """
    seen = best.evidence
    if not seen.country and not (seen.held.posted and mention.country is None):
        return "a family name alone, and its country is not known to be this one"
    near = best.candidate.fit.family < 1.0 and mention.offices
    rules = seen.held.top and (seen.rare or not (seen.clash or near))
    told = seen.office >= 2 or rules or seen.held.past or seen.held.kin
    if not told and (seen.seats or seen.clash or not seen.rare):
        return "a family name alone, without an office that was held at that time"
    if best.candidate.fit.family < (CLOSE if mention.offices else LETTER) and not by_first_name(best, mention):
        return "a family name alone, and spelt otherwise"
    for other in others:
        theirs = other.evidence
        if theirs.country and other.candidate.fit.family >= CLOSE and theirs.standing >= seen.standing:
            return f"a family name alone that {other.entity.label} bears too, in such an office"
    return None


def by_first_name(best: Considered, mention: Mention) -> bool:
    """Whether a ruler is called by the first name, with the office: King Otto."""
    held = best.evidence.held
    return held.now >= 2 and held.rules and any(name[0] == mention.words[0] for name in best.entity.names)
