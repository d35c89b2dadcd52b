"""Whoever acts, speaks or suffers: forces, organizations and persons, and the posts that persons hold."""

from typing import ClassVar

from attrs import field, frozen
from attrs.validators import optional

from oirmodel.entities.base import Entity, country_code
from oirmodel.ids import ActorId, ForceId, OrganizationId, PersonId, PostId
from oirmodel.limits import filled
from oirmodel.vocab import ForceCategory, OrganizationCategory

__all__ = ["Force", "Organization", "Person", "Post"]


@frozen(kw_only=True)
class Force(Entity):
    """
    Anything that fights or deploys: a state's armed forces, a service, a coalition, a task force, an armed group.

    A force is not its operation: the Combined Joint Task Force is a force, Operation Inherent Resolve is not.

    >>> from oirmodel.names import Name
    >>> Force(id="iraqi-army", category="service", country="IQ", names=[Name(text="Iraqi Army")]).category
    <ForceCategory.SERVICE: 'service'>
    """

    kind: ClassVar[str] = "force"
    id: ForceId
    category: ForceCategory = ForceCategory.UNSTATED
    country: str | None = field(default=None, validator=optional(country_code))
    """The code of ISO 3166-1."""
    placeholder: bool = False
    """Whether it stands for somebody whom the source does not name; two placeholders are never taken for one."""


@frozen(kw_only=True)
class Organization(Entity):
    """Anything else that acts or speaks: a state, a ministry, an agency, a monitor, a publisher."""

    kind: ClassVar[str] = "organization"
    id: OrganizationId
    category: OrganizationCategory = OrganizationCategory.UNSTATED
    country: str | None = field(default=None, validator=optional(country_code))
    """The code of ISO 3166-1."""
    placeholder: bool = False
    """Whether it stands for one that the source does not name; two placeholders are never taken for one."""


@frozen(kw_only=True)
class Person(Entity):
    """Somebody named in their public role. What post they held when is a claim, :class:`~oirmodel.claims.Posting`."""

    kind: ClassVar[str] = "person"
    id: PersonId
    placeholder: bool = False
    """Whether it stands for somebody whom the source does not name; two placeholders are never taken for one."""


@frozen(kw_only=True)
class Post(Entity):
    """An office in a force or an organization: commander, deputy commander, spokesperson."""

    kind: ClassVar[str] = "post"
    id: PostId
    of: ActorId
    """The force or organization that it belongs to."""
    title: str = field(validator=filled)
    single: bool = False
    """Whether it is known to be held by one person at a time, so that two holders on a day are in conflict."""
