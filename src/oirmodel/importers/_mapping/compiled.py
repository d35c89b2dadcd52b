"""A mapping made ready: each of its rules checked against the classes of the library, and turned into functions."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import attrs

from oirmodel.claims import Claim
from oirmodel.entities import Entity, Source
from oirmodel.formats._codes import Code
from oirmodel.formats._faults import Fault, did_you_mean, shown
from oirmodel.frozen import Record
from oirmodel.importers._mapping.cells import WORDS, Cells
from oirmodel.importers._mapping.fields import Fields
from oirmodel.importers._mapping.layout import CLAIMS, ENTITIES, Document, Layout, Path, Terms, Tree, Value, fault
from oirmodel.importers._mapping.linked import OF_A_ROW, Linked
from oirmodel.importers._mapping.making import ClaimMaker, DocumentMaker, EntityMaker
from oirmodel.importers._mapping.texts import Plan
from oirmodel.importers.gathering import Gathering
from oirmodel.provenance import Citation
from oirmodel.query import Dataset

__all__ = ["Compiled"]

_PARTS: Final = ("source", "table", "words", "terms", "document", "entities", "common", "claims")
_MADE_HERE: Final = frozenset({"id", "citations", "corrects", "supersedes", "retracts", "derived_from", "extensions"})
"""What no mapping gives a claim: its id and its citations are those of the row, and a row corrects no other."""
_MONTHS: Final = 12


class Compiled:
    """All that a mapping says, ready to be used on rows; :attr:`faults` holds all that is wrong with it."""

    def __init__(self, tree: Tree, gathering: Gathering | None) -> None:
        """Without a ``gathering``, the names that stand in the mapping are not looked up."""
        self.faults: list[Fault] = []
        self.linked = Linked(gathering or Gathering(Dataset()))
        for key in tree.keys() - {*_PARTS}:
            message = f"a mapping has no part {shown(key)}; it has {', '.join(_PARTS)}"
            self._wrong((key,), message, did_you_mean(key, _PARTS), Code.UNKNOWN_KEY)
        tree = self._with_terms(tree)
        table = self._table(tree, "table")
        skipped = table.pop("skip", {})
        words = self._words(self._table(tree, "words"))
        texts = Fields(Layout(), words, None, self.faults)
        self.layout: Layout = texts.structured(table, Layout, ("table",)) or Layout()
        self._check_layout()
        self.unusable = any(each.path[:1] == ("table",) for each in self.faults)
        """Whether not even the table could be read by it."""
        linked = None if gathering is None else self.linked
        self.fields = Fields(self.layout, words, linked, self.faults)
        self.source = self._source(tree)
        self.document = self._document(tree)
        self.skips = self._condition(skipped, ("table", "skip")) if skipped else None
        self.entities = self._entities(self._table(tree, "entities"))
        self.claims = self._claims(tree)
        if not {"claims", "entities"} & tree.keys():
            self._wrong((), "expected claims, in tables [[claims]], or entities", code=Code.MISSING_KEY)

    def _wrong(self, path: Path, message: str, hint: str = "", code: Code = Code.VALUE) -> None:
        self.faults.append(fault(path, message, hint, code))

    def _table(self, tree: Tree, *path: str) -> Tree:
        found = tree.get(path[-1], {})
        if isinstance(found, dict):
            return dict(found)
        self._wrong(path, f"expected a table; got {shown(found)}")
        return {}

    def missing_columns(self, file: str, header: Sequence[str]) -> list[Fault]:
        """A fault for each place of the mapping that names a column which a table does not have."""
        faults = []
        for name, path in dict.fromkeys(self.fields.named):
            if name not in header and name not in self.layout.optional:
                message = f"{file} has no column {shown(name)}; it has {', '.join(filter(None, header))}"
                hint = did_you_mean(name, list(header))
                if len(header) == 1:  # as of a table with semicolons that is read by commas
                    hint = f"the delimiter is {self.layout.delimiter!r}; another is told by delimiter in [table]"
                faults.append(fault(path, message, hint))
        return faults

    # The parts

    def _with_terms(self, tree: Tree) -> Tree:
        """The mapping with the terms of [terms] wherever they are named."""
        shared = self._table(tree, "terms")

        def filled(value: Any, path: Path) -> Any:  # noqa: ANN401 - what TOML holds
            if isinstance(value, list):
                return [filled(each, (*path, index)) for index, each in enumerate(value)]
            if not isinstance(value, dict):
                return value
            kept = {key: filled(each, (*path, key)) for key, each in value.items()}
            named = kept.get("terms")
            if isinstance(named, str):
                if named in shared:
                    kept["terms"] = shared[named]
                else:
                    known = ", ".join(map(repr, shared)) or "none"
                    message = f"no terms are called {named!r} in [terms]; there are {known}"
                    self._wrong((*path, "terms"), message, did_you_mean(named, shared))
                    del kept["terms"]
            return kept

        parts = {key: filled(each, (key,)) for key, each in tree.items() if key != "terms"}
        fields = Fields(Layout(), WORDS, None, self.faults)
        for name, terms in shared.items():
            fields.structured(terms, Terms, ("terms", name))
        return parts

    def _words(self, given: Tree) -> dict[str, tuple[str, ...]]:
        words = dict(WORDS)
        for key, each in given.items():
            if key not in WORDS:
                message = f"expected one of {', '.join(WORDS)}; got {shown(key)}"
                self._wrong(("words", key), message, did_you_mean(key, WORDS), Code.UNKNOWN_KEY)
            elif not isinstance(each, list) or not all(isinstance(word, str) and word.strip() for word in each):
                self._wrong(("words", key), f"expected a list of texts; got {shown(each)}")
            else:
                words[key] = (*WORDS[key], *each)
        return words

    def _check_layout(self) -> None:
        layout = self.layout
        if len(layout.delimiter) != 1 or layout.delimiter in '"\r\n\0':
            message = f"expected one character, such as ';' or a tab; got {layout.delimiter!r}"
            self._wrong(("table", "delimiter"), message)
        if layout.decimal not in (".", ","):
            self._wrong(("table", "decimal"), f"expected '.' or ','; got {layout.decimal!r}")
        if layout.months and len({each.casefold() for each in layout.months}) != _MONTHS:
            self._wrong(("table", "months"), f"expected twelve names, January first; got {len(layout.months)}")
        try:
            "".encode(layout.encoding)
        except (LookupError, UnicodeError):
            message = f"no encoding is called {layout.encoding!r}"
            self._wrong(("table", "encoding"), message, "such as 'utf-8' or 'windows-1252'")
        if self.faults:  # what cannot be used is not used below, where more may be found
            self.layout = attrs.evolve(layout, decimal="." if layout.decimal not in (".", ",") else layout.decimal)

    def _source(self, tree: Tree) -> Source | None:
        if "source" not in tree:
            message = "expected the part [source], with the title of the table"
            self._wrong((), message, 'such as title = "Strikes, by a monitor"', Code.MISSING_KEY)
            return None
        given = self._table(tree, "source")
        known = [each.name for each in _fields(Source) if each.name not in ("id", "extensions")]
        for name in given.keys() - {*known}:
            message = f"a source has no key {shown(name)}; it has {', '.join(known)}"
            self._wrong(("source", name), message, did_you_mean(name, known), Code.UNKNOWN_KEY)
            del given[name]
        own = {"kind": "source", "id": "src-table"}
        source: Source | None = self.fields.structured(given | own, Source, ("source",))
        return source

    def _document(self, tree: Tree) -> DocumentMaker | None:
        if "document" not in tree:
            return None
        rule: Document | None = self.fields.structured(self._table(tree, "document"), Document, ("document",))
        if rule is None:
            return None
        if rule.title is None and rule.url is None:
            self._wrong(("document",), "expected a title or a url, by which documents are told apart")
        self.fields.used = ([], [])
        given = {
            each: getattr(rule, each) for each in ("title", "url", "archived", "publisher", "published", "language")
        }
        plans = self.fields.parts(Source, given, ("document",))
        plans |= self.fields.parts(Citation, {"locator": rule.locator}, ("document",))
        return DocumentMaker(plans, sorted({*self.fields.used[0]}), rule.collection, self.linked)

    def _condition(self, given: object, path: Path) -> Callable[[Cells], bool]:
        """Whether all that is asked of columns is so."""
        if not isinstance(given, dict):
            message = f"expected a table of columns, such as {{ Killed = true }}; got {shown(given)}"
            self._wrong(path, message, "true: it says something, false: it says nothing, or a list of texts")
            return lambda _: True
        tests: list[tuple[Callable[[Cells], str], bool | frozenset[str]]] = []
        for column, wanted in given.items():
            text, _ = self.fields.text(f"{{{column}}}", (*path, column))
            if isinstance(wanted, bool):
                tests.append((text, wanted))
                continue
            several = wanted if isinstance(wanted, list) else [wanted]
            if not several or not all(isinstance(each, str) for each in several):
                self._wrong((*path, column), f"expected true, false, a text or a list of texts; got {shown(wanted)}")
            else:
                tests.append((text, frozenset(" ".join(each.split()).casefold() for each in several)))

        def so(cells: Cells) -> bool:
            for text, wanted in tests:
                said = text(cells)
                if isinstance(wanted, bool):
                    if bool(said) is not wanted:
                        return False
                elif " ".join(said.split()).casefold() not in wanted:
                    return False
            return True

        return so

    # Entities and claims

    def _entities(self, given: Tree) -> list[EntityMaker]:
        makers: list[EntityMaker] = []
        for name, rule in given.items():
            path: Path = ("entities", name)
            cls = self._class(rule, ENTITIES, path)
            if cls is None:
                continue
            self.fields.used = ([], [])
            fields = {key: each for key, each in rule.items() if key != "kind"}
            plans = self._entity_plans(cls, fields, path)
            used = tuple(sorted({*each}) for each in self.fields.used)
            makers.append(EntityMaker(name, cls, plans, (used[0], used[1]), self.linked))
            self.fields.entities[name] = (len(makers) - 1, cls)
        return makers

    def _entity_plans(self, cls: type[Entity], given: Tree, path: Path) -> dict[str, Plan]:
        if "name" in given and "names" in given:
            self._wrong((*path, "name"), "expected 'name' or 'names', not both")
        known = [each.name for each in _fields(cls) if each.name != "extensions"]
        plans: dict[str, Plan] = {}
        for key, value in given.items():
            name = "names" if key == "name" else key
            if name not in known:
                self._unknown((*path, key), cls, ["kind", "name", *known])
                continue
            plan = self._id(value, (*path, key)) if name == "id" else self.fields.field(cls, name, value, (*path, key))
            if plan is not None and plan.each:
                self._wrong((*path, key, "split"), "expected none here: an entity has one")
            elif plan is not None:
                plans[name] = plan
        for each in _fields(cls):
            if each.default is attrs.NOTHING and each.name != "id" and each.name not in given:
                self._lacks(path, each.name, cls)
        if not {"name", "names", "id"} & given.keys() and not issubclass(cls, OF_A_ROW):
            hint = 'such as name = "{Town}"'
            self._wrong(path, "expected a name or an id, by which it is known", hint, Code.MISSING_KEY)
        return plans

    def _id(self, value: object, path: Path) -> Plan | None:
        """What the table calls a thing, of which an id is made."""
        rule: Value | None = self.fields.structured(value, Value, path)
        return None if rule is None else self.fields.single(rule, path, lambda text: (text, ()))

    def _claims(self, tree: Tree) -> list[ClaimMaker]:
        given = tree.get("claims", [])
        if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
            self._wrong(("claims",), f"expected tables [[claims]]; got {shown(given)}")
            return []
        common = self._table(tree, "common")
        classes = [self._class(each, CLAIMS, ("claims", index)) for index, each in enumerate(given)]
        for key in common if classes else ():
            known = {each.name: None for cls in classes if cls for each in _fields(cls)} | {"quote": None}
            if key in _MADE_HERE or (key not in known and None not in classes):
                self._unknown(("common", key), Claim, [each for each in known if each not in _MADE_HERE])
        makers = []
        kinds: dict[type[Claim], int] = {}
        for index, (cls, rule) in enumerate(zip(classes, given, strict=True)):
            if cls is not None:
                number = kinds[cls] = kinds.get(cls, 0) + 1
                name = cls.kind.replace("_", "-") + (f"-{number}" if number > 1 else "")
                makers.append(self._claim(cls, name, rule, common, ("claims", index)))
        return makers

    def _claim(self, cls: type[Claim], name: str, rule: Tree, common: Tree, path: Path) -> ClaimMaker:
        self.fields.used = ([], [])
        accepts = self._accepting(rule, path)
        known = [*(each.name for each in _fields(cls) if each.name not in _MADE_HERE), "quote"]
        given = {key: (value, (*path, key)) for key, value in rule.items() if key not in ("kind", "when", "unless")}
        for key, value in common.items():
            if key in known:
                given.setdefault(key, (value, ("common", key)))
        plans: list[Plan] = []
        for key, (value, where) in given.items():
            if key not in known:
                self._unknown(where, cls, ["kind", "when", "unless", *known])
                continue
            plan = self.fields.field(Citation if key == "quote" else cls, key, value, where)
            if plan is not None and plan.each and key == "quote":
                self._wrong((*where, "split"), "expected none here: a citation has one")
            elif plan is not None:
                plans.append(plan)
        several = [each.name for each in plans if each.each]
        if len(several) > 1:
            self._wrong(path, f"expected one field at most that is split into claims; got {', '.join(several)}")
        for each in _fields(cls):
            if each.default is attrs.NOTHING and each.name not in given and each.name not in _MADE_HERE:
                self._lacks(path, each.name, cls)
        return ClaimMaker(cls, plans, name, accepts, names_entities=bool(self.fields.used[1]))

    def _accepting(self, rule: Tree, path: Path) -> Callable[[Cells], bool]:
        so = self._condition(rule["when"], (*path, "when")) if "when" in rule else None
        not_so = self._condition(rule["unless"], (*path, "unless")) if "unless" in rule else None
        if so is None and not_so is None:
            return lambda _: True
        return lambda cells: (so is None or so(cells)) and not (not_so is not None and not_so(cells))

    def _class(self, rule: object, classes: Mapping[str, type[Any]], path: Path) -> Any:  # noqa: ANN401 - a class
        if not isinstance(rule, dict):
            self._wrong(path, f"expected a table; got {shown(rule)}")
            return None
        if "kind" not in rule:
            self._wrong(path, f"expected the key 'kind' with one of {', '.join(classes)}", code=Code.MISSING_KEY)
            return None
        kind = rule["kind"]
        if not isinstance(kind, str) or kind not in classes:
            hint = did_you_mean(kind, classes) if isinstance(kind, str) else ""
            self._wrong((*path, "kind"), f"expected one of {', '.join(classes)}; got {shown(kind)}", hint, Code.KIND)
            return None
        return classes[kind]

    def _unknown(self, path: Path, cls: type[Record], known: Sequence[str]) -> None:
        key = str(path[-1])
        message = f"{cls.__name__} has no key {shown(key)} here; it has {', '.join(known)}"
        self._wrong(path, message, did_you_mean(key, known), Code.UNKNOWN_KEY)

    def _lacks(self, path: Path, name: str, cls: type[Record]) -> None:
        if name == "reported" and self._is_dated():
            return
        hints = {
            "modality": 'such as modality = "asserted", where the source says it as its own word',
            "reported": "or when the table was published, in [source], or the document, in [document]",
        }
        message = f"expected the key {name!r}, which a {cls.__name__} needs; it is not there"
        self._wrong(path, message, hints.get(name, ""), Code.MISSING_KEY)

    def _is_dated(self) -> bool:
        """Whether it is known when the table, or what it cites, was published."""
        return (
            self.source is None or self.source.published is not None or bool(self.document and self.document.is_dated)
        )


def _fields(cls: type[Record]) -> "tuple[attrs.Attribute[Any], ...]":
    return tuple(each for each in attrs.fields(cls) if each.init)  # type: ignore[arg-type]  # every Record is one
