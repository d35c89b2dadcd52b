"""A made-up dataset with an object of each kind, in which every field of every kind is filled at least once."""

from typing import Any, Final, TypeVar

from oirmodel import claims, entities
from oirmodel.claims import Claim
from oirmodel.dataset import Header
from oirmodel.entities import Entity, Source
from oirmodel.geo import Box, Point
from oirmodel.names import Name
from oirmodel.provenance import Citation, Grade, Speaker
from oirmodel.quantity import Quantity
from oirmodel.query import Dataset
from oirmodel.temporal import Period
from tests.making import make

__all__ = ["EVERY"]

E = TypeVar("E", bound=Entity)
C = TypeVar("C", bound=Claim)

_EXTENSIONS: Final = {"acme:made": {"by": ["hand", 1.5, None, True]}}
_POINT: Final = make(Point, longitude=42.5, latitude=33.75, precision_m=2000)
_OLD: Final = ("old-1", "old-2", "old-3", "old-4")


def _entity(kind: type[E], an_id: str, **fields: Any) -> E:  # noqa: ANN401 - the fields of the kind
    """An entity with all that every entity may have."""
    shared = {
        "names": [
            make(Name, text=f"The {an_id}", language="en", category="official"),
            make(Name, text="اسم", language="ar", script="Arab", category="transliteration"),
        ],
        "external_ids": ["icao:ORAA", "wikidata:Q42"],
        "note": f"Of {an_id}.",
        "extensions": _EXTENSIONS,
    }
    return make(kind, id=an_id, **shared, **fields)


def _claim(kind: type[C], **fields: Any) -> C:  # noqa: ANN401 - as above
    """A claim with all that every claim may have."""
    envelope = {
        "id": kind.kind.replace("_", "-"),
        "period": Period(start="[2025-01-02..2025-01-03]", end=".."),
        "reported": "2026-01-17",
        "recorded": "2026-02-01",
        "asserted_by": [
            make(Speaker, who="person", when="2026-01-16", how="paraphrase"),
            make(Speaker, who="organization"),
        ],
        "citations": [make(Citation, source="src-every", locator="paragraph 2", quote="a few words")],
        "modality": "asserted",
        "assumptions": ["year 2026: none is given"],
        "grades": [make(Grade, by="organization", scheme="admiralty", grade="B2", note="As rated.")],
        **{name: [old] for name, old in zip(("corrects", "supersedes", "retracts", "derived_from"), _OLD, strict=True)},
        "note": "A note.",
        "extensions": _EXTENSIONS,
    }
    return make(kind, **{**envelope, **fields})


def _plain(an_id: str) -> Claim:
    """A claim that says no more than it must."""
    return make(
        claims.Control,
        id=an_id,
        of="installation",
        by="force",
        reported="2025",
        modality="alleged",
        citations=[make(Citation, source="src-every")],
    )


_ENTITIES: Final[tuple[Entity, ...]] = (
    _entity(entities.Force, "force", category="state-armed-forces", country="IQ"),
    _entity(entities.Force, "force-unnamed", placeholder=True),
    _entity(entities.Organization, "organization", category="monitor", country="GB"),
    _entity(entities.Organization, "organization-unnamed", placeholder=True),
    _entity(entities.Person, "person"),
    _entity(entities.Person, "person-unnamed", placeholder=True),
    _entity(entities.Post, "post", of="force", title="Commander", single=True),
    _entity(
        entities.Installation,
        "installation",
        category="airbase",
        place="place",
        point=_POINT,
        timezone="Asia/Baghdad",
    ),
    _entity(entities.Installation, "compound", part_of="installation"),
    _entity(
        entities.Place,
        "place",
        category="province",
        country="IQ",
        iso_3166_2="IQ-AN",
        part_of="country",
        point=_POINT,
        box=make(Box, west=38.8, south=30.5, east=44.0, north=35.5),
        timezone="Asia/Baghdad",
    ),
    _entity(entities.Place, "country", category="country"),
    _entity(entities.Operation, "operation", category="campaign"),
    _entity(entities.Operation, "mission", part_of="operation"),
    _entity(entities.Event, "event", category="strike", part_of="operation"),
    _entity(entities.Agreement, "agreement", category="memorandum"),
    _entity(entities.Commitment, "commitment", agreement="agreement"),
)


def _counted(quantity: Quantity) -> Claim:
    """A figure that says no more than it must."""
    return make(
        claims.Strength,
        id=f"strength-{quantity.wording}{'-derived' if quantity.derived else ''}",
        of="force",
        at=["place"],
        quantity=quantity,
        reported="2025",
        modality="inferred",
        citations=[make(Citation, source="src-every")],
    )


