package kqaward;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction in lowest terms, such as a score. It is made of whole numbers, decimals or
 * text; binary floating point is not accepted, as it does not hold what was written.
 */
public final class Ratio implements Comparable<Ratio> {
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final int MOST_DECIMALS = 15;
  private static final long SCORE_MAX_DENOMINATOR = 1_000_000;

  private final long numerator;
  private final long denominator;

  private Ratio(long numerator, long denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /**
   * A whole number.
   *
   * @param value the number, at most 10^18 either way
   * @return the number
   */
  public static Ratio of(long value) {
    return of(value, 1);
  }

  /**
   * A fraction, brought to lowest terms.
   *
   * @param numerator at most 10^18 either way
   * @param denominator 1 to 10^15
   * @return the fraction
   */
  public static Ratio of(long numerator, long denominator) {
    return of(Rules.ratioMake(numerator, denominator));
  }

  /**
   * A decimal, exactly.
   *
   * @param value the decimal, of at most 15 decimals
   * @return the number
   */
  public static Ratio of(BigDecimal value) {
    BigDecimal plain = Given.notNull(value, "number");
    if (plain.signum() == 0) {
      return of(0);
    }
    plain = plain.stripTrailingZeros();
    int decimals = Math.max(plain.scale(), 0);
    if (decimals > MOST_DECIMALS || plain.precision() - plain.scale() > MOST_DECIMALS + 4) {
      throw KqaException.refuse(Status.RANGE, "number");
    }
    BigInteger unscaled = plain.setScale(decimals).unscaledValue();
    if (unscaled.abs().compareTo(LONG_MAX) > 0) {
      throw KqaException.refuse(Status.RANGE, "number");
    }
    return of(unscaled.longValue(), BigInteger.TEN.pow(decimals).longValue());
  }

  /**
   * A plain decimal ({@code 612.35}) or a fraction ({@code 3057/5}): digits only, no sign, no
   * exponent, no blanks; in lowest terms a denominator of at most 1,000,000, as of a score.
   *
   * @param text the number
   * @return the number, exactly
   */
  public static Ratio of(String text) {
    return of(Rules.ratioParse(Given.text(text, "number"), SCORE_MAX_DENOMINATOR));
  }

  /** A number that the library has answered. */
  static Ratio of(long[] numbers) {
    return new Ratio(numbers[0], numbers[1]);
  }

  /** The same; null for "no number". */
  static Ratio at(long[] numbers, int place) {
    return numbers[place + 1] == 0 ? null : new Ratio(numbers[place], numbers[place + 1]);
  }

  long[] numbers() {
    return new long[] {numerator, denominator};
  }

  /**
   * The numerator.
   *
   * @return the numerator
   */
  public long numerator() {
    return numerator;
  }

  /**
   * The denominator.
   *
   * @return at least 1
   */
  public long denominator() {
    return denominator;
  }

  /**
   * Rounded once by GB/T 8170: to the nearest, a tie to the even digit.
   *
   * @param decimals digits kept after the point, -3 (thousands) to 3
   * @return the rounded number
   */
  public Ratio round(int decimals) {
    return of(Rules.ratioRound(numbers(), decimals));
  }

  /**
   * Rounded by GB/T 8170 for display, such as {@code 664.90}. What is shown is not what is
   * compared.
   *
   * @param decimals digits after the point, 0 to 3
   * @return the text
   */
  public String format(int decimals) {
    round(decimals);
    return Rules.ratioFormatRounded(numbers(), decimals);
  }

  @Override
  public int compareTo(Ratio other) {
    return (int) Rules.ratioCompare(numbers(), Given.ratio(other, "number"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ratio ratio
        && numerator == ratio.numerator
        && denominator == ratio.denominator;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(numerator * 31 + denominator);
  }

  /** In lowest terms: {@code 6649/10}, a whole number without a denominator. */
  @Override
  public String toString() {
    return Rules.ratioFormat(numbers());
  }
}
