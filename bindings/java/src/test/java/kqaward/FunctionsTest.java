package kqaward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every public function of the C library can be reached from Java, or it is said here why not. */
class FunctionsTest {
  private static final Path JAVA = Suite.ROOT.resolve("bindings/java");

  /** Functions that no public method calls. */
  private static final Map<String, String> NOT_NEEDED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("kqa_date_add_days", "LocalDate.plusDays"),
              Map.entry("kqa_date_add_years", "LocalDate.plusYears, the same on 29 February"),
              Map.entry("kqa_date_compare", "LocalDate.compareTo"),
              Map.entry("kqa_date_day_number", "LocalDate.toEpochDay"),
              Map.entry("kqa_date_format", "LocalDate.toString"),
              Map.entry("kqa_date_from_day_number", "LocalDate.ofEpochDay"),
              Map.entry("kqa_date_is_absent", "null is the absent day"),
              Map.entry("kqa_date_is_valid", "a LocalDate is a day"),
              Map.entry("kqa_date_parse", "LocalDate.parse"),
              Map.entry("kqa_date_weekday", "LocalDate.getDayOfWeek"),
              Map.entry("kqa_provision_at", "Provision.values"),
              Map.entry("kqa_provision_count", "Provision.values")));

  @Test
  void everyFunctionIsReachedOrListed() throws IOException {
    String reached = text(JAVA.resolve("src/main"), ".java") + text(JAVA, ".i");
    String natively =
        text(JAVA, ".c")
            + text(Suite.ROOT.resolve("examples"), "round_file.c")
            + text(Suite.ROOT.resolve("examples"), "round_json.c");
    Set<String> missing = new TreeSet<>();
    for (String function : functions()) {
      boolean called =
          Pattern.compile("Rules(\\.|::)" + javaName(function) + "\\b").matcher(reached).find()
              || reached.contains(", " + javaName(function) + ")")
              || natively.contains(function + "(");
      if (!called) {
        missing.add(function);
      }
    }
    assertEquals(NOT_NEEDED.keySet(), missing);
  }

  @Test
  void theDaysOfLocalDateAreThoseOfTheLibrary() {
    for (long number = -719_162; number <= 2_932_896; number += 97) {
      long packed = Rules.dateFromDayNumber(number);
      java.time.LocalDate date = java.time.LocalDate.ofEpochDay(number);
      assertEquals(date, Given.toDay(packed));
      assertEquals(packed, Given.day(date, "date"));
      assertEquals(date.getDayOfWeek().getValue(), Rules.dateWeekday(packed));
      if (date.getYear() <= 9000) {
        assertEquals(date.plusYears(3), Given.toDay(Rules.dateAddYears(packed, 3)));
      }
    }
  }

  @Test
  void theEnumOfProvisionsIsTheRegister() {
    assertEquals(Provision.values().length, Rules.provisionCount());
    for (int i = 0; i < Provision.values().length; i++) {
      assertEquals(Provision.values()[i].code(), Rules.provisionAt(i)[0]);
    }
  }

  private static Set<String> functions() throws IOException {
    Set<String> functions = new TreeSet<>();
    Matcher declared =
        Pattern.compile("KQA_API [^(;]*?\\b(kqa_\\w+)\\(")
            .matcher(text(Suite.ROOT.resolve("include/kqaward"), ".h"));
    while (declared.find()) {
      functions.add(declared.group(1));
    }
    return functions;
  }

  /** kqa_ballot_decide is ballotDecide. */
  private static String javaName(String function) {
    return Pattern.compile("_(\\w)")
        .matcher(function.substring("kqa_".length()))
        .replaceAll(letter -> letter.group(1).toUpperCase(java.util.Locale.ROOT));
  }

  private static String text(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .filter(file -> !file.startsWith(JAVA.resolve("target")))
          .map(Suite::bytes)
          .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
          .collect(Collectors.joining("\n"));
    }
  }
}
