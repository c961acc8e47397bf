/**
 * The rules of the Keqiao District government quality award: who may apply, scores, votes, seats,
 * prizes, bars and deadlines, exactly and with the article for every answer.
 *
 * <p>Every type is immutable and may be used from many threads, but for {@link
 * kqaward.Application.Builder}. What makes no sense is refused with a {@link kqaward.KqaException};
 * {@code null} is refused unless a method says otherwise.
 */
package kqaward;
