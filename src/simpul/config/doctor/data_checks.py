"""Where data lie: databases, keys, anchors, backups, disk, clock, accounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from simpul.config.doctor.finding import Finding, Said
from simpul.config.doctor.site import Site

LOOPBACK = {"localhost", "127.0.0.1", "[::1]", "::1"}
OLDEST_BACKUP = timedelta(days=2)
OLDEST_REHEARSAL = timedelta(days=90)
LEAST_FREE = 0.10
CLOCK_TOLERANCE = 120


def reachable(site: Site) -> Iterator[Finding]:
    for fault in site.unreachable:
        yield Finding(
            "database-unreachable",
            Said(f"Basis data tidak menjawab ({fault}).", f"A database does not answer ({fault})."),
            Said(
                "Periksa DATABASE_URL dan SIMPUL_KEYSTORE_URL; atau jalankan ./simpul prepare.",
                "Check DATABASE_URL and SIMPUL_KEYSTORE_URL; on a new installation run ./simpul prepare.",
            ),
        )


def sqlite_shared(site: Site) -> Iterator[Finding]:
    if site.on_sqlite and set(site.hosts) - LOOPBACK:
        yield Finding(
            "sqlite-shared",
            Said(
                "Situs dipakai bersama tetapi datanya di SQLite, yang aman hanya untuk satu komputer.",
                "The site is shared but its data lie in SQLite, which is safe for one computer only.",
            ),
            Said(
                "Pasang PostgreSQL 15 atau lebih baru dan isi DATABASE_URL.",
                "Install PostgreSQL 15 or newer and set DATABASE_URL.",
            ),
        )


def durable(site: Site) -> Iterator[Finding]:
    for name in ("fsync", "synchronous_commit", "full_page_writes"):
        if site.postgres.get(name, "on") in {"off", "local"}:
            yield Finding(
                f"postgres-{name.replace('_', '-')}",
                Said(
                    f"PostgreSQL berjalan dengan {name}=off: catatan yang sudah disimpan dapat hilang.",
                    f"PostgreSQL runs with {name}=off: notes already saved can be lost.",
                ),
                Said(
                    f"ALTER SYSTEM SET {name} = on; lalu muat ulang PostgreSQL.",
                    f"ALTER SYSTEM SET {name} = on; then reload PostgreSQL.",
                ),
            )


def _place(database: Mapping[str, Any]) -> tuple[str, ...]:
    host = str(database.get("HOST") or "")
    host = "local" if host in {"", *LOOPBACK} else host
    return (str(database["ENGINE"]), host, str(database.get("PORT") or ""), str(database["NAME"]))


def keystore_apart(site: Site) -> Iterator[Finding]:
    if _place(site.databases["default"]) == _place(site.databases["keys"]):
        yield Finding(
            "keystore-with-data",
            Said(
                "Kunci per orang berada di basis data yang sama dengan datanya: cadangan menyimpan keduanya, "
                "sehingga penghapusan tidak pernah tuntas.",
                "The persons' keys lie in the same database as their data: a backup holds both, "
                "so that erasure is never complete.",
            ),
            Said("Atur SIMPUL_KEYSTORE_URL ke basis data lain.", "Point SIMPUL_KEYSTORE_URL elsewhere."),
        )


def data_dir(site: Site) -> Iterator[Finding]:
    if site.data_dir_mode & 0o007:
        yield Finding(
            "data-dir-open",
            Said(
                f"Folder data {site.data_dir} terbuka bagi semua pengguna komputer ini.",
                f"The data folder {site.data_dir} is open to every user of this computer.",
            ),
            Said(f"chmod 700 {site.data_dir}", f"chmod 700 {site.data_dir}"),
        )


def anchor(site: Site) -> Iterator[Finding]:
    if site.anchor_file.resolve().is_relative_to(site.data_dir.resolve()):
        yield Finding(
            "anchor-with-data",
            Said(
                "Jangkar jejak audit berada di folder data: pengubah jejak dapat mengubah jangkarnya.",
                "The audit anchor lies in the data folder: whoever alters the trail can alter its anchor.",
            ),
            Said(
                "Atur SIMPUL_ANCHOR_FILE ke tempat yang dijaga orang lain.",
                "Set SIMPUL_ANCHOR_FILE to a place that somebody else guards.",
            ),
        )
    if not site.anchor_writable:
        yield Finding(
            "anchor-unwritable",
            Said(
                f"Jangkar {site.anchor_file} tidak dapat ditulis.",
                f"The anchor {site.anchor_file} cannot be written.",
            ),
            Said("Buat foldernya dan beri izin tulis.", "Make its folder and let it be written."),
        )


def backups(site: Site) -> Iterator[Finding]:
    if not site.backup_key:
        yield Finding(
            "backup-key-missing",
            Said(
                "SIMPUL_BACKUP_KEY kosong atau pendek: cadangan tidak dapat dienkripsi.",
                "SIMPUL_BACKUP_KEY is empty or short: backups cannot be encrypted.",
            ),
            Said(
                "Tulis frasa panjang di berkas mode 600, tunjuk dengan SIMPUL_BACKUP_KEY_FILE.",
                "Write a long phrase to a file of mode 600 and point SIMPUL_BACKUP_KEY_FILE to it.",
            ),
        )
    if site.backup_dir.resolve().is_relative_to(site.data_dir.resolve()):
        yield Finding(
            "backup-with-data",
            Said(
                "Cadangan disimpan di folder data sendiri: satu kerusakan menghapus keduanya.",
                "Backups lie in the data folder itself: one accident takes both.",
            ),
            Said("Atur SIMPUL_BACKUP_DIR ke disk lain.", "Set SIMPUL_BACKUP_DIR to another disk."),
        )
    if site.newest_backup is None or site.at - site.newest_backup > OLDEST_BACKUP:
        yield Finding(
            "backup-old",
            Said("Tidak ada cadangan dari dua hari terakhir.", "There is no backup of the last two days."),
            Said("Jalankan ./simpul backup setiap malam.", "Run ./simpul backup every night."),
            blocks=False,
        )
    if site.newest_rehearsal is None or site.at - site.newest_rehearsal > OLDEST_REHEARSAL:
        yield Finding(
            "rehearsal-old",
            Said(
                "Pemulihan cadangan belum pernah dicoba dalam 90 hari terakhir.",
                "Restoring a backup has not been rehearsed in the last 90 days.",
            ),
            Said("Jalankan ./simpul restore --rehearse.", "Run ./simpul restore --rehearse."),
            blocks=False,
        )


def disk(site: Site) -> Iterator[Finding]:
    if site.free_share < LEAST_FREE:
        yield Finding(
            "disk-full",
            Said(
                f"Sisa disk {site.free_share:.0%}; di bawah 10 % catatan dapat gagal disimpan.",
                f"{site.free_share:.0%} of the disk is free; below 10 % notes may fail to be saved.",
            ),
            Said("Kosongkan atau perbesar disk.", "Free or enlarge the disk."),
            blocks=False,
        )


def restored_whole(site: Site) -> Iterator[Finding]:
    if site.half_restored:
        yield Finding(
            "restore-unfinished",
            Said(
                "Pemulihan ke basis data ini terputus: isinya tidak lengkap, penghapusan belum diulang.",
                "A restore into this database broke off: it is incomplete, and erasures were not done again.",
            ),
            Said(
                "Ulangi ./simpul restore dengan cadangan yang sama; sisanya dibuang lebih dulu.",
                "Run ./simpul restore with the same backup again; what was left is cleared first.",
            ),
        )


def migrations(site: Site) -> Iterator[Finding]:
    if site.waiting_migrations:
        count = len(site.waiting_migrations)
        yield Finding(
            "migrations-waiting",
            Said(
                f"{count} perubahan tabel belum dijalankan, mulai {site.waiting_migrations[0]}.",
                f"{count} changes of tables are waiting, first {site.waiting_migrations[0]}.",
            ),
            Said(
                "Jalankan ./simpul backup lalu ./simpul prepare.",
                "Run ./simpul backup, then ./simpul prepare.",
            ),
        )


def triggers(site: Site) -> Iterator[Finding]:
    if site.missing_triggers:
        yield Finding(
            "triggers-missing",
            Said(
                "Jejak audit dapat diubah: pemicu basis data tidak terpasang.",
                "The audit trail can be altered: the database's triggers are missing.",
            ),
            Said(
                "Cari tahu siapa yang melepasnya, jalankan ./simpul verify-audit, lalu ./simpul prepare.",
                "Find out who took them off, run ./simpul verify-audit, then ./simpul prepare.",
            ),
        )


def demo_accounts(site: Site) -> Iterator[Finding]:
    if site.demo_accounts:
        yield Finding(
            "demo-accounts",
            Said(
                f"{site.demo_accounts} akun demo masih dapat masuk dengan sandi yang diketahui umum.",
                f"{site.demo_accounts} demo accounts can still log in with publicly known passwords.",
            ),
            Said(
                "Mulai dengan basis data baru; jangan pakai data demo untuk pekerjaan sungguhan.",
                "Begin with a new database; never use the demo's data for real work.",
            ),
        )


def clock(site: Site) -> Iterator[Finding]:
    seconds = round(abs(site.clock_offset_seconds))
    if seconds > CLOCK_TOLERANCE:
        yield Finding(
            "clock-off",
            Said(
                f"Jam komputer meleset sekitar {seconds} detik; tenggat dan jejak keliru.",
                f"The clock is off by about {seconds} s; deadlines and trail go wrong.",
            ),
            Said("Nyalakan sinkronisasi waktu (NTP).", "Switch on time synchronisation (NTP)."),
        )


def as_root(site: Site) -> Iterator[Finding]:
    if site.as_root:
        yield Finding(
            "runs-as-root",
            Said(
                "Dijalankan sebagai root: satu celah memberi penyerang seluruh komputer.",
                "Run as root: one hole gives an attacker the whole computer.",
            ),
            Said("Jalankan sebagai pengguna tersendiri.", "Run it as a user of its own."),
        )


CHECKS = (
    reachable,
    sqlite_shared,
    durable,
    keystore_apart,
    data_dir,
    anchor,
    backups,
    disk,
    restored_whole,
    migrations,
    triggers,
    demo_accounts,
    clock,
    as_root,
)
