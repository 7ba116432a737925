"""Checks that every formula points at something, and that no formula waits for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simpul.instruments.errors import FormFault
from simpul.instruments.rules.model import DefinitionPath, Group, Node, Question, Repeat, walk_nodes
from simpul.instruments.rules.xpath import Call, Expression, Path, Reference, walk
from simpul.kernel.text import N_, Text

Named = Mapping[str, tuple[Node, ...]]
ByPath = Mapping[DefinitionPath, Node]


def formulas(node: Node) -> Iterator[Expression]:
    """Every formula of an element."""
    if node.relevant is not None:
        yield node.relevant
    if isinstance(node, Repeat) and node.count is not None:
        yield node.count
    if isinstance(node, Question):
        for tree in (
            node.required,
            node.constraint,
            node.calculate,
            node.dynamic_default,
            node.choice_filter,
        ):
            if tree is not None:
                yield tree


def link(nodes: tuple[Node, ...], named: Named, by_path: ByPath) -> tuple[DefinitionPath, ...]:
    """Every ``${name}`` exists once, every path leads somewhere, nothing goes round in a circle.

    Returns the order in which elements can be computed, each after everything it waits for.
    """
    for node in walk_nodes(nodes):
        for tree in formulas(node):
            for part in walk(tree):
                if isinstance(part, Reference):
                    _check_name(part.name, node, named)
        for tree in (tree for tree in formulas(node) if not _is_filter(node, tree)):
            for part in walk(tree):
                if isinstance(part, Path) and target(part, node.path, by_path) is None:
                    raise _fault(
                        node,
                        Text(
                            N_("The path “%(path)s” leads nowhere. Use ${name} to point at a question."),
                            {"path": "/".join(part.steps)},
                        ),
                    )
    return _order(nodes, named, by_path)


def _is_filter(node: Node, tree: Expression) -> bool:
    return isinstance(node, Question) and tree is node.choice_filter


def _check_name(name: str, node: Node, named: Named) -> None:
    found = named.get(name, ())
    if not found:
        raise _fault(
            node,
            Text(N_("There is no question “%(name)s”. Check the spelling between ${ and }."), {"name": name}),
        )
    if len(found) > 1:
        raise _fault(
            node, Text(N_("Several questions are called “%(name)s”. Give each its own name."), {"name": name})
        )


def refuse_repeats_on_one_page(nodes: tuple[Node, ...]) -> None:
    """ODK Collect stops with an error where a field-list group holds a repeat; so such a form is refused."""
    for node in walk_nodes(nodes):
        if isinstance(node, Group) and "field-list" in node.appearance:
            for inside in walk_nodes(node.children):
                if isinstance(inside, Repeat):
                    raise _fault(
                        inside,
                        Text(
                            N_(
                                "The phone app cannot show a repeat on a field-list page. "
                                "Take field-list off the group around it."
                            )
                        ),
                    )


def target(path: Path, at: DefinitionPath, by_path: ByPath) -> DefinitionPath | None:
    """Where a path leads in the form's definition; () is the form itself."""
    if path.absolute:
        place: list[str] = []
        steps = path.steps[1:]
    else:
        place, steps = list(at), path.steps
    for step in steps:
        if step == "..":
            if not place:
                return None
            place.pop()
        elif step != ".":
            place.append(step)
    reached = tuple(place)
    return reached if not reached or reached in by_path else None


def _order(nodes: tuple[Node, ...], named: Named, by_path: ByPath) -> tuple[DefinitionPath, ...]:
    """Depth-first over "waits for"; iterative, because a form may be long."""
    waits = {node.path: _waits_for(node, named, by_path) for node in walk_nodes(nodes)}
    done: dict[DefinitionPath, None] = {}
    for start in list(waits):
        if start in done:
            continue
        trail: list[tuple[DefinitionPath, list[DefinitionPath]]] = [(start, sorted(waits[start]))]
        open_paths = {start}
        while trail:
            here, ahead = trail[-1]
            if not ahead:
                done[here] = None
                open_paths.discard(here)
                trail.pop()
                continue
            following = ahead.pop()
            if following in open_paths:
                raise _fault(
                    by_path[here],
                    Text(
                        N_(
                            "The formula goes in a circle through “%(name)s”. Break it with another question."
                        ),
                        {"name": following[-1]},
                    ),
                )
            if following not in done:
                open_paths.add(following)
                trail.append((following, sorted(waits[following])))
    return tuple(done)


def _waits_for(node: Node, named: Named, by_path: ByPath) -> set[DefinitionPath]:
    """The elements whose formulas must be computed before this one's value and relevance are known."""
    found: set[DefinitionPath] = set()
    trees = [node.relevant]
    if isinstance(node, Question):
        trees.append(node.calculate)
    if isinstance(node, Repeat):
        trees.append(node.count)
    for tree in trees:
        if tree is not None:
            found |= _pointed_at(tree, node, named, by_path)
    if len(node.path) > 1:
        found.add(node.path[:-1])
    return found


def _pointed_at(tree: Expression, node: Node, named: Named, by_path: ByPath) -> set[DefinitionPath]:
    found: set[DefinitionPath] = set()
    earlier = {
        id(part.arguments[0])
        for part in walk(tree)
        if isinstance(part, Call) and part.function == "indexed-repeat"
    }
    for part in walk(tree):
        reached: DefinitionPath | None = None
        if isinstance(part, Reference):
            reached = named[part.name][0].path
            if id(part) in earlier and reached == node.path:
                continue  # the same question in an earlier instance
        elif isinstance(part, Path) and part.steps != (".",):
            reached = target(part, node.path, by_path)
        if reached and (reached == node.path or reached != node.path[: len(reached)]):
            found.add(reached)
    return found


def _fault(node: Node, problem: Text) -> FormFault:
    return FormFault(problem, row=node.row, name=node.name)
