"""Facts with numbers: results, costs, recognitions."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.drawings import counted_cells, value_of_a_cell
from hub.proofreading.rules import UNITS, Fault
from hub.vocabulary import Recognition


def recognition_marks() -> list:
    """A callable keeps the words out of migrations."""
    return Recognition.choices


class ResultValue(blocks.StructValue):
    """A result that can be said in a line."""

    @property
    def said(self) -> str:
        """„70 norādes”: the number without needless decimals, with its unit."""
        number = f"{self['number'].normalize():f}" if self["number"] is not None else ""
        return " ".join(part for part in (number, self["unit"]) if part)

    @property
    def cells(self) -> SafeString:
        """The number drawn as cells; of a percentage, as so many of a hundred."""
        number = self["number"]
        return counted_cells(number, 100 if self["unit"].strip() == "%" else 0) if number else ""

    @property
    def value_of_a_cell(self) -> int:
        """How much one cell stands for."""
        return value_of_a_cell(self["number"] or 0)


def result_has_unit(value: ResultValue) -> Iterator[Fault]:
    """A number says of what."""
    if value["number"] is not None and not value["unit"]:
        yield Fault(UNITS, "unit", f"[{value.said}] {value['text']}")


class ResultBlock(blocks.StructBlock):
    """One result: a number with its unit, said in words."""

    number = blocks.DecimalBlock(label=_("Number"), required=False, max_digits=14, decimal_places=2)
    unit = blocks.CharBlock(
        label=_("Unit"), required=False, max_length=60, help_text=_("people, EUR, km, signposts …")
    )
    text = blocks.CharBlock(label=_("What it means"), max_length=250)

    proofs = (result_has_unit,)

    class Meta:
        icon = "order"
        label = _("Result")
        description = _("A number with its unit and what it means")
        template = "blocks/result.html"
        value_class = ResultValue
        preview_value = {"number": Decimal("70"), "unit": "norādes", "text": "uzstādītas 14 vietās"}


class CostBlock(blocks.StructBlock):
    """Money from one source, in euros."""

    amount = blocks.DecimalBlock(
        label=_("Amount, EUR"), min_value=0, max_digits=12, decimal_places=2
    )
    source = blocks.CharBlock(label=_("Source of the money"), max_length=160)
    note = blocks.CharBlock(label=_("Note"), required=False, max_length=250)

    class Meta:
        icon = "tag"
        label = _("Cost")
        description = _("An amount in euros and where the money came from")
        template = "blocks/cost.html"
        preview_value = {"amount": Decimal("2896"), "source": "LEADER", "note": ""}


class RecognitionValue(blocks.StructValue):
    """A recognition that knows its words."""

    @property
    def label(self) -> str:
        return str(Recognition(self["mark"]).label) if self["mark"] else ""


class RecognitionBlock(blocks.StructBlock):
    """A mark of recognition and its year."""

    mark = blocks.ChoiceBlock(label=_("Mark"), choices=recognition_marks)
    year = blocks.IntegerBlock(label=_("Year"), min_value=2017, max_value=2100)

    class Meta:
        icon = "success"
        label = _("Recognition")
        description = _("Smart Village or On the way, and the year")
        value_class = RecognitionValue
        template = "blocks/recognition.html"
        preview_value = {"mark": "smart-village", "year": 2023}
