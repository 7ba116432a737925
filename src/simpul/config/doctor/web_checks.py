"""What the world sees: mode, hosts, https, sessions, mail, and whom to turn to."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_network
from urllib.parse import urlsplit

from simpul.config.doctor.finding import Finding, Said
from simpul.config.doctor.site import Site

WIDEST_PROXY = 256


def mode(site: Site) -> Iterator[Finding]:
    if site.mode != "production":
        yield Finding(
            "mode-not-production",
            Said(
                f"SIMPUL_MODE={site.mode}: hanya untuk orang rekaan, bukan untuk klien sungguhan.",
                f"SIMPUL_MODE={site.mode}: for invented people only, not for real clients.",
            ),
            Said("Atur SIMPUL_MODE=production.", "Set SIMPUL_MODE=production."),
        )


def debug(site: Site) -> Iterator[Finding]:
    if site.debug:
        yield Finding(
            "debug-on",
            Said(
                "DEBUG menyala: halaman galat memperlihatkan isi kasus dan rahasia.",
                "DEBUG is on: error pages show case content and secrets.",
            ),
            Said("Hapus DEBUG dari pengaturan.", "Remove DEBUG from the settings."),
        )


def hosts(site: Site) -> Iterator[Finding]:
    if not site.hosts or any("*" in host or host.startswith(".") for host in site.hosts):
        yield Finding(
            "hosts-wildcard",
            Said(
                "SIMPUL_HOSTS menerima nama apa saja: tautan dalam surat dapat dialihkan ke situs palsu.",
                "SIMPUL_HOSTS accepts any name: links in letters can be led to a false site.",
            ),
            Said(
                "Tulis nama host yang lengkap, pisahkan dengan koma.", "List full host names, comma between."
            ),
        )


def https(site: Site) -> Iterator[Finding]:
    if not site.https:
        yield Finding(
            "https-off",
            Said(
                "SIMPUL_HTTPS belum 1: sandi dan data klien lewat tanpa enkripsi.",
                "SIMPUL_HTTPS is not 1: passwords and clients' data travel unencrypted.",
            ),
            Said(
                "Pasang sertifikat di server depan, lalu atur SIMPUL_HTTPS=1.",
                "Put a certificate on the web server in front, then set SIMPUL_HTTPS=1.",
            ),
        )


def origin(site: Site) -> Iterator[Finding]:
    parts = urlsplit(site.origin)
    if parts.scheme != "https" or (parts.hostname or "") not in {host.strip("[]") for host in site.hosts}:
        yield Finding(
            "origin-unfit",
            Said(
                f"SIMPUL_ORIGIN={site.origin} bukan https atau namanya tidak ada di SIMPUL_HOSTS.",
                f"SIMPUL_ORIGIN={site.origin} is not https or its name is not among SIMPUL_HOSTS.",
            ),
            Said(
                "Isi dengan alamat situs sendiri, misalnya https://simpul.dinsos.example.",
                "Set the site's own address, for example https://simpul.dinsos.example.",
            ),
        )


def proxies(site: Site) -> Iterator[Finding]:
    wide = [one for one in site.proxies if ip_network(one, strict=False).num_addresses > WIDEST_PROXY]
    if wide:
        yield Finding(
            "proxies-wide",
            Said(
                f"SIMPUL_PROXIES={wide[0]} mencakup alamat yang bukan server depan: pembatas percobaan masuk "
                "dapat dikelabui.",
                f"SIMPUL_PROXIES={wide[0]} takes in addresses that are no web server of ours: the limit on "
                "login attempts can be deceived.",
            ),
            Said("Tulis alamat server depan saja.", "List the addresses of the web servers in front only."),
        )


def session(site: Site) -> Iterator[Finding]:
    if not 0 < site.session_hours <= 12:
        yield Finding(
            "session-long",
            Said(
                f"Sesi berlaku {site.session_hours:g} jam; komputer bersama tetap terbuka terlalu lama.",
                f"Sessions last {site.session_hours:g} hours; a shared computer stays open too long.",
            ),
            Said("Atur SIMPUL_SESSION_HOURS antara 1 dan 12.", "Set SIMPUL_SESSION_HOURS from 1 to 12."),
        )


def idle(site: Site) -> Iterator[Finding]:
    if not 0 < site.idle_minutes <= 15:
        yield Finding(
            "idle-long",
            Said(
                f"Layar baru terkunci setelah {site.idle_minutes:g} menit ditinggalkan.",
                f"The screen locks only after {site.idle_minutes:g} minutes alone.",
            ),
            Said("Atur SIMPUL_IDLE_MINUTES antara 1 dan 15.", "Set SIMPUL_IDLE_MINUTES from 1 to 15."),
        )


def second_step(site: Site) -> Iterator[Finding]:
    if site.second_step not in {"required", "powerful"}:
        yield Finding(
            "second-step-missing",
            Said(
                "Administrator dapat masuk hanya dengan kata sandi; satu sandi bocor membuka semuanya.",
                "Administrators may log in with a password alone; one leaked password opens all.",
            ),
            Said("Atur SIMPUL_MFA=powerful atau required.", "Set SIMPUL_MFA=powerful or required."),
        )


def hasher(site: Site) -> Iterator[Finding]:
    if len(site.hashers) != 1 or not site.hashers[0].endswith("ScryptPasswordHasher"):
        yield Finding(
            "hasher-weak",
            Said(
                "Sandi tidak hanya disimpan dengan scrypt; sandi bocor dapat ditebak, akun dapat diketahui.",
                "Passwords are not kept with scrypt alone; leaked ones can be guessed, accounts found out.",
            ),
            Said(
                "Kembalikan PASSWORD_HASHERS ke ScryptPasswordHasher saja.",
                "Set PASSWORD_HASHERS back to ScryptPasswordHasher alone.",
            ),
        )


def mail(site: Site) -> Iterator[Finding]:
    if not site.mail_configured:
        yield Finding(
            "mail-missing",
            Said(
                "SIMPUL_SMTP_URL kosong: pemulihan akun dan pemberitahuan tidak sampai.",
                "SIMPUL_SMTP_URL is empty: account recovery and notices do not arrive.",
            ),
            Said(
                "Isi smtp://pengguna:sandi@host:587 (lewat SIMPUL_SMTP_URL_FILE).",
                "Set smtp://user:password@host:587 (by SIMPUL_SMTP_URL_FILE).",
            ),
        )
    elif not site.mail_encrypted:
        yield Finding(
            "mail-unencrypted",
            Said("Surel dikirim tanpa TLS.", "Mail is sent without TLS."),
            Said("Pakai server surel dengan STARTTLS (587).", "Use a mail server with STARTTLS (587)."),
        )


def controller(site: Site) -> Iterator[Finding]:
    if not site.controller.strip():
        yield Finding(
            "controller-missing",
            Said(
                "SIMPUL_CONTROLLER kosong: klien tidak tahu siapa pengendali datanya (UU 27/2022).",
                "SIMPUL_CONTROLLER is empty: clients cannot know who controls their data (UU 27/2022).",
            ),
            Said("Isi nama lembaga.", "Set the name of the institution."),
        )


def dpo(site: Site) -> Iterator[Finding]:
    if "@" not in site.dpo_contact and not any(sign.isdigit() for sign in site.dpo_contact):
        yield Finding(
            "dpo-missing",
            Said(
                "SIMPUL_DPO_CONTACT kosong atau tanpa surel/telepon (UU 27/2022 pasal 53).",
                "SIMPUL_DPO_CONTACT is empty or has no address or number (UU 27/2022 art. 53).",
            ),
            Said(
                "Isi surel atau telepon pejabat pelindungan data.",
                "Set the mail address or number of the data protection officer.",
            ),
        )


CHECKS = (
    mode,
    debug,
    hosts,
    https,
    origin,
    proxies,
    session,
    idle,
    second_step,
    hasher,
    mail,
    controller,
    dpo,
)
