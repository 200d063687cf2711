"""Microsoft Recognizers-Text: Chinese numbers, percentages and numbers with units, line by line.

The models are made once. Counts the results of all of them; one figure can be several results.
"""
import sys

from recognizers_number import NumberRecognizer
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_text import Culture

numbers = NumberRecognizer(Culture.Chinese)
units = NumberWithUnitRecognizer(Culture.Chinese)
models = [
    numbers.get_number_model(),
    numbers.get_percentage_model(),
    units.get_currency_model(),
    units.get_dimension_model(),
    units.get_age_model(),
    units.get_temperature_model(),
]
count = 0
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        for model in models:
            count += len(model.parse(line.rstrip("\n")))
print(count)
