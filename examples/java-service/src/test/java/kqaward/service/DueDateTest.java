package kqaward.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DueDateTest extends OverLoopback {
  private JsonNode due(String which, String body) {
    return answer(post("/api/v1/due-dates/" + which, body, "zh"));
  }

  @Test
  void theSiteReportIsDueFiveWorkingDaysAfterTheSiteReview() {
    JsonNode answer = due("site-report", "{\"site_review_end\": \"2026-09-25\"}");
    // The holidays of 2026 take 1 to 7 October.
    assertThat(answer.path("due").asString()).isEqualTo("2026-10-09");
    assertThat(answer.path("citation").asString()).isEqualTo("第十七条");
  }

  @Test
  void aYearWithoutANoticeIsNotGuessedAndCanBeGiven() {
    String body = "{\"ordinance\": \"keqiao-2020\", \"site_review_end\": \"2031-03-03\"%s}";
    JsonNode problem =
        problem(post("/api/v1/due-dates/site-report", body.formatted(""), "en"), 422);
    assertThat(problem.path("code").asString()).isEqualTo("no_calendar");
    JsonNode answer =
        due("site-report", body.formatted(
            ", \"calendar\": {\"off\": [\"2031-03-05\"], \"working\": [\"2031-03-08\"]}"));
    assertThat(answer.path("due").asString()).isEqualTo("2031-03-10");
  }

  @Test
  void aWrittenReportIsDueThirtyDaysAfterTheEvent() {
    String event = "{\"event\": {\"kind\": \"%s\", \"date\": \"2026-03-06\"%s}%s}";
    JsonNode answer = due("written-report", event.formatted("complaint", "", ""));
    assertThat(answer.path("arises").asBoolean()).isTrue();
    // The thirtieth day is Sunday 5 April, in the Tomb-sweeping holidays up to 6 April.
    assertThat(answer.path("due").asString()).isEqualTo("2026-04-07");
    assertThat(answer.path("finding").path("verdict").asString()).isEqualTo("unknown");
    JsonNode literal =
        due("written-report",
            event.formatted("loss", "", ", \"readings\": {\"report.rollover\": \"none\"}"));
    assertThat(literal.path("due").asString()).isEqualTo("2026-04-05");
    JsonNode late =
        due("written-report", event.formatted(
            "inspection", ", \"grade\": \"county\"",
            ", \"reported\": \"2026-04-08\", \"as_of\": \"2026-05-01\""));
    assertThat(late.path("finding").path("verdict").asString()).isEqualTo("not_met");
  }

  @Test
  void anOrdinaryAccidentNeedsNoReport() {
    JsonNode answer =
        due("written-report",
            "{\"event\": {\"kind\": \"accident\", \"grade\": \"ordinary\","
                + " \"date\": \"2026-03-06\"}}");
    assertThat(answer.path("arises").asBoolean()).isFalse();
    assertThat(answer.path("due").isNull()).isTrue();
  }

  @Test
  void barsEndAfterFiveYearsForFraudAndThreeForARevocation() {
    JsonNode answer =
        due("bars",
            "{\"sanctions\": [{\"kind\": \"fraud\", \"decided\": \"2021-05-01\"},"
                + " {\"kind\": \"revocation\", \"decided\": \"2024-02-29\"}]}");
    assertThat(answer.path("bars").path(0).path("last_day").asString()).isEqualTo("2026-05-01");
    assertThat(answer.path("bars").path(1).path("last_day").asString()).isEqualTo("2027-02-28");
    assertThat(answer.path("bars").path(1).path("citation").asString()).isEqualTo("第三十条");
    assertThat(answer.path("first_acceptance").asString()).isEqualTo("2027-03-01");
  }

  @Test
  void anAmendmentChangesTheDays() {
    JsonNode answer =
        due("site-report",
            "{\"site_review_end\": \"2026-09-14\", \"amend\": {\"site_report.working_days\": 1}}");
    assertThat(answer.path("due").asString()).isEqualTo("2026-09-15");
  }
}
