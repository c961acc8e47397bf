package kqaward.field;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Columns as files of bare little-endian numbers, which the peers of other languages read too. */
final class ColumnFiles {
  private final Path folder;
  private final int rows;

  ColumnFiles(Path folder, int rows) {
    this.folder = folder;
    this.rows = rows;
  }

  int rows() {
    return rows;
  }

  private ByteBuffer read(String name, int size) {
    try (var file = Files.newInputStream(folder.resolve(name + ".bin"))) {
      byte[] bytes = file.readNBytes(rows * size);
      if (bytes.length != rows * size) {
        throw new IOException(name + " has too few rows");
      }
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  byte[] bytes(String name) {
    return read(name, 1).array();
  }

  int[] ints(String name) {
    int[] column = new int[rows];
    read(name, 4).asIntBuffer().get(column);
    return column;
  }

  long[] longs(String name) {
    long[] column = new long[rows];
    read(name, 8).asLongBuffer().get(column);
    return column;
  }

  private void write(String name, byte[] bytes) {
    try {
      Files.write(folder.resolve(name + ".bin"), bytes);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static byte[] little(long[] column) {
    ByteBuffer buffer = ByteBuffer.allocate(column.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asLongBuffer().put(column);
    return buffer.array();
  }

  void writeAnswers(byte[] verdict, byte[] decisive, long[] total, byte[] floors, long[] prize) {
    write("verdict", verdict);
    write("decisive", decisive);
    write("total", little(total));
    write("floors", floors);
    write("prize", little(prize));
  }
}
