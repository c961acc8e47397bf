package kqaward;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The files of the conformance suite, and how answers are compared; see its README. */
final class Suite {
  static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  static final Path ROOT = Path.of(System.getProperty("kqaward.root")).toAbsolutePath().normalize();
  static final Path FOLDER = ROOT.resolve("tests/conformance");

  private Suite() {}

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(Path file) {
    return json(bytes(file));
  }

  static JsonNode json(byte[] text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> caseFiles() {
    return files(FOLDER).stream().filter(file -> file.toString().endsWith(".json")).toList();
  }

  static List<Path> roundFiles() {
    return files(FOLDER.resolve("rounds")).stream()
        .filter(file -> file.toString().endsWith(".json"))
        .filter(file -> !file.toString().endsWith(".expected.json"))
        .toList();
  }

  /** An input laid over what the file's inputs have in common, without what is null. */
  static JsonNode merged(JsonNode over, JsonNode base) {
    if (base != null && base.isObject() && over.isArray() && isListBase(base)) {
      ArrayNode list = MAPPER.createArrayNode();
      over.forEach(element -> list.add(merged(element, base.get("[]"))));
      return list;
    }
    if (over.isArray()) {
      ArrayNode list = MAPPER.createArrayNode();
      over.forEach(element -> list.add(merged(element, null)));
      return list;
    }
    if (!over.isObject()) {
      return over;
    }
    ObjectNode found = MAPPER.createObjectNode();
    boolean based = base != null && base.isObject();
    for (Map.Entry<String, JsonNode> one : over.properties()) {
      found.set(one.getKey(), merged(one.getValue(), based ? base.get(one.getKey()) : null));
    }
    if (based) {
      for (Map.Entry<String, JsonNode> one : base.properties()) {
        if (!over.has(one.getKey()) && !isListBase(one.getValue())) {
          found.set(one.getKey(), merged(one.getValue(), null));
        }
      }
    }
    for (Map.Entry<String, JsonNode> one : List.copyOf(found.properties())) {
      if (one.getValue().isNull()) {
        found.remove(one.getKey());
      }
    }
    return found;
  }

  private static boolean isListBase(JsonNode base) {
    return base.isObject() && base.size() == 1 && base.has("[]");
  }

  /** Objects are partial, scalars and lists whole, findings stand anywhere. */
  static boolean same(JsonNode expect, JsonNode got) {
    if (got == null) {
      return false;
    }
    if (expect.isObject()) {
      return got.isObject() && expect.properties().stream().allMatch(one -> sameMember(one, got));
    }
    if (expect.isArray()) {
      boolean equal = got.isArray() && expect.size() == got.size();
      for (int i = 0; equal && i < expect.size(); i++) {
        equal = same(expect.get(i), got.get(i));
      }
      return equal;
    }
    return expect.getNodeType() == got.getNodeType() && expect.asText().equals(got.asText());
  }

  private static boolean sameMember(Map.Entry<String, JsonNode> expect, JsonNode got) {
    JsonNode wanted = expect.getValue();
    return switch (expect.getKey()) {
      case "findings" -> all(wanted, one -> any(got.get("findings"), other -> same(one, other)));
      case "contains" -> all(wanted, part -> got.path("text").asText().contains(part.asText()));
      default -> same(wanted, got.get(expect.getKey()));
    };
  }

  private static boolean all(JsonNode list, Function<JsonNode, Boolean> holds) {
    return StreamSupport.stream(list.spliterator(), false).allMatch(holds::apply);
  }

  private static boolean any(JsonNode list, Function<JsonNode, Boolean> holds) {
    return list != null && StreamSupport.stream(list.spliterator(), false).anyMatch(holds::apply);
  }
}
