"""Who helps, with what, where: agencies, services, places."""

from simpul.directory.models.agency import Agency
from simpul.directory.models.edition import Edition
from simpul.directory.models.package import Package, PackageEntry, PackageFault
from simpul.directory.models.place import Place
from simpul.directory.models.report import EntryReport
from simpul.directory.models.service import OfferedTerm, Service, ServicePlace

__all__ = [
    "Agency", "Edition", "EntryReport", "OfferedTerm", "Package", "PackageEntry", "PackageFault", "Place",
    "Service", "ServicePlace",
]  # fmt: skip
