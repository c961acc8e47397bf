package kqaward.service.rules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kqaward.Edition;
import kqaward.Eligibility;
import kqaward.Field;
import kqaward.Language;
import kqaward.Provision;
import kqaward.Sanction;
import kqaward.SanctionKind;
import kqaward.Status;

/** Until when earlier sanctions bar an application (Art. 26, 30). */
@Schema(description = "${schema.bars}")
public record Bars(
    @Schema(description = "${schema.ordinance}") String ordinance,
    @Schema(description = "${schema.in_force_on}", format = "date") String inForceOn,
    @Schema(description = "${schema.amend}") Map<String, Object> amend,
    @Schema(description = "${schema.readings}") Map<String, String> readings,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        List<CheckRequest.DecidedSanction> sanctions,
    @Schema(description = "${schema.from}", format = "date") String from)
    implements EditionChoice {

  /** One bar. */
  public record Bar(String kind, LocalDate decided, LocalDate lastDay, String citation) {}

  /** The bars in the order of the sanctions, and the first deadline that none of them bars. */
  public record Ends(String ordinance, List<Bar> bars, LocalDate firstAcceptance) {}

  /** The answer in a language. */
  public Ends answer(Language language) {
    List<Sanction> read = CheckRequest.DecidedSanction.read(sanctions);
    if (read.isEmpty()) {
      throw new Fault(Status.MISSING, "sanctions", Field.NONE);
    }
    LocalDate latest = read.stream().map(Sanction::decided).max(LocalDate::compareTo).get();
    LocalDate start = Given.day(from, "from", Field.DATE);
    LocalDate first = start == null ? latest : start;
    Edition edition = edition(first, start == null ? "sanctions" : "from");
    List<Bar> bars = read.stream().map(one -> bar(edition, one, language)).toList();
    return new Ends(
        edition.id(),
        bars,
        Eligibility.firstAcceptance(edition, read, first));
  }

  private static Bar bar(Edition edition, Sanction sanction, Language language) {
    Provision provision =
        sanction.kind() == SanctionKind.FRAUD
            ? Provision.NO_FRAUD_BAR
            : Provision.NO_REVOCATION_BAR;
    return new Bar(
        sanction.kind().key(),
        sanction.decided(),
        Eligibility.barLastDay(edition, sanction),
        provision.citation(language));
  }
}
