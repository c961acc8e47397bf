"""The report of a whole round for people. Every number and verdict in it comes from the result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import Any

from ..editions import enacted
from ..enums import Award, Outcome, Place, Verdict, VoteState
from ..findings import Finding
from ..register import Reading, parameters, provisions, readings
from ..rounds import OrganizationResult, RoundResult
from ..voting import least_present, least_yes, outlay_bound, vote_validity
from ._page import Page
from ._text import Say, exact, grouped, holds, two_decimals

#: Terminal colours of outcomes; an HTML page shades the winners.
STYLES = {
    Outcome.QUALITY: "bold green",
    Outcome.NOMINATION: "green",
    Outcome.TIED: "yellow",
    Outcome.PENDING: "yellow",
    Outcome.UNDETERMINED: "yellow",
    Outcome.VOTE_VOID: "yellow",
}
_REVIEW = frozenset(("site_review_list", "total_floor", "site_floor"))
_PRIZE = frozenset(("prize_not_repeated", "prize_under_cap"))
_QUALIFYING_FUNCTION = "kqa_eligibility_decide"


@cache
def qualifying() -> frozenset[str]:
    """The provisions of the qualification check."""
    return frozenset(p.key for p in provisions() if p.function == _QUALIFYING_FUNCTION)


def named(row: OrganizationResult) -> str:
    """Id and name."""
    return f"{row.id} {row.name}" if row.name else row.id


def write_report(page: Page, result: RoundResult, say: Say) -> None:
    """Writes the whole report of a round."""
    _Report(page, result, say).write()


class _Report:
    def __init__(self, page: Page, result: RoundResult, say: Say) -> None:
        self.page = page
        self.result = result
        self.say = say
        self.rows = list(result.organizations)
        self.document = result.round.to_dict()
        self.sections = 0

    def write(self) -> None:
        """Writes every part in the order of the procedure."""
        self.heading()
        self.overview()
        self.qualification("round.failed", Verdict.NOT_MET, self.reasons)
        self.qualification("round.undetermined", Verdict.UNKNOWN, self.missing)
        self.ranking()
        self.unranked()
        self.vote(Award.QUALITY)
        self.vote(Award.NOMINATION)
        self.special_nominations()
        self.money()
        self.warnings()

    def section(self, key: str) -> None:
        number = self.say("numerals")[self.sections] if self.say.lang == "zh" else ""
        self.sections += 1
        self.page.section(
            self.say("section", number=number or self.sections, title=self.say(key))
        )

    @cached_property
    def places(self) -> dict[str, OrganizationResult]:
        """The results by id."""
        return {row.id: row for row in self.rows}

    @cached_property
    def ranked(self) -> list[OrganizationResult]:
        """The candidates, best first."""
        return [self.places[id] for id in self.result.ranking]

    def part(self, *keys: str) -> Any:
        """A part of the document; an empty mapping where it is absent."""
        part: Any = self.document
        for key in keys:
            part = part.get(key) if isinstance(part, Mapping) else None
        return {} if part is None else part

    # Heading and overview.

    def heading(self) -> None:
        say, page, edition = self.say, self.page, self.result.edition
        page.title(say("round.title", year=self.result.year))
        page.line(say("round.rules", id=edition.id, day=edition.in_force_from), 0)
        page.line(say("round.deadline", day=self.document["application_deadline"]), 0)
        page.line(say("round.criteria", id=self.document.get("criteria") or "gbt19580-2012"), 0)
        if self.part("committee"):
            page.line(say("round.committee", members=self.part("committee", "members")), 0)
        self.changes()

    def changes(self) -> None:
        edition = self.result.edition
        base = enacted(edition)
        changed = base.diff(edition)
        if not changed:
            return
        labels = {row.name: row.label(self.say.lang) for row in (*parameters(), *readings())}
        key = "round.changes" if base.id == edition.id else "round.changes.from"
        self.page.line(self.say(key, id=base.id), 0)
        for name in changed:
            before, after = base.value_text(name), edition.value_text(name)
            self.page.line(
                self.say("round.change", label=labels[name], name=name, before=before, after=after)
            )

    def overview(self) -> None:
        self.section("round.overview")
        specials = len(self.part("special_nominations"))
        text = self.say(
            "round.counts",
            applicants=sum(row.eligible is not Verdict.NOT_APPLICABLE for row in self.rows),
            candidates=self.result.candidates,
        )
        if specials:
            text += self.say("round.counts.special", count=specials)
        self.page.line(text + self.say("round.counts.end"))
        counts = Counter(row.outcome for row in self.rows)
        shown = [outcome for outcome in reversed(list(Outcome)) if counts[outcome]]
        if shown:
            self.page.table(
                [(outcome.text(self.say.lang), grouped(counts[outcome])) for outcome in shown],
                right=[1],
                styles=[STYLES.get(outcome, "") for outcome in shown],
            )

    # Qualification check.

    def qualification(
        self, key: str, verdict: Verdict, more: Callable[[OrganizationResult], None]
    ) -> None:
        self.section(key)
        rows = [row for row in self.rows if row.eligible is verdict]
        for row in rows:
            self.page.line(named(row) + (self.say("round.also_special") if row.special else ""))
            more(row)
        if not rows:
            self.none()

    def none(self) -> None:
        self.page.line(self.say("none"))

    def reasons(self, row: OrganizationResult) -> None:
        against = (
            f for f in row.findings
            if f.verdict is Verdict.NOT_MET and f.provision in qualifying()
        )
        for number, finding in enumerate(against, 1):
            sentence = self.say("sentence", text=finding.text(self.say.lang))
            self.page.line(f"{number}. {sentence}", 2)

    def missing(self, row: OrganizationResult) -> None:
        lang = self.say.lang
        items = self.say("comma").join(
            self.say("cited", text=f.provision_label(lang), citation=f.citation(lang))
            for f in row.findings
            if f.verdict is Verdict.UNKNOWN and f.provision in qualifying()
        )
        self.page.line(self.say("round.missing", items=items), 2)

    # Ranking.

    def ranking(self) -> None:
        self.section("round.ranking")
        if not self.ranked:
            self.page.line(self.say("round.no_candidates"))
            return
        inexact = any(row.total is not None and not holds(row.total, 2) for row in self.ranked)
        keys = ["rank", "id", "name", "document", "site", "total", "exact", "outcome"]
        if not inexact:
            keys.remove("exact")
        self.page.table(
            [self.ranking_row(row, inexact) for row in self.ranked],
            [self.say(f"column.{key}") for key in keys],
            right=[0, 3, 4, 5, 6] if inexact else [0, 3, 4, 5],
            styles=[STYLES.get(row.outcome, "") for row in self.ranked],
        )
        if inexact:
            self.page.line(self.say("round.exactness"))

    def ranking_row(self, row: OrganizationResult, inexact: bool) -> list[str]:
        cells = [grouped(row.rank or 0), row.id, row.name or ""]
        cells += map(two_decimals, (row.document, row.site, row.total))
        if inexact:
            shown = row.total is None or holds(row.total, 2)
            cells.append("" if shown else exact(row.total))
        return [*cells, row.outcome.text(self.say.lang)]

    def unranked(self) -> None:
        rows = [row for row in self.rows if row.eligible is Verdict.MET and row.rank is None]
        if rows:
            self.section("round.unranked")
        for row in rows:
            self.page.line(
                self.say(
                    "round.unranked.row",
                    name=named(row),
                    outcome=row.outcome.text(self.say.lang),
                    document=exact(row.document),
                    site=exact(row.site),
                    total=exact(row.total),
                )
            )
            self.against(row.findings, _REVIEW)

    def against(self, findings: Iterable[Finding], keys: frozenset[str] | None = None) -> None:
        """The findings not met, one sentence each."""
        for finding in findings:
            if finding.verdict is Verdict.NOT_MET and (keys is None or finding.provision in keys):
                self.page.line(self.say("sentence", text=finding.text(self.say.lang)), 2)

    # Votes.

    def vote(self, award: Award) -> None:
        self.section(f"round.vote.{award}")
        state = self.result.votes[award]
        vote = self.part("votes", award.value)
        if state is VoteState.WAITS:
            self.page.line(self.say("vote.waits.entered" if vote else "vote.waits"))
        elif state is VoteState.NOT_HELD:
            self.page.line(self.say("vote.not_held"))
        else:
            self.meeting(vote)
            if state is VoteState.VOID:
                self.void(vote)
            else:
                self.ballots(award, vote)

    def meeting(self, vote: Mapping[str, Any]) -> None:
        members, present = self.part("committee", "members"), vote["present"]
        convener = self.say(f"convener.{vote['convened_by']}")
        self.page.line(
            self.say("vote.meeting", convener=convener, members=members, present=present)
        )
        quorum = least_present(self.result.edition, members)
        approval = least_yes(self.result.edition, present)
        if quorum and approval:
            self.page.line(self.say("vote.needs", quorum=quorum, approval=approval))

    def void(self, vote: Mapping[str, Any]) -> None:
        self.page.line(self.say("vote.void"))
        members = self.part("committee", "members")
        validity = vote_validity(
            self.result.edition, members, vote["convened_by"], vote["present"]
        )
        self.against(validity.findings)

    def ballots(self, award: Award, vote: Mapping[str, Any]) -> None:
        runoff: Mapping[str, int] = vote.get("runoff") or {}
        quality = award is Award.QUALITY
        standing = [
            (row, (row.quality_votes if quality else row.nomination_votes) or 0, place)
            for row in self.rows
            if (place := row.quality_place if quality else row.nomination_place) is not Place.NONE
        ]
        standing.sort(key=lambda one: (-one[1], -runoff.get(one[0].id, -1)))
        if not standing:
            self.page.line(self.say("vote.nobody"))
            return
        has_runoff = any(row.id in runoff for row, _, _ in standing)
        keys = ["id", "name", "yes", "runoff", "result", "prize"]
        if not has_runoff:
            keys.remove("runoff")
        self.page.table(
            [self.ballot_row(award, *one, runoff if has_runoff else None) for one in standing],
            [self.say(f"column.{key}") for key in keys],
            right=[2, 3, 5] if has_runoff else [2, 4],
            styles=["green" if row.award is award else "" for row, _, _ in standing],
        )

    def ballot_row(
        self,
        award: Award,
        row: OrganizationResult,
        yes: int,
        place: Place,
        runoff: Mapping[str, int] | None,
    ) -> list[str]:
        cells = [row.id, row.name or "", grouped(yes)]
        if runoff is not None:
            cells.append(grouped(runoff[row.id]) if row.id in runoff else "")
        won = row.award is award and not row.special
        return [*cells, self.say(f"place.{place}"), grouped(row.prize) if won else ""]

    def special_nominations(self) -> None:
        ids: Sequence[str] = self.part("special_nominations") or []
        if ids:
            self.section("round.special")
        for id in ids:
            row = self.places[id]
            text = self.say(
                "special.row",
                name=named(row),
                award=row.award.text(self.say.lang) if row.award else "",
                prize=grouped(row.prize),
            )
            if row.eligible is Verdict.NOT_APPLICABLE:
                text += self.say("special.no_dossier")
            self.page.line(text)

    # Money and warnings.

    def money(self) -> None:
        say, seats = self.say, self.result.seats
        self.section("round.money")
        self.page.table(
            [
                (award.text(say.lang), *map(grouped, (s.quota, s.taken, s.off_quota)))
                for award, s in seats.items()
            ],
            [say(f"column.{key}") for key in ("award", "quota", "taken", "off_quota")],
            right=[1, 2, 3],
        )
        bound = outlay_bound(
            self.result.edition,
            off_quota_quality=seats[Award.QUALITY].off_quota,
            off_quota_nomination=seats[Award.NOMINATION].off_quota,
        )
        total = grouped(self.result.prize_total)
        self.page.line(say("money.total", total=total, bound=grouped(bound)))
        for row in self.rows:
            self.reduced(row)

    def reduced(self, row: OrganizationResult) -> None:
        if row.award is None or all(
            f.verdict is not Verdict.NOT_MET for f in row.findings if f.provision in _PRIZE
        ):
            return
        self.page.line(self.say("money.reduced", name=named(row), prize=grouped(row.prize)))
        self.against(row.findings, _PRIZE)

    def warnings(self) -> None:
        self.section("round.warnings")
        before = self.vote_warnings()
        named_readings = {
            name for row in self.rows for name in (*row.outcome_readings, *row.prize_readings)
        }
        for reading in readings():
            if reading.name in named_readings:
                self.reading(reading)
        if not before and not named_readings:
            self.none()

    def vote_warnings(self) -> bool:
        any_warning = False
        for award, state in self.result.votes.items():
            name = award.text(self.say.lang)
            quality = award is Award.QUALITY
            places = (row.quality_place if quality else row.nomination_place for row in self.rows)
            tied = sum(place is Place.TIED for place in places)
            if tied:
                self.page.line(self.say("warning.tied", vote=name, count=tied), style="yellow")
            if state is VoteState.VOID:
                self.page.line(self.say("warning.void", vote=name), style="yellow")
            any_warning = any_warning or tied > 0 or state is VoteState.VOID
        return any_warning

    def reading(self, reading: Reading) -> None:
        write_reading(self.page, reading, self.result.edition.value_text(reading.name), self.say)
        for key, rows in (
            ("warning.outcome", [r for r in self.rows if reading.name in r.outcome_readings]),
            ("warning.prize", [r for r in self.rows if reading.name in r.prize_readings]),
        ):
            if rows:
                self.page.line(self.say(key), 2)
            for row in rows:
                self.page.line(named(row), 3)


def write_reading(page: Page, reading: Reading, value: str, say: Say) -> None:
    """What a reading is about, how it is read, and why the wording is open."""
    page.line(say("warning.reading", name=reading.name, label=reading.label(say.lang)))
    page.line(
        say(
            "warning.here",
            value=value,
            meaning=reading.meaning(value, say.lang),
            reason=reading.reason(say.lang),
        ),
        2,
    )
