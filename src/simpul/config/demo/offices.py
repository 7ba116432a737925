"""Who works in the demo regency, in which offices and teams, with which papers and roles. All invented."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.config.environment import DEMO_MAIL_DOMAIN
from simpul.kernel.actor import Role, Scope

PASSWORD = "semua-rekaan-2026"  # noqa: S105  known on purpose: demo data only, refused in production
DOMAIN = DEMO_MAIL_DOMAIN


@dataclass(frozen=True)
class OfficePlan:
    """An office with its teams, as code -> (kind, name)."""

    code: str
    kind: str
    name: str
    address: str
    units: tuple[tuple[str, str], ...]
    parent: str = ""


@dataclass(frozen=True)
class StaffPlan:
    """A member of staff: login, place, role, and in how many days the registration (STR) ends."""

    login: str
    name: str
    back: str
    office: str
    unit: str
    role: Role
    scope: Scope
    title: str
    registered_for: int | None = None
    language: str = "id"
    shown: str = ""  # the role under which the start-up message lists this login


OFFICES = (
    OfficePlan(
        "DINSOS", "dinsos", "Dinas Sosial Kabupaten {regency}", "Jalan Alun-Alun Utara No. 7",
        (("service", "Tim Rehabilitasi Sosial"), ("front_office", "Loket Layanan Terpadu"),
         ("administration", "Sekretariat"), ("audit", "Pengawasan Internal")),
    ),
    OfficePlan(
        "PPA", "uptd_ppa", "UPTD Pelindungan Perempuan dan Anak {regency}", "Jalan Melati No. 12",
        (("protection", "Tim Pelindungan"),), "DINSOS",
    ),
    OfficePlan(
        "LUD", "uptd", "UPTD Pelayanan Lanjut Usia dan Disabilitas {regency}", "Jalan Kenanga No. 3",
        (("service", "Tim Layanan Keluarga"),), "DINSOS",
    ),
    OfficePlan(
        "SENTRA", "sentra", "Sentra Layanan Bhakti {regency}", "Jalan Raya Timur Km 4",
        (("service", "Tim Pemulihan"),),
    ),
    OfficePlan("LKS", "lks", "LKS Rumah Rukun", "Jalan Cempaka Gang 2 No. 9", (("service", "Tim Pengasuhan"),)),
    OfficePlan("PKS", "puskesos", "Puskesos {village}", "Balai Desa {village}", (("field", "Tim Lapangan"),), "DINSOS"),
)  # fmt: skip

_W, _OWN = Role.SOCIAL_WORKER, Scope.OWN

STAFF = (
    StaffPlan("kepala", "Hartini Prasetyo", "M.Si.", "DINSOS", "administration", Role.HEAD_OF_OFFICE, Scope.OFFICE, "Kepala Dinas", shown="Kepala kantor / head of office"),
    StaffPlan("supervisor", "Wahyu Nugraheni", "M.Sos., S.Tr.Sos.", "DINSOS", "service", Role.SUPERVISOR, Scope.UNIT, "Supervisor", 900, shown="Supervisor"),
    StaffPlan("peksos", "Ratna Widyastuti", "S.Tr.Sos.", "DINSOS", "service", _W, _OWN, "Pekerja Sosial", 640, shown="Pekerja sosial / social worker"),
    StaffPlan("bagus", "Bagus Prakoso", "S.Tr.Sos.", "DINSOS", "service", _W, _OWN, "Pekerja Sosial", 41),
    StaffPlan("nurul", "Nurul Hidayah", "S.Sos.", "DINSOS", "service", _W, _OWN, "Pekerja Sosial", 1200),
    StaffPlan("arif", "Arif Kurniawan", "S.Tr.Sos.", "DINSOS", "service", _W, _OWN, "Social worker", 300, "en", "Pekerja sosial berbahasa Inggris / social worker, in English"),
    StaffPlan("loket", "Dian Puspita", "", "DINSOS", "front_office", Role.FRONT_DESK, Scope.OFFICE, "Petugas Loket", shown="Petugas loket / front desk"),
    StaffPlan("admin", "Rendra Kusuma", "S.Kom.", "DINSOS", "administration", Role.ADMIN, Scope.OFFICE, "Pengelola Sistem", shown="Administrator"),
    StaffPlan("admin2", "Maya Safitri", "", "DINSOS", "administration", Role.ADMIN, Scope.OFFICE, "Pengelola Sistem"),
    StaffPlan("auditor", "Suryo Wibisono", "Ak.", "DINSOS", "audit", Role.AUDITOR, Scope.OFFICE, "Auditor", shown="Auditor"),
    StaffPlan("kepala.ppa", "Endang Lestariningsih", "M.Psi.", "PPA", "protection", Role.HEAD_OF_OFFICE, Scope.OFFICE, "Kepala UPTD"),
    StaffPlan("supervisor.ppa", "Theresia Mau", "M.Sos.", "PPA", "protection", Role.SUPERVISOR, Scope.UNIT, "Supervisor", 700),
    StaffPlan("pelindung", "Intan Permatasari", "S.Tr.Sos.", "PPA", "protection", Role.PROTECTION_WORKER, _OWN, "Pekerja Sosial Pelindungan", 500, shown="Petugas pelindungan / protection worker"),
    StaffPlan("rohmah", "Siti Rohmah", "S.Sos.", "PPA", "protection", Role.PROTECTION_WORKER, _OWN, "Pekerja Sosial Pelindungan", 820),
    StaffPlan("supervisor.lud", "Gunawan Sasmito", "M.Si.", "LUD", "service", Role.SUPERVISOR, Scope.UNIT, "Supervisor", 350),
    StaffPlan("yohana", "Yohana Lodia", "S.Sos.", "LUD", "service", _W, _OWN, "Pekerja Sosial", 1000),
    StaffPlan("made", "I Made Suartika", "S.Tr.Sos.", "LUD", "service", _W, _OWN, "Pekerja Sosial", -12),
    StaffPlan("supervisor.sentra", "Lukman Hakim", "M.P.S.Sp.", "SENTRA", "service", Role.SUPERVISOR, Scope.OFFICE, "Supervisor", 450),
    StaffPlan("daniel", "Daniel Tampubolon", "S.Tr.Sos.", "SENTRA", "service", _W, _OWN, "Pekerja Sosial", 770),
    StaffPlan("fitri", "Fitri Handayani", "S.Sos.", "LKS", "service", _W, _OWN, "Pekerja Sosial", 560),
    StaffPlan("supervisor.lks", "Paulus Wijaya", "S.Sos.", "LKS", "service", Role.SUPERVISOR, Scope.OFFICE, "Supervisor", 610),
    StaffPlan("relawan", "Sumarni", "", "PKS", "field", Role.VOLUNTEER, _OWN, "TKSK", shown="Relawan TKSK / volunteer"),
    StaffPlan("psm", "Budi Hartono", "", "PKS", "field", Role.VOLUNTEER, _OWN, "PSM"),
)  # fmt: skip
CLIENT_LOGINS = (
    ("klien", "DEMOK-LIEN1", "Klien, di /portal/ / client, at /portal/"),
    ("klien2", "DEMOK-LIEN2", "Klien kedua / second client"),
)