_QUANTITIES: Final = (
    Quantity.exact(5),
    Quantity.about(2500),
    Quantity.nearly(35_000),
    Quantity.minimum(3),
    Quantity.more_than(1600),
    Quantity.maximum(3100),
    Quantity.fewer_than(300),
    Quantity.between(10, 20),
    Quantity.order_of(10, words="dozens"),
    Quantity.none(),
    Quantity.unknown(),
    Quantity.exact(5).plus(Quantity.exact(4)),
)
_SITES: Final = {"at": ["installation", "place"], "spread": "together"}
_CLAIMS: Final[tuple[Claim, ...]] = (
    *map(_plain, _OLD),
    *map(_counted, _QUANTITIES),
    _claim(claims.Control, of="installation", by="force", degree="full"),
    _claim(claims.Ownership, of="installation", by="force", share="sole"),
    _claim(claims.Presence, of="force", at="installation", role="advisers"),
    _claim(
        claims.Strength,
        of="force",
        **_SITES,
        counted="aircraft",
        quantity=Quantity.between(5, 9),
        basis="force-management-level",
    ),
    _claim(
        claims.StrengthChange,
        of="force",
        **_SITES,
        shift="drawdown",
        counted="vehicles",
        quantity=Quantity.exact(400),
        share="majority",
        basis="core",
    ),
    _claim(claims.Affiliation, of="force", to="organization", relation="under-command"),
    _claim(claims.Posting, of="post", by="person", rank="Maj. Gen."),
    _claim(
        claims.Participation,
        of="event",
        by="force",
        role="conducts",
        equipment=["F-16", "A-10"],
        equipment_listed="open",
    ),
    _claim(claims.OperationStatus, of="operation", status="transitioned"),
    _claim(claims.Purpose, of="operation", at=["place"], aim="defeat ISIS"),
    _claim(claims.Occurrence, of="event", **_SITES, by=["force", "organization"]),
    _claim(
        claims.Casualties,
        of="event",
        **_SITES,
        who="force",
        victims="military",
        harm="wounded",
        quantity=Quantity.none(),
        cause="rockets",
        basis="conceded",
    ),
    _claim(
        claims.Tally,
        of="operation",
        by="force",
        against="force-unnamed",
        **_SITES,
        counted="strikes",
        quantity=Quantity.about(30),
    ),
    _claim(
        claims.Tally,
        id="tally-of-targets",
        **_SITES,
        counted="targets",
        target="fighting position",
        effect="damaged",
        quantity=Quantity.exact(2),
    ),
    _claim(claims.Attribution, of="event", by="force", certainty="suspected"),
    _claim(claims.AgreementStatus, of="agreement", status="in-force"),
    _claim(
        claims.CommitmentTerms,
        of="commitment",
        by="force",
        to="organization",
        what="leave the base",
        due="[..2026-09]",
        condition="the threat is over",
    ),
    _claim(claims.CommitmentStatus, of="commitment", status="partly-met"),
    _claim(claims.Order, one="event", relation="after", other="control", lag=Quantity.minimum(1), lag_unit="months"),
    _claim(claims.Attribute, of="installation", aspect="place", value="in the province", entity="place"),
    _claim(
        claims.Attribute,
        id="attribute-position",
        of="installation",
        aspect="position",
        value="33.79 N, 42.44 E",
        point=_POINT,
    ),
    _claim(claims.Assessment, of="force", judgement="still poses a threat"),
    _claim(claims.SameAs, one="force", other="force-unnamed"),
    _claim(claims.DifferentFrom, one="force", other="organization"),
)

EVERY: Final = Dataset(
    header=make(
        Header,
        id="every",
        title="Every field of every kind",
        license="CC0-1.0",
        note="Made up.",
        extensions=_EXTENSIONS,
    ),
    entities=_ENTITIES,
    sources=(
        make(
            Source,
            id="src-every",
            title="A report",
            publisher="Example Press",
            authors=["A. Writer", "ب. كاتب"],
            published="[2026-01-17..]",
            accessed="2026-02",
            language="en",
            url="https://example.org/report",
            archived="https://archive.example.org/report",
            collection="articles",
            note="Published on 17 January or later.",
            extensions=_EXTENSIONS,
        ),
    ),
    claims=_CLAIMS,
)
"""Each field is filled in some object of each kind, and each wording of a quantity is in one of them or another."""
