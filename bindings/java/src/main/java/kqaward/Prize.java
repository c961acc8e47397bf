package kqaward;

import java.util.List;

/**
 * A prize with its findings (Art. 24).
 *
 * @param amount to be paid, yuan
 * @param findings not repeated; under the cap
 */
public record Prize(long amount, List<Finding> findings) {}
