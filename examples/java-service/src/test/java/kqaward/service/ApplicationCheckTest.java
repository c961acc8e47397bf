package kqaward.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ApplicationCheckTest extends OverLoopback {
  /** An application of which everything is known and met. */
  static ObjectNode sound() {
    return (ObjectNode) JSON.readTree("""
        {"application_deadline": "2026-06-30",
         "facts": {"registered_in_district": true, "pays_tax_in_district": true,
          "lawful_operation": true, "operating_since": "2023-06-30", "excellence_model": true,
          "sound_management_system": true, "iso9001_certified": true,
          "quality_work_outstanding": true, "performance_leading": true,
          "innovation_leading": true, "integrity_and_service_good": true,
          "inspections_clean": true, "no_major_accident": true, "no_major_complaint": true,
          "other_requirements_met": true},
         "application": {"self_evaluation": true, "form": true, "evidence": true,
          "recommended_by": "town", "copies": 2, "received": "2026-06-30"}}
        """);
  }

  private JsonNode checked(ObjectNode application, String language) {
    return answer(post(CHECK, application.toString(), language));
  }

  private static List<String> texts(JsonNode list, String key) {
    return list.valueStream().map(one -> one.path(key).asString()).toList();
  }

  @Test
  void everyConditionMetIsAccepted() {
    JsonNode answer = checked(sound(), "zh");
    assertThat(answer.path("verdict").asString()).isEqualTo("met");
    assertThat(answer.path("reasons")).isEmpty();
    assertThat(answer.path("missing")).isEmpty();
    assertThat(answer.path("findings")).hasSize(23);
    assertThat(answer.path("ordinance").asString()).isEqualTo("keqiao-2020");
  }

  @Test
  void aFactThatIsNotSoIsAReasonWithItsArticle() {
    ObjectNode application = sound();
    ((ObjectNode) application.path("facts")).put("iso9001_certified", false);
    JsonNode reason = checked(application, "zh").path("reasons").path(0);
    assertThat(reason.path("provision").asString()).isEqualTo("iso9001_certified");
    assertThat(reason.path("article").asInt()).isEqualTo(12);
    assertThat(reason.path("item").asInt()).isEqualTo(2);
    assertThat(reason.path("text").asString()).isEqualTo("未通过ISO 9001质量体系认证（第十二条第2项）");
    JsonNode english = checked(application, "en").path("reasons").path(0);
    assertThat(english.path("text").asString()).isEqualTo("Not certified to ISO 9001 (Art. 12(2))");
  }

  @Test
  void anAbsentAndANullFactAreUnknownAndNamed() {
    ObjectNode application = sound();
    ((ObjectNode) application.path("facts")).remove("lawful_operation");
    ((ObjectNode) application.path("facts")).putNull("operating_since");
    ((ObjectNode) application.path("application")).remove("form");
    JsonNode answer = checked(application, "en");
    assertThat(answer.path("verdict").asString()).isEqualTo("unknown");
    assertThat(texts(answer.path("missing"), "name"))
        .containsExactly("application.form", "lawful_operation", "operating_since");
    assertThat(texts(answer.path("missing"), "citation"))
        .containsExactly("Art. 14", "Art. 12(1)", "Art. 12(1)");
    assertThat(texts(answer.path("reasons"), "verdict")).containsOnly("unknown");
  }

  @Test
  void nothingKnownMissesEveryFact() {
    JsonNode answer = answer(post(CHECK, "{\"application_deadline\": \"2026-06-30\"}", "zh"));
    JsonNode all = answer(get("/api/v1/requirements", "zh"));
    assertThat(texts(answer.path("missing"), "name"))
        .containsExactlyInAnyOrderElementsOf(texts(all, "name"))
        .hasSize(21);
  }

  @Test
  void threeYearsOfOperationCountToTheDay() {
    ObjectNode application = sound();
    ((ObjectNode) application.path("facts")).put("operating_since", "2023-07-01");
    assertThat(texts(checked(application, "zh").path("reasons"), "provision"))
        .containsExactly("operating_years");
  }

  @Test
  void incidentsAndSanctionsCount() {
    ObjectNode application = sound();
    application.putArray("incidents").addObject()
        .put("kind", "major_accident").put("date", "2023-06-30");
    application.putArray("sanctions").addObject()
        .put("kind", "revocation").put("decided", "2023-06-30");
    assertThat(texts(checked(application, "zh").path("reasons"), "provision"))
        .containsExactly("no_major_accident", "no_revocation_bar");
  }

  @Test
  void aDraftAmendmentAndAReadingChangeTheAnswer() {
    ObjectNode application = sound();
    application.putObject("amend").put("eligibility.min_years", 4);
    assertThat(texts(checked(application, "zh").path("reasons"), "provision"))
        .containsExactly("operating_years");

    ObjectNode weighed = sound();
    weighed.putObject("amend").put("weight.document", 30).put("weight.site", 70);
    assertThat(checked(weighed, "zh").path("verdict").asString()).isEqualTo("met");

    ObjectNode accident = sound();
    accident.putArray("incidents").addObject()
        .put("kind", "major_accident").put("date", "2020-01-01");
    assertThat(checked(accident, "zh").path("verdict").asString()).isEqualTo("met");
    accident.putObject("readings").put("clean_record.window", "inspections_only");
    assertThat(checked(accident, "zh").path("verdict").asString()).isEqualTo("not_met");
  }

  @Test
  void theEditionIsChosenByIdOrByDay() {
    for (String key : List.of("ordinance", "in_force_on")) {
      ObjectNode application = sound();
      application.put("application_deadline", "2019-06-30");
      assertThat(post(CHECK, application.toString(), "zh").statusCode()).isEqualTo(422);
      application.put(key, key.equals("ordinance") ? "keqiao-2020" : "2020-05-10");
      assertThat(checked(application, "zh").path("ordinance").asString()).isEqualTo("keqiao-2020");
    }
  }
}
