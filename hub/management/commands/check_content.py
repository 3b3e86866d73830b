"""Read all content and the interface as a proofreader would."""

import csv
import json
from collections import Counter

from django.core.management.base import BaseCommand, CommandError

from hub.proofreading.proofreader import Finding, Proofreader
from hub.proofreading.rules import RULES
from hub.proofreading.spelling import DictionaryMissing, Speller

COLUMNS = ("owner", "language", "address", "path", "rule", "words")


class Command(BaseCommand):
    """Tell each fault on a line; end with 1 if there is any."""

    help = (
        "Read everything – pages, records, files in both languages and the interface's strings – "
        "and name each fault on a line: missing texts, dead links, wrong signs, unknown words."
    )

    def add_arguments(self, parser):
        parser.add_argument("--owner", default="", help="only what belongs to this owner")
        parser.add_argument("--language", default="", help="only texts of this language")
        parser.add_argument(
            "--rule", action="append", default=[], choices=sorted(RULES), help="only this rule"
        )
        parser.add_argument("--format", default="text", choices=["text", "csv", "json"])
        parser.add_argument("--drafts", action="store_true", help="also what is not published")

    def handle(self, *, owner, language, rule, drafts, **options):
        found = [
            finding
            for finding in Proofreader(self.speller(rule), drafts).findings()
            if owner in ("", finding.owner)
            and language in ("", finding.language)
            and (not rule or finding.rule.slug in rule)
        ]
        found.sort(key=lambda finding: (finding.owner, finding.address, finding.language))
        getattr(self, f"write_{options['format']}")(found)
        if found:
            raise CommandError(f"{len(found)} found", returncode=1)

    def speller(self, rules: list[str]) -> Speller | None:
        """The dictionaries, if they are wanted and here."""
        if rules and "spelling" not in rules:
            return None
        try:
            return Speller()
        except DictionaryMissing as missing:
            self.stderr.write(f"Spelling is not checked: {missing}")
            return None

    def write_text(self, found: list[Finding]) -> None:
        """A line a fault; then how many of each, why they matter and how to mend them."""
        for finding in found:
            self.stdout.write("  ".join(filter(None, _values(finding))))
        counts = Counter(finding.rule for finding in found)
        for rule, number in counts.most_common():
            self.stdout.write(f"\n{number:>5} {rule.slug}: {rule.name}. {rule.why} {rule.mend}")

    def write_csv(self, found: list[Finding]) -> None:
        """A table with a row a fault."""
        table = csv.writer(self.stdout)
        table.writerow(COLUMNS)
        table.writerows(map(_values, found))

    def write_json(self, found: list[Finding]) -> None:
        """A list with an object a fault."""
        rows = [dict(zip(COLUMNS, _values(finding), strict=True)) for finding in found]
        self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))


def _values(finding: Finding) -> tuple[str, ...]:
    return (
        finding.owner,
        finding.language,
        finding.address,
        finding.path,
        finding.rule.slug,
        finding.words,
    )
