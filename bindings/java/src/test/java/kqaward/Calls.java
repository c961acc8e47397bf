package kqaward;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One call of the package for each function name of the conformance suite. */
final class Calls {
  /** By name: an edition and an input to an answer. */
  static final Map<String, BiFunction<Edition, Input, Object>> ALL = new TreeMap<>();

  private Calls() {}

  private static void on(String name, BiFunction<Edition, Input, Object> call) {
    ALL.put(name, call);
  }

  // --- Parts of answers -------------------------------------------------------------------------

  /** An answer of keys and values. */
  private static Map<String, Object> answer(Object... pairs) {
    Map<String, Object> answer = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      answer.put((String) pairs[i], pairs[i + 1]);
    }
    return answer;
  }

  private static Object value(Object value) {
    return answer("value", value);
  }

  private static String shown(Object value) {
    return value == null ? null : value.toString();
  }

  private static Object exact(Ratio value) {
    return value(shown(value));
  }

  private static Object day(LocalDate date) {
    return answer("date", shown(date));
  }

  private static Object measures(Collection<Measure> measures) {
    return answer("measures", measures.stream().map(Measure::key).toList());
  }

  private static Object shown(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                answer(
                    "provision", finding.provision().key(),
                    "verdict", finding.verdict().key(),
                    "observed", finding.observedText(),
                    "required", finding.requiredText()))
        .toList();
  }

  private static Map<String, Object> findings(List<Finding> findings, Object... more) {
    Map<String, Object> answer = answer(more);
    answer.put("count", findings.size());
    answer.put("findings", shown(findings));
    return answer;
  }

  private static Object decision(Decision decision) {
    return findings(decision.findings(), "verdict", decision.verdict().key());
  }

  private static List<String> keys(List<Requirement> missing) {
    return missing.stream().map(Requirement::key).toList();
  }

  // --- Status, dates, calendars, exact numbers --------------------------------------------------

  static {
    on("fault_path", (edition, in) -> faultPath(edition, in));
    on("date_is_valid", (edition, in) -> isValid(in));
    on(
        "date_compare",
        (edition, in) -> value(Rules.dateCompare(packed(in.text("a")), packed(in.text("b")))));
    on("date_day_number", (edition, in) -> value(Rules.dateDayNumber(packed(in.text("date")))));
    on("date_weekday", (edition, in) -> value(Rules.dateWeekday(packed(in.text("date")))));
    on(
        "date_from_day_number",
        (edition, in) -> day(Given.toDay(Rules.dateFromDayNumber(in.number("number")))));
    on(
        "date_add_years",
        (edition, in) ->
            day(Given.toDay(Rules.dateAddYears(packed(in.text("date")), in.integer("years")))));
    on(
        "date_add_days",
        (edition, in) ->
            day(Given.toDay(Rules.dateAddDays(packed(in.text("date")), in.integer("days")))));
    on(
        "date_parse",
        (edition, in) -> day(Given.toDay(Rules.dateParse(Given.text(in.text("text"), "text")))));
    on("calendar_is_working", (edition, in) -> value(calendar(in).isWorking(in.day("date"))));
    on(
        "calendar_add_working_days",
        (edition, in) -> day(calendar(in).addWorkingDays(in.day("date"), in.integer("days"))));
    on("calendar_roll_forward", (edition, in) -> day(calendar(in).rollForward(in.day("date"))));
    on(
        "calendar_count_working_days",
        (edition, in) -> value(calendar(in).count(in.day("first"), in.day("last"))));
    on("ratio_make", (edition, in) -> exact(Ratio.of(in.number("num"), in.number("den"))));
    on("ratio_compare", (edition, in) -> value(in.ratio("a").compareTo(in.ratio("b"))));
    on("ratio_round", (edition, in) -> exact(in.ratio("value").round(in.integer("decimals"))));
    on("ratio_parse", (edition, in) -> exact(parsed(in)));
    on(
        "ratio_format_rounded",
        (edition, in) ->
            answer(
                "text",
                Rules.ratioFormatRounded(in.ratio("value").numbers(), in.integer("decimals"))));
  }

  /** A day of any three numbers as the native functions take it. */
  private static long packed(String date) {
    String[] parts = date.split("-");
    return Long.parseLong(parts[0]) << 16
        | Long.parseLong(parts[1]) << 8
        | Long.parseLong(parts[2]);
  }

  private static Object isValid(Input in) {
    String text = in.text("date");
    boolean valid = Rules.dateIsValid(packed(text));
    try {
      LocalDate date = LocalDate.parse(text);
      if (valid != (date.getYear() >= 1 && date.getYear() <= 9999)) {
        throw new AssertionError("LocalDate knows another calendar at " + text);
      }
    } catch (java.time.DateTimeException e) {
      if (valid) {
        throw new AssertionError("LocalDate does not know " + text);
      }
    }
    return value(valid);
  }

  private static Ratio parsed(Input in) {
    long most = in.has("max_denominator") ? in.number("max_denominator") : 1_000_000;
    String text = in.text("text");
    Ratio ratio = Ratio.of(Rules.ratioParse(Given.text(text, "text"), most));
    if (most == 1_000_000 && !ratio.equals(Ratio.of(text))) {
      throw new AssertionError("Ratio.of reads another number");
    }
    return ratio;
  }

  private static WorkCalendar calendar(Input in) {
    WorkCalendar calendar = WorkCalendar.BUILT_IN;
    for (Input year : in.list("calendar")) {
      calendar = calendar.withYear(year.integer("year"));
      for (JsonNode off : year.object("off").all()) {
        calendar = marked(calendar, year, off, DayKind.OFF);
      }
      for (JsonNode work : year.object("work").all()) {
        calendar = marked(calendar, year, work, DayKind.WORKING);
      }
    }
    return calendar;
  }

  private static WorkCalendar marked(
      WorkCalendar calendar, Input year, JsonNode text, DayKind kind) {
    LocalDate date = Input.day(text);
    if (date.getYear() != year.integer("year")) {
      throw new Input.NoRoom("range", "a day of another year cannot be marked in a year");
    }
    return calendar.with(date, kind);
  }

  /** The package has faults as exceptions alone: that of a round wrong at the field. */
  private static Object faultPath(Edition edition, Input in) {
    String key = in.text("key", "?");
    int[] at = new int[3];
    for (int i = 0; i < 3; i++) {
      at[i] = in.at("index").path(i).asInt();
    }
    String field = in.text("field");
    in.text("status");
    if (field.equals("none") || field.isEmpty()) {
      return answer("text", "");
    }
    if (field.equals("quota.quality")) {
      return pathOf(() -> edition.with("quota.quality", "10001"));
    }
    String part =
        switch (field) {
          case "organizations[].site_review.score" ->
              organization(at[0], "\"site_review\": {\"score\": 1001}");
          case "organizations[].document_review.sheets[][]" ->
              organization(
                  at[0], "\"document_review\": {\"sheets\": " + sheets(at[1], at[2]) + "}");
          case "organizations[].incidents[].date" ->
              organization(
                  at[0],
                  "\"incidents\": ["
                      + "{\"kind\": \"major_accident\", \"date\": \"2023-02-28\"}, ".repeat(at[1])
                      + "{\"kind\": \"major_accident\", \"date\": \"2023-02-29\"}]");
          case "organizations[].facts.*" -> organization(at[0], "\"facts\": {\"" + key + "\": 1}");
          case "votes.quality.yes.*" -> vote("quality", "yes", key);
          case "votes.nomination.runoff.*" -> vote("nomination", "runoff", key);
          case "special_nominations[]" ->
              "\"special_nominations\": [" + "\"S\", ".repeat(at[0]) + "1]";
          case "committee.members" -> "\"committee\": {\"members\": 0}";
          case "application_deadline" -> "\"application_deadline\": \"2026-02-30\"";
          default -> throw new AssertionError("no way to be wrong at " + field);
        };
    String deadline =
        part.contains("application_deadline") ? "" : ", \"application_deadline\": \"2026-06-30\"";
    String organizations = part.contains("\"organizations\"") ? "" : ", \"organizations\": []";
    String round = "{\"year\": 2026" + deadline + organizations + ", " + part + "}";
    return pathOf(() -> Round.parse(round).decide());
  }

  private static String organization(int place, String part) {
    StringBuilder text = new StringBuilder("\"organizations\": [");
    for (int i = 0; i < place; i++) {
      text.append("{\"id\": \"K").append(i).append("\"}, ");
    }
    return text + "{\"id\": \"last\", " + part + "}]";
  }

  private static String sheets(int sheet, int item) {
    String whole = "[" + "60, ".repeat(22) + "60], ";
    return "[" + whole.repeat(sheet) + "[" + "60, ".repeat(item) + "101]]";
  }

  private static String vote(String award, String key, String id) {
    String sound = "{\"convened_by\": \"chair\", \"present\": 14, \"yes\": {}}";
    String wrong =
        "{\"convened_by\": \"chair\", \"present\": 14, "
            + (key.equals("yes") ? "" : "\"yes\": {}, ")
            + "\""
            + key
            + "\": {\""
            + id
            + "\": -1}}";
    return "\"committee\": {\"members\": 18}, \"votes\": {\"quality\": "
        + (award.equals("quality") ? wrong : sound)
        + ", \"nomination\": "
        + (award.equals("quality") ? sound : wrong)
        + "}";
  }

  private static Object pathOf(Runnable wrong) {
    try {
      wrong.run();
      return answer("text", null);
    } catch (KqaException e) {
      return answer("text", e.path());
    }
  }

  // --- Editions and registers -------------------------------------------------------------------

  static {
    on("edition_find", (edition, in) -> shown(Edition.find(in.text("id"))));
    on("edition_on", (edition, in) -> shown(Edition.on(in.day("date"))));
    on(
        "edition_check",
        (edition, in) -> {
          edition.check();
          return value(true);
        });
    on("edition_get", (edition, in) -> value(edition.get(in.text("name"))));
    on("edition_diff", (edition, in) -> answer("names", Edition.find(edition.id()).diff(edition)));
    on("parameter_find", (edition, in) -> parameter(in.text("name")));
    on("reading_value", (edition, in) -> answer("words", words(in.text("reading"))));
    on("in_force_check", (edition, in) -> decision(edition.inForce(in.day("date"))));
    on("provision_find", (edition, in) -> provision(in.text("provision")));
    on(
        "citation",
        (edition, in) ->
            answer(
                "text", Rules.citation(in.integer("article"), in.integer("item"), language(in))));
    on(
        "finding_text",
        (edition, in) -> answer("text", Rules.findingText(finding(in), language(in))));
    on(
        "finding_values",
        (edition, in) -> {
          long[] finding = finding(in);
          in.text("language");
          return answer(
              "observed",
              Rules.findingObserved(finding),
              "required",
              Rules.findingRequired(finding));
        });
  }

  private static Object shown(Edition edition) {
    return answer(
        "id", edition.id(),
        "in_force_from", shown(edition.inForceFrom()),
        "in_force_to", shown(edition.inForceTo()));
  }

  private static Object parameter(String name) {
    try {
      Parameter row = Parameter.find(name);
      return answer(
          "name", row.name(),
          "kind", row.kind().key(),
          "article", row.article(),
          "item", row.item(),
          "min", row.min(),
          "max", row.max(),
          "touches_round", row.touchesRound());
    } catch (KqaException e) {
      return answer(
          "name",
          null,
          "kind",
          null,
          "article",
          0,
          "item",
          0,
          "min",
          0,
          "max",
          0,
          "touches_round",
          false);
    }
  }

  private static List<String> words(String reading) {
    return Parameter.all().stream()
        .filter(row -> row.name().equals(reading))
        .flatMap(row -> row.words().stream())
        .toList();
  }

  private static Object provision(String key) {
    try {
      Provision row = Provision.find(key);
      return answer(
          "code",
          row.code(),
          "kind",
          row.kind().key(),
          "article",
          row.article(),
          "item",
          row.item());
    } catch (KqaException e) {
      return answer("code", 0, "kind", null, "article", 0, "item", 0);
    }
  }

  private static int language(Input in) {
    String word = in.text("language", "zh");
    return word.equals("zh") ? 1 : word.equals("en") ? 2 : -1;
  }

  /** A finding as the native functions take it: also one that the package would not make. */
  private static long[] finding(Input in) {
    Ratio observed = in.ratio("observed");
    Ratio required = in.ratio("required");
    long[] is = Given.ratioOrNone(observed);
    long[] must = Given.ratioOrNone(required);
    String key = in.text("provision");
    long provision = 0;
    for (Provision one : Provision.values()) {
      provision = one.key().equals(key) ? one.code() : provision;
    }
    return new long[] {
      provision,
      in.word("verdict", Verdict::find, Verdict.UNKNOWN).code(),
      in.word("unit", Unit::find, Unit.NONE).code(),
      in.word("relation", Relation::find, Relation.NONE).code(),
      is[0],
      is[1],
      must[0],
      must[1]
    };
  }

  // --- People -----------------------------------------------------------------------------------

  static {
    on("eligibility_decide", Calls::eligibility);
    on("bar_last_day", (edition, in) -> day(Eligibility.barLastDay(edition, sanction(in))));
    on(
        "assessor_check",
        (edition, in) -> {
          var facts = in.facts(AssessorFact.class, AssessorFact.values(), AssessorFact::key);
          return decision(
              in.has("years")
                  ? People.assessor(edition, facts, in.integer("years"))
                  : People.assessor(edition, facts));
        });
    on(
        "panel_check",
        (edition, in) ->
            decision(People.panel(edition, in.integer("assessors"), in.integer("leaders"))));
    on(
        "committee_role",
        (edition, in) ->
            answer("roles", People.seats().stream().map(seat -> seat.role().key()).toList()));
    on(
        "committee_check",
        (edition, in) -> {
          List<Truth> filled = new ArrayList<>();
          in.at("filled").forEach(fact -> filled.add(Input.truth(fact)));
          return decision(People.committee(filled));
        });
    on(
        "conduct_check",
        (edition, in) ->
            decision(
                People.conduct(
                    in.facts(ConductFact.class, ConductFact.values(), ConductFact::key))));
    on(
        "conduct_measures",
        (edition, in) ->
            measures(People.conductMeasures(in.truth("breached"), in.truth("criminal"))));
  }

  private static Object eligibility(Edition edition, Input in) {
    Application.Builder builder = Application.builder();
    Input facts = in.object("facts");
    facts
        .all()
        .properties()
        .forEach(
            one -> {
              if (one.getKey().equals("operating_since")) {
                builder.operatingSince(Input.day(one.getValue()));
              } else {
                builder.fact(Requirement.find(one.getKey()), Input.truth(one.getValue()));
              }
            });
    Input papers = in.object("application");
    for (String paper : List.of("self_evaluation", "form", "evidence")) {
      if (papers.has(paper)) {
        builder.fact(Requirement.find("application." + paper), papers.truth(paper));
      }
    }
    if (papers.has("recommended_by")) {
      builder.recommendedBy(papers.word("recommended_by", Recommender::find, Recommender.UNKNOWN));
    }
    if (papers.has("copies")) {
      builder.copies(papers.integer("copies"));
    }
    if (papers.has("received")) {
      builder.received(papers.day("received"));
    }
    for (Input one : in.list("incidents")) {
      builder.incident(one.word("kind", IncidentKind::find, null), one.day("date"));
    }
    for (Input one : in.list("sanctions")) {
      builder.sanction(one.word("kind", SanctionKind::find, null), one.day("decided"));
    }
    EligibilityAnswer answer = Eligibility.decide(edition, in.day("deadline"), builder.build());
    return findings(
        answer.findings(), "verdict", answer.verdict().key(), "missing", keys(answer.missing()));
  }

  private static Sanction sanction(Input in) {
    return new Sanction(in.word("kind", SanctionKind::find, null), in.day("decided"));
  }

  // --- Criteria and scores ----------------------------------------------------------------------

  static {
    on("criteria_find", (edition, in) -> shown(Criteria.find(in.text("id"))));
    on(
        "criteria_check",
        (edition, in) -> {
          criteria(in).check();
          return value(true);
        });
    on("criteria_verify", (edition, in) -> decision(criteria(in).verify()));
    on(
        "criteria_item",
        (edition, in) -> {
          byte[] id = Given.text(in.text("id"), "id");
          int item = in.integer("item");
          return answer(
              "clause", Rules.criteriaItemClause(id, item),
              "zh", Rules.criteriaItemName(id, item, 1),
              "en", Rules.criteriaItemName(id, item, 2));
        });
    on(
        "criteria_category",
        (edition, in) -> {
          byte[] id = Given.text(in.text("id"), "id");
          int category = in.integer("category");
          return answer(
              "zh", Rules.criteriaCategoryName(id, category, 1),
              "en", Rules.criteriaCategoryName(id, category, 2));
        });
    on(
        "sheet_score",
        (edition, in) -> exact(Scores.sheet(criteria(in), sheet(in.at("sheet"), criteria(in)))));
    on(
        "sheet_item_score",
        (edition, in) ->
            exact(
                Scores.sheetItem(
                    criteria(in), sheet(in.at("sheet"), criteria(in)), in.integer("item"))));
    on(
        "sheet_category_score",
        (edition, in) ->
            exact(
                Scores.sheetCategory(
                    criteria(in), sheet(in.at("sheet"), criteria(in)), in.integer("category"))));
    on("panel_score", (edition, in) -> exact(Scores.panel(edition, criteria(in), sheets(in))));
    on(
        "panel_category_score",
        (edition, in) ->
            exact(Scores.panelCategory(edition, criteria(in), in.integer("category"), sheets(in))));
    on(
        "panel_spread",
        (edition, in) -> exact(Scores.panelSpread(edition, criteria(in), sheets(in))));
    on(
        "total_score",
        (edition, in) ->
            exact(
                Ratio.of(
                    Rules.totalScore(
                        edition.raw(),
                        Given.ratioOrNone(in.ratio("document")),
                        Given.ratioOrNone(in.ratio("site"))))));
    on(
        "floors_check",
        (edition, in) -> decision(Scores.floors(edition, in.ratio("document"), in.ratio("site"))));
    on(
        "least_site_score",
        (edition, in) ->
            exact(Scores.leastSiteScore(edition, in.ratio("document"), in.integer("decimals"))));
    on("rank", (edition, in) -> rank(in));
  }

  private static Object shown(Criteria criteria) {
    return answer(
        "full_score", criteria.fullScore(),
        "percent_step", criteria.percentStep(),
        "category_count", criteria.categoryCount(),
        "item_count", criteria.items().size(),
        "items",
            criteria.items().stream()
                .map(item -> List.of(item.points(), item.category()))
                .toList());
  }

  /** A built-in set, or one written out and not yet checked. */
  private static Criteria criteria(Input in) {
    JsonNode given = in.at("criteria");
    if (given == null || given.isTextual()) {
      return Criteria.find(given == null ? "gbt19580-2012" : given.asText());
    }
    List<Criteria.Item> items = new ArrayList<>();
    given
        .get("items")
        .forEach(item -> items.add(new Criteria.Item(item.get(0).asInt(), item.get(1).asInt())));
    return Criteria.of(
        given.get("id").asText(),
        given.get("full_score").asInt(),
        given.get("percent_step").asInt(),
        given.get("category_count").asInt(),
        given.has("item_count") ? given.get("item_count").asInt() : items.size(),
        items);
  }

  private static int[] sheet(JsonNode given, Criteria criteria) {
    return given.isInt()
        ? IntStream.generate(given::asInt).limit(criteria.items().size()).toArray()
        : IntStream.range(0, given.size()).map(item -> given.get(item).asInt()).toArray();
  }

  private static int[][] sheets(Input in) {
    Criteria criteria = criteria(in);
    JsonNode given = in.at("sheets");
    int[][] sheets = new int[given.size()][];
    for (int i = 0; i < sheets.length; i++) {
      sheets[i] = sheet(given.get(i), criteria);
    }
    return sheets;
  }

  private static Object rank(Input in) {
    List<Ratio> totals = new ArrayList<>();
    in.at("totals").forEach(total -> totals.add(Input.ratio(total)));
    Ranking ranking = Scores.rank(totals);
    List<Integer> order = new ArrayList<>(ranking.order());
    while (order.size() < totals.size()) {
      order.add(-1);
    }
    return answer("ranked", ranking.order().size(), "ranks", ranking.ranks(), "order", order);
  }

  // --- Votes, seats, prizes ---------------------------------------------------------------------

  static {
    on(
        "vote_validity",
        (edition, in) ->
            decision(
                Voting.validity(
                    edition,
                    in.integer("members"),
                    in.word("convened_by", Convener::find, Convener.OTHER),
                    in.integer("present"))));
    on(
        "ballot_decide",
        (edition, in) ->
            decision(
                Voting.ballot(
                    edition,
                    new Ballot(
                        in.integer("members"),
                        in.word("convened_by", Convener::find, Convener.OTHER),
                        in.integer("present"),
                        in.integer("yes")))));
    on(
        "least_present",
        (edition, in) -> value(least(Voting.leastPresent(edition, in.integer("members")))));
    on("least_yes", (edition, in) -> value(least(Voting.leastYes(edition, in.integer("present")))));
    on("allocate", Calls::allocate);
    on(
        "allocation_check",
        (edition, in) ->
            decision(
                Voting.allocationCheck(edition, in.integer("quality"), in.integer("nomination"))));
    on(
        "special_nomination_check",
        (edition, in) ->
            decision(Voting.specialNomination(edition, in.ratio("document"), in.ratio("site"))));
    on(
        "prize_decide",
        (edition, in) -> {
          Prize prize =
              Prizes.decide(edition, in.word("award", Award::find, Award.NONE), history(in));
          return findings(prize.findings(), "amount", prize.amount());
        });
    on("prize_payable", (edition, in) -> value(Prizes.payable(edition, history(in))));
    on("is_former_winner", (edition, in) -> value(Prizes.formerWinner(history(in))));
    on(
        "outlay_bound",
        (edition, in) ->
            value(
                Prizes.outlayBound(
                    edition, in.integer("off_quota_quality"), in.integer("off_quota_nomination"))));
  }

  private static Object least(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  private static Object allocate(Edition edition, Input in) {
    List<Candidate> candidates = new ArrayList<>();
    for (Input one : in.list("candidates")) {
      candidates.add(
          new Candidate(
              one.flag("stands", true),
              one.flag("former_winner", false),
              one.integer("yes"),
              one.integer("runoff")));
    }
    Allocation allocation =
        Voting.allocate(
            edition, in.word("award", Award::find, Award.NONE), in.integer("present"), candidates);
    return answer(
        "places", allocation.places().stream().map(Place::key).toList(),
        "quota", allocation.seats().quota(),
        "taken", allocation.seats().taken(),
        "off_quota", allocation.seats().offQuota(),
        "tied", allocation.tied());
  }

  private static List<PastAward> history(Input in) {
    List<PastAward> history = new ArrayList<>();
    for (Input one : in.list("history")) {
      history.add(
          new PastAward(
              one.word("award", Award::find, Award.NONE),
              one.integer("year"),
              one.number("paid"),
              one.flag("revoked", false)));
    }
    return history;
  }

  // --- Sanctions, titles, reports, procedure ----------------------------------------------------

  static {
    on(
        "first_acceptance",
        (edition, in) -> {
          List<Sanction> sanctions = in.list("sanctions").stream().map(Calls::sanction).toList();
          return day(Eligibility.firstAcceptance(edition, sanctions, in.day("from")));
        });
    on("fraud_measures", (edition, in) -> measures(Duties.fraudMeasures()));
    on(
        "serious_problem_measures",
        (edition, in) ->
            measures(
                Duties.seriousProblemMeasures(
                    in.truth("event"), in.truth("problem"), in.truth("revoked"))));
    on(
        "title_use_check",
        (edition, in) ->
            decision(
                Duties.titleUse(in.facts(TitleFact.class, TitleFact.values(), TitleFact::key))));
    on(
        "title_measures",
        (edition, in) ->
            measures(Duties.titleMeasures(in.word("verdict", Verdict::find, Verdict.UNKNOWN))));
    on("report_duty", Calls::reportDuty);
    on("procedure_check", Calls::procedure);
    on(
        "site_report_due",
        (edition, in) ->
            day(Procedure.siteReportDue(edition, in.day("site_review_end"), calendar(in))));
  }

  private static Object reportDuty(Edition edition, Input in) {
    EventKind kind = in.word("kind", EventKind::find, null);
    LocalDate date = in.day("date");
    Event event =
        switch (kind) {
          case ACCIDENT -> Event.accident(grade(in, AccidentGrade::find), date);
          case INSPECTION -> Event.inspection(grade(in, InspectionLevel::find), date);
          case COMPLAINT -> Event.complaint(date);
          case LOSS -> Event.loss(date);
        };
    if (in.has("grade") && (kind == EventKind.COMPLAINT || kind == EventKind.LOSS)) {
      throw new Input.NoRoom("value", "such an event has no grade");
    }
    Report report =
        Duties.reportDuty(edition, event, in.day("reported"), in.day("as_of"), calendar(in));
    return findings(
        List.of(report.finding()), "arises", report.arises(), "due", shown(report.due()));
  }

  private static <E> E grade(Input in, Function<String, E> find) {
    if (!in.has("grade")) {
      throw new Input.NoRoom("value", "such an event must have a grade");
    }
    return in.word("grade", find, null);
  }

  private static Object procedure(Edition edition, Input in) {
    Map<Stage, LocalDate> done = new EnumMap<>(Stage.class);
    Input days = in.object("done");
    for (Map.Entry<String, JsonNode> one : days.all().properties()) {
      done.put(Stage.find(one.getKey()), Input.day(one.getValue()));
    }
    Progress progress =
        Procedure.check(edition, done, in.day("site_report"), in.day("as_of"), calendar(in));
    Stage next = progress.nextStage();
    return findings(
        progress.findings(),
        "verdict",
        progress.verdict().key(),
        "next_stage",
        next == null ? null : next.key(),
        "site_report_due",
        shown(progress.siteReportDue()));
  }

  // --- Whole rounds -----------------------------------------------------------------------------

  static {
    on(
        "round_decide",
        (edition, in) -> {
          RoundResult result =
              Round.parse(in.all().toString().getBytes(StandardCharsets.UTF_8)).decide();
          Map<String, Object> organizations = new LinkedHashMap<>();
          for (OrganizationResult one : result.organizations()) {
            organizations.put(one.id(), organization(one));
          }
          Map<String, Object> answer = summary(result);
          answer.put("organizations", organizations);
          return answer;
        });
  }

  /** What the suite compares of one organisation. */
  static Map<String, Object> organization(OrganizationResult one) {
    boolean without = one.eligible() == Verdict.NOT_APPLICABLE;
    return findings(
        one.findings(),
        "id",
        one.id(),
        "outcome",
        one.outcome().key(),
        "rank",
        one.rank(),
        "total",
        shown(one.total()),
        "award",
        one.award() == Award.NONE ? null : one.award().key(),
        "off_quota",
        one.offQuota(),
        "prize",
        one.prize(),
        "missing",
        keys(one.missing()),
        "eligible",
        without ? null : one.eligible().key(),
        "outcome_depends_on",
        one.outcomeReadings(),
        "prize_depends_on",
        one.prizeReadings());
  }

  private static Object shown(Seats seats) {
    return answer("quota", seats.quota(), "taken", seats.taken(), "off_quota", seats.offQuota());
  }

  static Map<String, Object> summary(RoundResult result) {
    return answer(
        "year", result.year(),
        "ordinance", result.edition().id(),
        "quality_vote", result.qualityVote().key(),
        "nomination_vote", result.nominationVote().key(),
        "candidates", result.candidates(),
        "quality_tied", result.qualityTied(),
        "nomination_tied", result.nominationTied(),
        "seats",
            answer(
                "quality", shown(result.qualitySeats()),
                "nomination", shown(result.nominationSeats())),
        "prize_total", result.prizeTotal());
  }
}
