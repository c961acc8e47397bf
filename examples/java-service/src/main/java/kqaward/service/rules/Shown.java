package kqaward.service.rules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kqaward.Finding;
import kqaward.Language;
import kqaward.Provision;

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

  /** What is the same in every finding on a provision, asked for once. */
  private record Named(String key, int article, Integer item, String citation, String label) {
    static Named of(Provision provision, Language language) {
      return new Named(
          provision.key(),
          provision.article(),
          provision.item() == 0 ? null : provision.item(),
          provision.citation(language),
          provision.label(language));
    }

    static Map<Provision, Named> all(Language language) {
      Map<Provision, Named> all = new EnumMap<>(Provision.class);
      for (Provision provision : Provision.values()) {
        all.put(provision, of(provision, language));
      }
      return all;
    }
  }

  private static final Map<Language, Map<Provision, Named>> NAMED =
      Map.of(Language.ZH, Named.all(Language.ZH), Language.EN, Named.all(Language.EN));

  static List<Shown> list(List<Finding> findings, Language language) {
    return findings.stream().map(one -> of(one, language)).toList();
  }

  static Shown of(Finding finding, Language language) {
    Named provision = NAMED.get(language).get(finding.provision());
    return new Shown(
        provision.key,
        provision.article,
        provision.item,
        provision.citation,
        provision.label,
        finding.verdict().key(),
        finding.observedText(),
        finding.requiredText(),
        finding.text(language));
  }
}
