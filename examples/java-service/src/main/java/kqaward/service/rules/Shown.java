package kqaward.service.rules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import kqaward.Finding;
import kqaward.Language;

/** A finding as the service answers it. */
@Schema(name = "Finding")
public record Shown(
    String provision,
    int article,
    Integer item,
    String citation,
    String label,
    String verdict,
    String observed,
    String required,
    String text) {

  static List<Shown> list(List<Finding> findings, Language language) {
    return findings.stream().map(one -> of(one, language)).toList();
  }

  static Shown of(Finding finding, Language language) {
    var provision = finding.provision();
    return new Shown(
        provision.key(),
        provision.article(),
        provision.item() == 0 ? null : provision.item(),
        provision.citation(language),
        provision.label(language),
        finding.verdict().key(),
        finding.observedText(),
        finding.requiredText(),
        finding.text(language));
  }
}
