"""Spreadsheets that do nothing when they are opened."""

_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(value):
    """The value; words that a spreadsheet would take for a formula begin with an apostrophe."""
    is_formula = isinstance(value, str) and value.lstrip(" ").startswith(_BEGINNINGS)
    return f"'{value}" if is_formula else value


class HarmlessExport:
    """Mixed into a view with an export: no cell of it is a formula, in CSV and XLSX."""

    def preprocess_field_value(self, field, value, export_format):
        return harmless(super().preprocess_field_value(field, value, export_format))
