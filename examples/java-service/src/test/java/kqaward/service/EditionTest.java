package kqaward.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EditionTest extends OverLoopback {
  @Test
  void theEditionInForceOnADayIsListed() {
    JsonNode all = answer(get("/api/v1/editions", "zh"));
    assertThat(all.valueStream().map(one -> one.path("ordinance").asString()))
        .contains("keqiao-2020");
    JsonNode one = answer(get("/api/v1/editions?in_force_on=2020-05-10", "zh"));
    assertThat(one).hasSize(1);
    assertThat(one.path(0).path("in_force_from").asString()).isEqualTo("2020-05-10");
    JsonNode problem = problem(get("/api/v1/editions?in_force_on=2020-05-09", "en"), 422);
    assertThat(problem.path("field").asString()).isEqualTo("in_force_on");
    assertThat(problem(get("/api/v1/editions?in_force_on=x", "en"), 422).path("code").asString())
        .isEqualTo("form");
  }

  @Test
  void anEditionTellsItsParametersAndReadings() {
    JsonNode edition = answer(get("/api/v1/editions/keqiao-2020", "en"));
    Map<String, JsonNode> rows =
        edition.path("parameters").valueStream()
            .collect(Collectors.toMap(row -> row.path("name").asString(), row -> row));
    assertThat(rows).hasSize(29);
    assertThat(rows.get("vote.quorum_share").path("value").asString()).isEqualTo("2/3");
    assertThat(rows.get("vote.approval").path("reason").asString()).contains("1259");
    assertThat(rows.get("quota.quality").path("label").asString())
        .isEqualTo("Seats of the quality award");
  }

  @Test
  void anUnknownEditionIsNamed() {
    assertThat(problem(get("/api/v1/editions/keqiao-1999", "zh"), 422).path("field").asString())
        .isEqualTo("ordinance");
  }

  @Test
  void chineseIsSpokenUnlessEnglishIsPreferred() {
    for (String language : new String[] {"zh-CN", "zh-TW", "fr", "*", "zh;q=0.9, en;q=0.8"}) {
      var response = get("/api/v1/requirements", language);
      assertThat(answer(response).path(0).path("citation").asString()).isEqualTo("第十二条第1项");
      assertThat(response.headers().firstValue("Content-Language")).hasValue("zh");
    }
    for (String language : new String[] {"en", "en-GB", "fr, en;q=0.5", "zh;q=0.2, en;q=0.8"}) {
      var response = get("/api/v1/requirements", language);
      assertThat(answer(response).path(0).path("citation").asString()).isEqualTo("Art. 12(1)");
      assertThat(response.headers().firstValue("Content-Language")).hasValue("en");
    }
  }

  @Test
  void theInterfaceIsDescribedInBothLanguages() {
    JsonNode chinese = answer(get("/openapi", "zh"));
    JsonNode english = answer(get("/openapi", "en"));
    assertThat(chinese.path("info").path("title").asString()).startsWith("柯桥区");
    assertThat(english.path("info").path("title").asString()).startsWith("Review rules");
    assertThat(chinese.path("paths").propertyNames())
        .containsExactlyInAnyOrder(
            CHECK, DECIDE, "/api/v1/editions", "/api/v1/editions/{ordinance}",
            "/api/v1/requirements", "/api/v1/due-dates/site-report",
            "/api/v1/due-dates/written-report", "/api/v1/due-dates/bars");
    assertThat(chinese.toString()).doesNotContain("${");
    JsonNode check = english.path("components").path("schemas").path("CheckRequest");
    assertThat(check.at("/properties/facts/properties/iso9001_certified/type").asString())
        .isEqualTo("boolean");
  }
}
