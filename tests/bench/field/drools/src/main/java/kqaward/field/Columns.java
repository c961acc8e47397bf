package kqaward.field;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Reads the columns' files into rows and writes the answers' files. */
final class Columns {
  /** A row; null for what is not known or not there. */
  record Row(int known, int holds, Integer operatingSince, Integer recommendedBy, Integer copies,
      Integer received, Integer inspectionFailure, Integer majorAccident, Integer majorComplaint,
      Integer fraud, Integer revocation, Integer document, Integer site, int award, int won,
      long paid) {
    Boolean fact(int bit) {
      return (known >> bit & 1) == 0 ? null : (holds >> bit & 1) == 1;
    }
  }

  private static final int NO_DAY = Integer.MIN_VALUE;
  private static final int NO_NUMBER = -1;

  private final Path folder;
  private final int rows;

  Columns(Path folder, int rows) {
    this.folder = folder;
    this.rows = rows;
  }

  private ByteBuffer bytes(String name, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(rows * size).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel file =
        FileChannel.open(folder.resolve(name + ".bin"), StandardOpenOption.READ)) {
      while (buffer.hasRemaining() && file.read(buffer) >= 0) {
        continue;
      }
    }
    if (buffer.hasRemaining()) {
      throw new IOException(name + " has too few rows");
    }
    return buffer.flip();
  }

  private static Integer orNull(int value, int none) {
    return value == none ? null : Integer.valueOf(value);
  }

  List<Organisation> read() throws IOException {
    ByteBuffer known = bytes("known", 4);
    ByteBuffer holds = bytes("holds", 4);
    ByteBuffer since = bytes("operating_since", 4);
    ByteBuffer body = bytes("recommended_by", 1);
    ByteBuffer copies = bytes("copies", 4);
    ByteBuffer received = bytes("received", 4);
    ByteBuffer inspection = bytes("inspection_failure", 4);
    ByteBuffer accident = bytes("major_accident", 4);
    ByteBuffer complaint = bytes("major_complaint", 4);
    ByteBuffer fraud = bytes("fraud", 4);
    ByteBuffer revocation = bytes("revocation", 4);
    ByteBuffer document = bytes("document", 4);
    ByteBuffer site = bytes("site", 4);
    ByteBuffer award = bytes("award", 1);
    ByteBuffer won = bytes("won", 1);
    ByteBuffer paid = bytes("paid", 8);
    List<Organisation> result = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      result.add(new Organisation(new Row(known.getInt(), holds.getInt(),
          orNull(since.getInt(), NO_DAY), orNull(body.get(), 0), orNull(copies.getInt(), NO_NUMBER),
          orNull(received.getInt(), NO_DAY), orNull(inspection.getInt(), NO_DAY),
          orNull(accident.getInt(), NO_DAY), orNull(complaint.getInt(), NO_DAY),
          orNull(fraud.getInt(), NO_DAY), orNull(revocation.getInt(), NO_DAY),
          orNull(document.getInt(), NO_NUMBER), orNull(site.getInt(), NO_NUMBER), award.get(),
          won.get(), paid.getLong())));
    }
    return result;
  }

  static void write(Path folder, List<Organisation> organisations) throws IOException {
    int rows = organisations.size();
    ByteBuffer verdict = ByteBuffer.allocate(rows);
    ByteBuffer decisive = ByteBuffer.allocate(rows);
    ByteBuffer floors = ByteBuffer.allocate(rows);
    ByteBuffer total = ByteBuffer.allocate(rows * 8).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer prize = ByteBuffer.allocate(rows * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (Organisation one : organisations) {
      verdict.put(one.verdict());
      decisive.put(one.decisive());
      floors.put(one.floors());
      total.putLong(one.total());
      prize.putLong(one.prize());
    }
    write(folder, "verdict", verdict);
    write(folder, "decisive", decisive);
    write(folder, "floors", floors);
    write(folder, "total", total);
    write(folder, "prize", prize);
  }

  private static void write(Path folder, String name, ByteBuffer bytes) throws IOException {
    try (FileChannel file = FileChannel.open(folder.resolve(name + ".bin"),
        StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      bytes.flip();
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }
  }
}
