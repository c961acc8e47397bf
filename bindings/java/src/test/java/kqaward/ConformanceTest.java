package kqaward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file of the conformance suite, through the Java package. */
class ConformanceTest {
  private static final Path ERRORS = Suite.FOLDER.resolve("errors");

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    return Suite.caseFiles().stream()
        .flatMap(
            file -> {
              JsonNode data = Suite.json(file);
              assertFalse(data.get("cases").isEmpty(), file.toString());
              String room = data.get("room").asText();
              return elements(data.get("cases"))
                  .map(
                      one ->
                          dynamicTest(
                              room + ": " + one.get("name").asText(), () -> check(data, one)));
            });
  }

  private static void check(JsonNode data, JsonNode one) {
    String function = one.get("function").asText();
    assertNotNull(Calls.ALL.get(function), "a function without a call: " + function);
    Input input = new Input(Suite.merged(one.get("input"), data.path("base").path(function)));
    JsonNode expect = one.get("expect");
    assertFalse(expect.isEmpty(), "a case must expect something");
    JsonNode wanted = expect.get("error");
    try {
      Object answer = Calls.ALL.get(function).apply(edition(one.path("edition")), input);
      JsonNode got = Suite.MAPPER.valueToTree(answer);
      assertTrue(wanted == null, () -> "accepted: " + got);
      assertTrue(Suite.same(expect, got), () -> "answer: " + got);
      assertEquals(Set.of(), input.unread(), "input keys that the call does not read");
    } catch (Input.NoRoom e) {
      // The types of the package leave no room for such a value: it may answer with the same error.
      assertNotNull(wanted, "no room for " + e.getMessage());
      assertEquals(wanted.get("status").asText(), e.status);
    } catch (KqaException e) {
      assertNotNull(wanted, () -> "refused: " + e.getMessage());
      checkError(wanted, e);
    }
  }

  /** Set name by name, unchecked, as the functions are to refuse it themselves. */
  private static Edition edition(JsonNode given) {
    Edition edition = Edition.find(given.path("id").asText("keqiao-2020"));
    for (String part : new String[] {"amend", "readings"}) {
      for (Map.Entry<String, JsonNode> one : given.path(part).properties()) {
        edition = edition.set(one.getKey(), one.getValue().asText());
      }
    }
    return edition;
  }

  /** The suite's field and places as one path. */
  private static String path(JsonNode error) {
    if (error.has("path")) {
      return error.get("path").asText();
    }
    StringBuilder path = new StringBuilder();
    String[] parts = error.get("field").asText().split("\\[\\]", -1);
    for (int i = 0; i < parts.length; i++) {
      path.append(i == 0 ? "" : "[" + error.path("index").path(i - 1).asInt() + "]");
      path.append(parts[i]);
    }
    return path.toString();
  }

  private static void checkError(JsonNode wanted, KqaException error) {
    if (wanted.has("status")) {
      assertEquals(wanted.get("status").asText(), error.status().key(), error.getMessage());
    }
    if (wanted.has("field") || wanted.has("path")) {
      assertEquals(path(wanted), error.path(), error.getMessage());
    }
    for (Language language : Language.values()) {
      assertFalse(error.text(language).isBlank());
      assertFalse(error.text(language).contains("\n"));
    }
  }

  @TestFactory
  Stream<DynamicTest> rounds() {
    return Suite.roundFiles().stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> checkRound(file)));
  }

  private static void checkRound(Path file) {
    String name = file.toString().replaceFirst("\\.json$", ".expected.json");
    JsonNode expect = Suite.json(Path.of(name));
    if (expect.path("error").asBoolean()) {
      KqaException error =
          assertThrows(KqaException.class, () -> Round.parse(Suite.bytes(file)).decide());
      assertEquals(expect.path("path").asText(), error.path(), error.getMessage());
      return;
    }
    RoundResult result = Round.parse(Suite.bytes(file)).decide();
    Map<String, Object> answer = Calls.summary(result);
    answer.put("organizations", result.organizations().stream().map(Calls::organization).toList());
    JsonNode got = Suite.MAPPER.valueToTree(answer);
    assertTrue(Suite.same(expect, got), () -> "answer: " + got);
  }

  @TestFactory
  Stream<DynamicTest> inputErrors() {
    return elements(Suite.json(ERRORS.resolve("index.json")).get("errors"))
        .map(
            one ->
                dynamicTest(
                    one.get("file").asText(),
                    () -> {
                      byte[] text = Suite.bytes(ERRORS.resolve(one.get("file").asText()));
                      KqaException error =
                          assertThrows(KqaException.class, () -> Round.parse(text).decide());
                      checkError(one.get("expect").get("error"), error);
                    }));
  }

  @Test
  void theIndexNamesEveryFile() {
    Set<String> named =
        elements(Suite.json(ERRORS.resolve("index.json")).get("errors"))
            .map(one -> one.get("file").asText())
            .collect(Collectors.toCollection(TreeSet::new));
    named.add("index.json");
    Set<String> there =
        Suite.files(ERRORS).stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(there, named);
  }

  @Test
  void everyCallIsAskedByTheSuite() {
    Set<String> asked = new TreeSet<>();
    for (Path file : Suite.caseFiles()) {
      elements(Suite.json(file).get("cases"))
          .forEach(one -> asked.add(one.get("function").asText()));
    }
    assertEquals(asked, Calls.ALL.keySet(), Arrays.toString(asked.toArray()));
  }
}
