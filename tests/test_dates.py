"""Dates are written as readers of each language write them."""

import datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override

DAY = datetime.datetime(2027, 4, 5, 18, 30)


@pytest.mark.parametrize(
    ("language", "date", "month"),
    [("en", "5 April 2027", "April 2027"), ("lv", "2027. gada 5. aprīlis", "2027. g. aprīlis")],
)
def test_a_day_is_written_in_the_order_of_the_language(language, date, month):
    with override(language):
        written = Template('{{ day|date:"DATE_FORMAT" }} · {{ day|date:"YEAR_MONTH_FORMAT" }}')
        assert written.render(Context({"day": DAY})) == f"{date} · {month}"
