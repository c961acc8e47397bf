package kqaward.service.rules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kqaward.Application;
import kqaward.Edition;
import kqaward.Eligibility;
import kqaward.Finding;
import kqaward.Language;
import kqaward.Provision;
import kqaward.Recommender;
import kqaward.Requirement;
import kqaward.Verdict;

/**
 * A fact that an application needs.
 *
 * @param name      as requests spell it
 * @param kind      {@code fact}, {@code date}, {@code count} or {@code word}
 * @param words     the words of that kind; else null
 * @param provision key of the provision it serves
 * @param citation  article and item
 * @param label     what the provision is called
 */
@Schema(name = "Requirement")
public record Wanted(
    String name, String kind, List<String> words, String provision, String citation, String label) {

  private static final Map<Requirement, Provision> SERVED = served();

  /** All facts, in the ordinance's order. */
  public static List<Wanted> all(Language language) {
    return SERVED.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().code()))
        .map(entry -> of(entry.getKey(), language))
        .toList();
  }

  static Wanted of(Requirement requirement, Language language) {
    Provision provision = SERVED.get(requirement);
    return new Wanted(
        requirement.key(),
        kind(requirement),
        requirement == Requirement.RECOMMENDED_BY ? recommenders() : null,
        provision.key(),
        provision.citation(language),
        provision.label(language));
  }

  private static String kind(Requirement requirement) {
    return switch (requirement) {
      case OPERATING_SINCE, RECEIVED -> "date";
      case COPIES -> "count";
      case RECOMMENDED_BY -> "word";
      default -> "fact";
    };
  }

  private static List<String> recommenders() {
    return Arrays.stream(Recommender.values())
        .filter(one -> one != Recommender.UNKNOWN)
        .map(Recommender::key)
        .toList();
  }

  /** Which provision each fact serves: the one whose finding is known once the fact is. */
  private static Map<Requirement, Provision> served() {
    Map<Requirement, Provision> served = new EnumMap<>(Requirement.class);
    Edition edition = Edition.find(Edition.ids().get(0));
    LocalDate deadline = edition.inForceFrom();
    List<Finding> nothing =
        Eligibility.decide(edition, deadline, Application.builder().build()).findings();
    for (Requirement requirement : Requirement.values()) {
      List<Finding> findings =
          Eligibility.decide(edition, deadline, only(requirement, deadline)).findings();
      for (int i = 0; i < findings.size(); i++) {
        if (nothing.get(i).verdict() == Verdict.UNKNOWN
            && findings.get(i).verdict() != Verdict.UNKNOWN) {
          served.put(requirement, findings.get(i).provision());
        }
      }
    }
    return served;
  }

  private static Application only(Requirement requirement, LocalDate day) {
    Application.Builder known = Application.builder();
    switch (requirement) {
      case OPERATING_SINCE -> known.operatingSince(day);
      case RECEIVED -> known.received(day);
      case COPIES -> known.copies(1);
      case RECOMMENDED_BY -> known.recommendedBy(Recommender.TOWN);
      default -> known.fact(requirement, true);
    }
    return known.build();
  }
}
