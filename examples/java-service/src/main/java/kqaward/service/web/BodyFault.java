package kqaward.service.web;

import java.io.IOException;
import org.springframework.http.HttpStatus;

/** A body that is too large or arrives too slowly; thrown where it is read. */
final class BodyFault extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient HttpStatus status;

  BodyFault(HttpStatus status) {
    super(status.getReasonPhrase());
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
