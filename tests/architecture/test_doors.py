"""Modules talk through services, events and errors; everything else of theirs is private."""

import grimp

OPEN_TO_ALL = {"kernel"}
DOORS = {"services", "events", "errors"}
HTTP_DOORS = DOORS | {"routes", "admin_routes"}


def test_modules_talk_only_through_their_doors():
    graph = grimp.build_graph("vendue", cache_dir=None)
    trespasses = {
        (importer, imported)
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
        if not _is_allowed(importer.split("."), imported.split("."))
    }
    assert trespasses == set()


def _is_allowed(importer: list[str], imported: list[str]) -> bool:
    if imported == ["vendue"]:
        # It looks through every module for the events that its contract describes.
        return importer == ["vendue", "realtime", "contract"]
    if importer[1] in {imported[1], "config"} or imported[1] in OPEN_TO_ALL:
        return True
    if len(imported) < 3:
        return False
    # The composition root mounts what answers requests; `api` mounts routers.
    return imported[2] in (HTTP_DOORS if importer[1] == "api" else DOORS) or (
        importer[1] == "reactions" and imported == ["vendue", "reactions"]
    )
