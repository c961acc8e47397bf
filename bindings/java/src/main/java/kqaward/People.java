package kqaward;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The people who review: committee (Art. 7), panel (Art. 10), assessors (Art. 11), conduct. */
public final class People {
  private People() {}

  /**
   * Whether a person qualifies as an assessor (Art. 11), the years of experience unknown.
   *
   * @param edition the edition
   * @param facts what is known; absent for unknown
   * @return the findings
   */
  public static Decision assessor(Edition edition, Map<AssessorFact, Truth> facts) {
    return assessor(edition, facts, 0, 0);
  }

  /**
   * Whether a person qualifies as an assessor (Art. 11).
   *
   * @param edition the edition
   * @param facts what is known; absent for unknown
   * @param years full years of experience
   * @return the findings
   */
  public static Decision assessor(Edition edition, Map<AssessorFact, Truth> facts, int years) {
    return assessor(edition, facts, 1, years);
  }

  private static Decision assessor(
      Edition edition, Map<AssessorFact, Truth> facts, int known, int years) {
    AssessorFact[] all = AssessorFact.values();
    long[] codes = Given.facts(facts, all, AssessorFact::code, "assessor.facts");
    long[] numbers = Arrays.copyOf(codes, all.length + 2);
    numbers[all.length] = known;
    numbers[all.length + 1] = years;
    return Decision.of(Rules.assessorCheck(Given.edition(edition), numbers));
  }

  /**
   * Whether a panel is large enough, with exactly one leader (Art. 10).
   *
   * @param edition the edition
   * @param assessors assessors in the panel, trade experts and leader included
   * @param leaders leaders among them
   * @return two findings
   */
  public static Decision panel(Edition edition, int assessors, int leaders) {
    return Decision.of(Rules.panelCheck(Given.edition(edition), assessors, leaders));
  }

  /**
   * The seats of the review committee (Art. 7).
   *
   * @return the seats in the ordinance's order
   */
  public static List<CommitteeSeat> seats() {
    return IntStream.iterate(0, place -> Rules.committeeRole(place) != 0, place -> place + 1)
        .mapToObj(place -> new CommitteeSeat(place, CommitteeRole.of(Rules.committeeRole(place))))
        .toList();
  }

  /**
   * Whether the committee's seats are filled (Art. 7).
   *
   * @param filled whether each seat is, in the order of {@link #seats()}
   * @return three findings: chair, vice chairs, members
   */
  public static Decision committee(List<Truth> filled) {
    long[] codes = Given.list(filled, "committee.seats").stream().mapToLong(Truth::code).toArray();
    int seats = seats().size();
    if (codes.length != seats) {
      throw KqaException.refuse(
          codes.length < seats ? Status.TOO_FEW : Status.TOO_MANY, "committee.seats");
    }
    return Decision.of(Rules.committeeCheck(codes));
  }

  /**
   * Whether a reviewer kept the discipline of the review (Art. 27).
   *
   * @param facts what is known; absent for unknown
   * @return three findings
   */
  public static Decision conduct(Map<ConductFact, Truth> facts) {
    return Decision.of(
        Rules.conductCheck(Given.facts(facts, ConductFact.values(), ConductFact::code, "conduct")));
  }

  /**
   * Measures against a person who broke the discipline (Art. 27): the set from which one is chosen
   * by the gravity of the case.
   *
   * @param breached whether the discipline was broken
   * @param criminal whether the act is a crime
   * @return the measures
   */
  public static Set<Measure> conductMeasures(Truth breached, Truth criminal) {
    return Duties.measures(
        Rules.conductMeasures(
            Given.notNull(breached, "breached").code(),
            Given.notNull(criminal, "criminal").code()));
  }
}
