"""Who may see and change whose records, as people would say it: written here, not asked of the house."""

from __future__ import annotations

from tests.sweeps.world import Mark

# Whose file lies open to whom: the worker, those who lead her, and the client herself.
FILE = {
    "SATU": {"w1", "boss", "area_boss", "head", "client_SATU"},
    "DUA": {"w2", "boss", "area_boss", "head", "client_DUA"},
    "TIGA": {"w9", "boss9", "head9", "client_TIGA"},
    "EMPAT": {"w1", "boss", "area_boss", "head"},
    "LIMA": {"protector", "client_LIMA"},  # sealed: neither boss nor head
}
# Who finds a person by name, to avoid registering her twice: case staff and front desk of the same office.
FINDERS = {
    "SATU": {"w1", "w2", "boss", "boss_other_unit", "area_boss", "head", "front", "protector"},
    "DUA": {"w1", "w2", "boss", "boss_other_unit", "area_boss", "head", "front", "protector"},
    "TIGA": {"w9", "boss9", "head9"},
}
NAMES = {
    "registry.Person.full_name", "registry.Person.call_name", "registry.Person.title_front",
    "registry.Person.title_back", "registry.Alias.name",
}  # fmt: skip
# Never shown to the client: who reported her, what a colleague declared about himself.
KEPT_FROM_CLIENTS = {"casework.Case.reporter", "workforce.ConflictDeclaration.words"}
PRIVATE = {"worklist.Draft", "workforce.HeldText", "workforce.ReflectionNote", "notices.Notice"}
STAFF_NAMES = {"workforce.Staff.full_name", "workforce.Staff.title_front", "workforce.Staff.title_back"}
LEADERS = {"boss", "boss_other_unit", "area_boss", "head", "admin", "area_admin", "auditor", "boss9", "head9"}
COLLEAGUES_A = {
    "w1", "w2", "boss", "boss_other_unit", "area_boss", "head", "front", "volunteer", "protector", "admin",
    "area_admin", "auditor",
}  # fmt: skip


# A complaint needs an ear outside the case, an emergency reading a second pair of eyes, a declared tie and a
# task somebody who settles them: whoever leads the office does, of a sealed person too. Nothing else of her
# file opens to them.
HEARERS = {"head", "area_boss"}
HEARD = {
    "casework.Complaint", "safeguards.BrokenGlass", "workforce.ConflictDeclaration", "worklist.Task",
}  # fmt: skip

# A row of a staged table belongs to its batch: whoever leads the office drops the batch, whomever its rows
# were held against. (Seeing the text in it is another matter: may_see knows no such exception.)
DROPPED_WITH_ITS_BATCH = "registry.ImportRow"


# The address of a shelter is shown to nobody at all.
NOBODY = {"directory.Place.safe_address"}

# Recorded kin, by owner: who accompanies a person knows her kin by name, unless they are protected.
KIN: dict[str, set[str]] = {}


def is_staff(who: str) -> bool:
    return who != "anonymous" and not who.startswith("client_")


def may_see(who: str, mark: Mark) -> bool:
    """Whether this reader may meet this text."""
    if who == "anonymous" or mark.place in NOBODY:
        return False
    if mark.owner == "UMUM":
        return is_staff(who)
    if mark.owner.startswith("@"):
        return _may_see_staff(who, mark)
    if mark.place in KEPT_FROM_CLIENTS and not is_staff(who):
        return False
    if hears(who, mark.owner, mark.place.rsplit(".", 1)[0]):
        return True
    if mark.place in NAMES and who in FINDERS.get(mark.owner, ()):
        return True
    kin_of = KIN.get(mark.owner, ()) if mark.place in NAMES and mark.owner != "LIMA" else ()
    return who in FILE[mark.owner] or any(who in FILE.get(kin, ()) for kin in kin_of)


def _may_see_staff(who: str, mark: Mark) -> bool:
    model = mark.place.rsplit(".", 1)[0]
    if mark.owner == f"@{who}":
        return True
    if model in PRIVATE:
        return False
    if mark.place in STAFF_NAMES:
        return True
    if model == "workforce.Staff":
        return is_staff(who)
    return who in LEADERS


def may_change(who: str, owner: str, model: str) -> bool:
    """Whether a row of this owner may come to be different by what this person sends."""
    if owner.startswith("@"):
        return model not in PRIVATE - {"notices.Notice"} or owner == f"@{who}"
    if model == DROPPED_WITH_ITS_BATCH and who in HEARERS:
        return owner != "TIGA"
    return owner == "" or who in FILE[owner] or hears(who, owner, model)


def hears(who: str, owner: str, model: str) -> bool:
    """Whether this leader hears complaints and settles tasks of a case whose file is closed to him."""
    return owner == "LIMA" and who in HEARERS and model in HEARD


def exists_for(who: str, owner: str) -> bool:
    """Whether this person may learn that a record of this owner exists."""
    return who in FILE.get(owner, {who})
