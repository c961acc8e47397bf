package kqaward.service.rules;

import java.time.LocalDate;
import java.util.List;
import kqaward.Edition;
import kqaward.Eligibility;
import kqaward.EligibilityAnswer;
import kqaward.Language;

/**
 * Whether an application is accepted.
 *
 * @param ordinance           id of the edition
 * @param applicationDeadline the day of reference
 * @param verdict             {@code met}, {@code not_met} or {@code unknown}
 * @param verdictText         the same for people
 * @param reasons             what stands against it: the findings not met, else those unknown
 * @param missing             facts that matter, where the verdict is unknown
 * @param findings            all findings in the ordinance's order
 */
public record CheckAnswer(
    String ordinance,
    LocalDate applicationDeadline,
    String verdict,
    String verdictText,
    List<Shown> reasons,
    List<Wanted> missing,
    List<Shown> findings) {

  /** Decides a request. */
  public static CheckAnswer of(CheckRequest request, Language language) {
    LocalDate deadline = request.deadline();
    Edition edition = request.edition(deadline, "application_deadline");
    EligibilityAnswer answer = Eligibility.decide(edition, deadline, request.known());
    return new CheckAnswer(
        edition.id(),
        deadline,
        answer.verdict().key(),
        answer.verdict().text(language),
        Shown.list(answer.reasons(), language),
        answer.missing().stream().map(one -> Wanted.of(one, language)).toList(),
        Shown.list(answer.findings(), language));
  }
}
