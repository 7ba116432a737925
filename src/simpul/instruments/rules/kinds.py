"""Question types of XLSForm, as pyxform names them after reading."""

from simpul.instruments.rules.model import Kind

KINDS: dict[str, Kind] = {
    "text": Kind.TEXT,
    "string": Kind.TEXT,
    "integer": Kind.INTEGER,
    "int": Kind.INTEGER,
    "decimal": Kind.DECIMAL,
    "date": Kind.DATE,
    "time": Kind.TIME,
    "dateTime": Kind.MOMENT,
    "datetime": Kind.MOMENT,
    "select one": Kind.SELECT_ONE,
    "select all that apply": Kind.SELECT_MULTIPLE,
    "range": Kind.RANGE,
    "geopoint": Kind.GEOPOINT,
    "acknowledge": Kind.ACKNOWLEDGE,
    "note": Kind.NOTE,
    "calculate": Kind.CALCULATE,
    "hidden": Kind.METADATA,
    "photo": Kind.MEDIA,
    "image": Kind.MEDIA,
    "audio": Kind.MEDIA,
    "video": Kind.MEDIA,
    "file": Kind.MEDIA,
    "barcode": Kind.TEXT,
    "start": Kind.METADATA,
    "end": Kind.METADATA,
    "today": Kind.METADATA,
    "deviceid": Kind.METADATA,
    "username": Kind.METADATA,
    "phonenumber": Kind.METADATA,
    "email": Kind.METADATA,
}
UNSUPPORTED = frozenset(
    {"rank", "geotrace", "geoshape", "xml-external", "csv-external", "background-geopoint", "audit"}
)
