package kqaward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the types let through is answered or refused with a sentence, and never a crash. */
class HostileTest {
  @Test
  void everyMethodAnswersOrNamesTheField() {
    Hostile hostile = new Hostile(1);
    hostile.attack(15_000);
    assertEquals(List.of(), hostile.wrong.stream().limit(20).toList());
    assertTrue(hostile.answered > 3_000 && hostile.refused > 1_500);
  }

  @Test
  void theVirtualMachineFindsNoFaultInTheNativeCode() throws Exception {
    Java java = Java.run(List.of("-Xcheck:jni"), Hostile.class, "2", "4000");
    assertEquals(0, java.status(), java.output());
    assertFalse(java.output().contains("WARNING"), java.output());
    assertFalse(java.output().contains("FATAL"), java.output());
  }

  @Test
  void noMethodTakesOrAnswersBinaryFloatingPoint() {
    for (Executable one : Hostile.executables()) {
      String signature = one.toString();
      assertFalse(signature.contains("double") || signature.contains("float"), signature);
    }
  }

  @Test
  void nullIsRefusedByTheNameOfTheArgument() {
    Edition edition = Edition.find("keqiao-2020");
    KqaException error = assertThrows(KqaException.class, () -> Voting.ballot(edition, null));
    assertEquals(Status.MISSING, error.status());
    assertEquals("ballot", error.path());
    assertEquals("ballot: a required value is missing.", error.text(Language.EN));
    assertEquals("ballot：缺少必填项。", error.text(Language.ZH));
  }

  @Test
  void aDamagedRoundIsReadOrRefusedWithItsPlace() {
    byte[] sound = Suite.bytes(Suite.ROOT.resolve("examples/rounds/2026.json"));
    Random random = new Random(3);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] text = damaged(sound, random);
      try {
        Round.parse(text).decide();
      } catch (KqaException e) {
        refused++;
        assertFalse(e.getMessage().isBlank());
      }
    }
    assertTrue(refused > 1000, refused + " refused");
  }

  private static byte[] damaged(byte[] sound, Random random) {
    byte[] text =
        Arrays.copyOf(sound, random.nextInt(8) == 0 ? random.nextInt(sound.length) : sound.length);
    for (int n = random.nextInt(4); n >= 0 && text.length > 0; n--) {
      text[random.nextInt(text.length)] = (byte) random.nextInt(256);
    }
    return text;
  }

  @Test
  void aTextLargerThanTheReaderAcceptsIsRefused() {
    byte[] text = new byte[128 * 1024 * 1024 + 1];
    Arrays.fill(text, (byte) ' ');
    assertEquals(
        Status.TOO_LARGE, assertThrows(KqaException.class, () -> Round.parse(text)).status());
  }

  @Test
  void deepNestingIsRefused() {
    String text = "[".repeat(1_000_000);
    assertThrows(KqaException.class, () -> Round.parse(text));
  }
}
