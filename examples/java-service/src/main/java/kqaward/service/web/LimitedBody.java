package kqaward.service.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import kqaward.service.Limits;
import org.springframework.http.HttpStatus;

/** A body that counts its bytes and watches the time they take. */
final class LimitedBody extends ServletInputStream {
  private final ServletInputStream body;
  private final long most;
  private final long end;
  private long count;

  LimitedBody(ServletInputStream body, Limits limits) {
    this.body = body;
    most = limits.body().toBytes();
    end = System.nanoTime() + limits.bodyTime().toNanos();
  }

  @Override
  public int read() throws IOException {
    int value = body.read();
    if (value >= 0) {
      take(1);
    }
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int taken = body.read(bytes, offset, length);
    if (taken > 0) {
      take(taken);
    }
    return taken;
  }

  private void take(int bytes) throws IOException {
    count += bytes;
    if (count > most) {
      throw new BodyFault(HttpStatus.CONTENT_TOO_LARGE);
    }
    if (System.nanoTime() - end > 0) {
      throw new BodyFault(HttpStatus.REQUEST_TIMEOUT);
    }
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
