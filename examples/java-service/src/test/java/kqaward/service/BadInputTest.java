package kqaward.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class BadInputTest extends OverLoopback {
  private static final String DATED = "{\"application_deadline\": \"2026-06-30\", ";

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("{}", "missing", "application_deadline"),
        arguments("{\"application_deadline\": null}", "missing", "application_deadline"),
        arguments("{\"application_deadline\": 20260630}", "type", "application_deadline"),
        arguments("{\"application_deadline\": \"\"}", "form", "application_deadline"),
        arguments("{\"application_deadline\": \"2026-6-30\"}", "form", "application_deadline"),
        arguments("{\"application_deadline\": \"2026-06-31\"}", "no_such_day",
            "application_deadline"),
        arguments("{\"application_deadline\": \"0000-06-30\"}", "no_such_day",
            "application_deadline"),
        arguments("{\"application_deadline\": \"2020-05-09\"}", "no_edition",
            "application_deadline"),
        arguments("[]", "type", "$"),
        arguments("\"x\"", "type", "$"),
        arguments(DATED + "\"deadline\": 1}", "unknown_key", "deadline"),
        arguments(DATED + "\"ordinance\": \"keqiao-1999\"}", "name", "ordinance"),
        arguments(DATED + "\"ordinance\": \"\\u0000\"}", "form", "ordinance"),
        arguments(DATED + "\"ordinance\": 1}", "type", "ordinance"),
        arguments(DATED + "\"ordinance\": \"keqiao-2020\", \"in_force_on\": \"2026-01-01\"}",
            "both", "in_force_on"),
        arguments(DATED + "\"in_force_on\": \"2019-01-01\"}", "no_edition", "in_force_on"),
        arguments(DATED + "\"facts\": []}", "type", "facts"),
        arguments(DATED + "\"facts\": {\"iso\": true}}", "unknown_key", "facts.iso"),
        arguments(DATED + "\"facts\": {\"iso\": null}}", "unknown_key", "facts.iso"),
        arguments(DATED + "\"facts\": {\"copies\": 2}}", "unknown_key", "facts.copies"),
        arguments(DATED + "\"facts\": {\"application.copies\": 2}}", "unknown_key",
            "facts.application.copies"),
        arguments(DATED + "\"facts\": {\"iso9001_certified\": \"true\"}}", "type",
            "facts.iso9001_certified"),
        arguments(DATED + "\"facts\": {\"iso9001_certified\": 1}}", "type",
            "facts.iso9001_certified"),
        arguments(DATED + "\"facts\": {\"iso9001_certified\": [true]}}", "type",
            "facts.iso9001_certified"),
        arguments(DATED + "\"facts\": {\"operating_since\": true}}", "type",
            "facts.operating_since"),
        arguments(DATED + "\"facts\": {\"operating_since\": \"2023-02-29\"}}", "no_such_day",
            "facts.operating_since"),
        arguments(DATED + "\"application\": {\"copies\": 1.5}}", "range", "application.copies"),
        arguments(DATED + "\"application\": {\"copies\": -1}}", "range", "application.copies"),
        arguments(DATED + "\"application\": {\"copies\": 99999999999999999999}}", "range",
            "application.copies"),
        arguments(DATED + "\"application\": {\"copies\": \"2\"}}", "type", "application.copies"),
        arguments(DATED + "\"application\": {\"recommended_by\": \"city\"}}", "value",
            "application.recommended_by"),
        arguments(DATED + "\"application\": {\"recommended_by\": 1}}", "type",
            "application.recommended_by"),
        arguments(DATED + "\"incidents\": {}}", "type", "incidents"),
        arguments(DATED + "\"incidents\": [null]}", "type", "incidents[0]"),
        arguments(DATED + "\"incidents\": [{}]}", "missing", "incidents[0].kind"),
        arguments(DATED + "\"incidents\": [{\"kind\": \"fire\", \"date\": \"2026-01-01\"}]}",
            "value", "incidents[0].kind"),
        arguments(DATED + "\"incidents\": [{\"kind\": \"major_accident\"}]}", "missing",
            "incidents[0].date"),
        arguments(DATED + "\"incidents\": [{\"kind\": \"major_accident\", \"day\": 1}]}",
            "unknown_key", "incidents[0].day"),
        arguments(DATED + "\"sanctions\": [{\"kind\": \"fraud\", \"decided\": \"x\"}]}", "form",
            "sanctions[0].decided"),
        arguments(DATED + "\"amend\": {\"quota\": 4}}", "unknown_key", "amend.quota"),
        arguments(DATED + "\"amend\": {\"vote.approval\": \"strict\"}}", "unknown_key",
            "amend.vote.approval"),
        arguments(DATED + "\"amend\": {\"quota.quality\": 10001}}", "range",
            "amend.quota.quality"),
        arguments(DATED + "\"amend\": {\"quota.quality\": 1e2}}", "form", "amend.quota.quality"),
        arguments(DATED + "\"amend\": {\"quota.quality\": true}}", "type", "amend.quota.quality"),
        arguments(DATED + "\"amend\": {\"weight.site\": 70}}", "weights",
            "amend.weight.document"),
        arguments(DATED + "\"readings\": {\"vote.approval\": \"loose\"}}", "value",
            "readings.vote.approval"),
        arguments(DATED + "\"readings\": {\"vote.approval\": 1}}", "type",
            "readings.vote.approval"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsOneSentenceThatNamesTheField(String body, String code, String field) {
    for (String language : new String[] {"zh", "en"}) {
      JsonNode problem = problem(post(CHECK, body, language), 422);
      assertThat(problem.path("code").asString()).isEqualTo(code);
      assertThat(problem.path("field").asString()).isEqualTo(field);
      String sign = language.equals("zh") ? "：" : ": ";
      assertThat(problem.path("detail").asString()).contains(sign).doesNotContain("null：");
    }
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("{\"application_deadline\": \"2026-06-30\"", 1),
        arguments("{\n\"application_deadline\" \"2026-06-30\"}", 2),
        arguments("{'application_deadline': \"2026-06-30\"}", 1),
        arguments("{\"application_deadline\": \"2026-06-30\"}}", 1),
        arguments("{\"application_deadline\": \"2026-06-30\",\n\"application_deadline\": 1}", 2),
        arguments("\u0000", 1));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void jsonThatCannotBeReadIsRefusedWithItsPlace(String body, int line) {
    JsonNode problem = problem(post(CHECK, body, "zh"), 400);
    assertThat(problem.path("line").asInt()).isEqualTo(line);
    assertThat(problem.path("column").asInt()).isPositive();
    assertThat(problem.path("detail").asString()).startsWith("第" + line + "行第");
  }

  @Test
  void jsonThatIsNestedTooDeeplyOrHoldsAHugeNumberIsRefused() {
    for (String value : new String[] {"[".repeat(100_000), "{\"a\":".repeat(100_000),
        "9".repeat(1000), "1." + "0".repeat(1000), "{\"" + "k".repeat(1000) + "\": 1}",
        "\"" + "x".repeat(2000) + "\""}) {
      String body = "{\"facts\": {\"iso9001_certified\": " + value + "}}";
      assertThat(problem(post(CHECK, body, "en"), 400).path("code").asString())
          .isEqualTo("limits");
      problem(post(DECIDE, body, "en"), post(DECIDE, body, "en").statusCode());
    }
  }

  @Test
  void anEmptyBodyAndANullAreRefused() {
    for (String path : new String[] {CHECK, "/api/v1/due-dates/site-report"}) {
      problem(post(path, "", "zh"), 400);
      problem(post(path, "null", "zh"), 400);
    }
    problem(post(DECIDE, "", "zh"), 400);
    assertThat(post(DECIDE, "null", "zh").statusCode()).isBetween(400, 422);
  }

  /** Every value of a sound application is set to null and to a value of every other type. */
  @Test
  void nullAndWrongTypesAnywhereNeverBreakTheService() {
    ObjectNode sound = ApplicationCheckTest.sound();
    sound.putArray("incidents").addObject().put("kind", "major_accident").put("date", "2020-01-01");
    sound.putArray("sanctions").addObject().put("kind", "fraud").put("decided", "2010-01-01");
    sound.putObject("amend").put("quota.quality", 4);
    sound.putObject("readings").put("vote.approval", "strict");
    String[] values = {"null", "true", "1", "1.5", "-1", "\"x\"", "[]", "{}", "[null]"};
    int count = 0;
    for (Map.Entry<String, JsonNode> entry : sound.properties()) {
      for (String value : values) {
        ObjectNode changed = sound.deepCopy();
        changed.set(entry.getKey(), JSON.readTree(value));
        count += expectAnswerOrProblem(changed);
        for (String key : entry.getValue().propertyNames()) {
          ObjectNode deeper = sound.deepCopy();
          ((ObjectNode) deeper.path(entry.getKey())).set(key, JSON.readTree(value));
          count += expectAnswerOrProblem(deeper);
        }
      }
    }
    assertThat(count).isGreaterThan(200);
  }

  private int expectAnswerOrProblem(ObjectNode application) {
    var response = post(CHECK, application.toString(), "zh");
    if (response.statusCode() != 200) {
      assertThat(problem(response, 422).path("field").asString()).isNotEmpty();
    }
    return 1;
  }

  @Test
  void dueDatesNameTheirFields() {
    String site = "/api/v1/due-dates/site-report";
    String report = "/api/v1/due-dates/written-report";
    String bars = "/api/v1/due-dates/bars";
    expect(site, "{}", "missing", "site_review_end");
    expect(site, "{\"site_review_end\": \"2026-09-01\", \"calendar\": {\"off\": [\"x\"]}}",
        "form", "calendar.off[0]");
    expect(site, "{\"site_review_end\": \"2026-09-01\", \"calendar\": []}", "type", "calendar");
    expect(report, "{}", "missing", "event");
    expect(report, "{\"event\": {}}", "missing", "event.date");
    expect(report, "{\"event\": {\"date\": \"2026-03-01\"}}", "missing", "event.kind");
    expect(report, "{\"event\": {\"kind\": \"accident\", \"date\": \"2026-03-01\"}}", "missing",
        "event.grade");
    expect(report,
        "{\"event\": {\"kind\": \"accident\", \"grade\": \"county\", \"date\": \"2026-03-01\"}}",
        "value", "event.grade");
    expect(report,
        "{\"event\": {\"kind\": \"loss\", \"grade\": \"major\", \"date\": \"2026-03-01\"}}",
        "value", "event.grade");
    expect(report,
        "{\"event\": {\"kind\": \"loss\", \"date\": \"2026-03-01\"}, \"as_of\": \"2026-02-01\"}",
        "order", "as_of");
    expect(bars, "{}", "missing", "sanctions");
    expect(bars, "{\"sanctions\": [{\"kind\": \"fraud\", \"decided\": \"2019-01-01\"}]}",
        "no_edition", "sanctions");
  }

  private void expect(String path, String body, String code, String field) {
    JsonNode problem = problem(post(path, body, "en"), 422);
    assertThat(problem.path("code").asString()).as(body).isEqualTo(code);
    assertThat(problem.path("field").asString()).as(body).isEqualTo(field);
  }
}
