package news.lede.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number among the lexemes {@code from} to {@code to} (exclusive) of a sentence, in digits or words, with its magnitude worked in.
 *
 * @param digits whether it begins with digits
 * @param soft whether its word means other things too
 * @param bare whether it is digits alone, without a magnitude
 */
record WrittenNumber(int from, int to, BigDecimal value, boolean digits, boolean soft, boolean bare) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final String CURRENCIES = "€$£¥₽₴₺₹₩₫₪";

    /** Every number in order. Digits that are no plain number ("14.5.2024", "14:30") are left to others: they come with the value of their first part. */
    static List<WrittenNumber> in(List<Lexeme> lexemes, Language language) {
        List<WrittenNumber> numbers = new ArrayList<>(2);
        Reader reader = new Reader(lexemes, language);
        int at = 0;
        while (at < lexemes.size()) {
            WrittenNumber number = reader.read(at);
            if (number == null) {
                at++;
            } else {
                numbers.add(number);
                at = number.to;
            }
        }
        return numbers;
    }

    private static final class Reader {
        private final List<Lexeme> lexemes;
        private final Language language;
        private final NumberWords words;
        private final boolean english;
        private final boolean french;

        Reader(List<Lexeme> lexemes, Language language) {
            this.lexemes = lexemes;
            this.language = language;
            this.words = NumberWords.of(language);
            this.english = language.code().equals("en");
            this.french = language.code().equals("fr");
        }

        @Nullable
        WrittenNumber read(int at) {
            Lexeme first = lexemes.get(at);
            if (first.digits()) {
                return digits(at, first);
            }
            if (!first.word()) {
                return null;
            }
            if (words.half(first.folded())) {
                int next = at + 1 < lexemes.size()
                                && words.article(lexemes.get(at + 1).folded())
                        ? at + 2
                        : at + 1;
                NumberWords.Piece piece = piece(next);
                boolean times = piece != null && piece.times() && piece.atLeast(100);
                return times ? magnified(at, next, HALF, false, false) : null;
            }
            return words(at);
        }

        private WrittenNumber digits(int at, Lexeme first) {
            BigDecimal value = Numbers.value(first.text(), language);
            WrittenNumber magnified = magnified(at, at + 1, value, true, false);
            if (magnified.to > at + 1) {
                return magnified;
            }
            BigDecimal letter = letterMagnitude(at);
            return letter == null
                    ? magnified
                    : new WrittenNumber(at, at + 2, value.multiply(letter), true, false, false);
        }

        /** "14m" and "14k" written as one; "m" only of money, since it is metres too. */
        private @Nullable BigDecimal letterMagnitude(int at) {
            if (at + 1 >= lexemes.size() || !lexemes.get(at).touches(lexemes.get(at + 1))) {
                return null;
            }
            boolean money = at > 0 && lexemes.get(at - 1).sign(CURRENCIES);
            return switch (lexemes.get(at + 1).folded()) {
                case "k" -> THOUSAND;
                case "m" -> money ? THOUSAND.multiply(THOUSAND) : null;
                case "b" -> money ? THOUSAND.multiply(THOUSAND).multiply(THOUSAND) : null;
                default -> null;
            };
        }

        /** {@code value} times the magnitudes from lexeme {@code next} on. */
        private WrittenNumber magnified(int at, int next, BigDecimal value, boolean digits, boolean soft) {
            BigDecimal product = value;
            int end = next;
            while (true) {
                int word = end < lexemes.size() && lexemes.get(end).sign("-") ? end + 1 : end;
                NumberWords.Piece piece = piece(word);
                if (piece == null
                        || !piece.times()
                        || !piece.atLeast(digits ? 1_000 : 100)
                        || piece.soft() && word == next) {
                    break;
                }
                product = product.multiply(piece.value());
                end = word + 1;
                // "Mio.", "тыс."
                if (end + 1 < lexemes.size()
                        && lexemes.get(end).sign(".")
                        && lexemes.get(word).touches(lexemes.get(end))) {
                    end++;
                }
            }
            return new WrittenNumber(at, end, product, digits, soft, digits && end == at + 1);
        }

        private @Nullable WrittenNumber words(int at) {
            BigDecimal total = BigDecimal.ZERO;
            BigDecimal current = BigDecimal.ZERO;
            boolean seen = false;
            boolean soft = true;
            int end = at;
            int next = at;
            if (words.article(lexemes.get(at).folded())) {
                NumberWords.Piece times = piece(at + 1);
                if (times != null && times.times() && !times.soft()) {
                    current = BigDecimal.ONE;
                    seen = true;
                    soft = false;
                    next = at + 1;
                }
            }
            while (next < lexemes.size()) {
                NumberWords.Piece piece = piece(next);
                if (piece == null) {
                    break;
                }
                if (piece.times()) {
                    if (!seen && !piece.alone()) {
                        break;
                    }
                    BigDecimal times = current.signum() == 0 ? BigDecimal.ONE : current;
                    if (seen && current.signum() == 0) {
                        // "two million thousand" is none, "mil millones" is one.
                        total = total.multiply(piece.value());
                    } else if (piece.atLeast(1_000)) {
                        total = total.add(times.multiply(piece.value()));
                        current = BigDecimal.ZERO;
                    } else if (current.compareTo(HUNDRED) < 0) {
                        current = times.multiply(piece.value());
                    } else {
                        break;
                    }
                } else if (fits(current, piece.value(), seen)) {
                    current = french && isFour(current) && piece.value().intValue() == 20
                            ? current.add(BigDecimal.valueOf(76))
                            : current.add(piece.value());
                } else {
                    break;
                }
                seen = true;
                soft = soft && piece.soft();
                end = next + 1;
                next = joint(end, current, total);
            }
            return end == at
                    ? null
                    : new WrittenNumber(at, end, total.add(current), false, soft && end == at + 1, false);
        }

        /** Where the next word of the same number may stand: behind a hyphen or what joins. */
        private int joint(int at, BigDecimal current, BigDecimal total) {
            if (at + 1 >= lexemes.size()) {
                return at;
            }
            Lexeme lexeme = lexemes.get(at);
            if (lexeme.sign("-\u2010\u2011")) {
                return at + 1;
            }
            if (!words.joins(lexeme.folded())) {
                return at;
            }
            boolean full = current.signum() == 0 ? total.signum() > 0 : isRound(current, 100);
            NumberWords.Piece piece = piece(at + 1);
            boolean small = piece != null && !piece.times() && !piece.atLeast(100);
            boolean joins = english
                    ? full && small
                    : small && fits(current, piece == null ? BigDecimal.ZERO : piece.value(), true);
            return joins ? at + 1 : at;
        }

        private boolean fits(BigDecimal current, BigDecimal value, boolean seen) {
            if (!seen || current.signum() == 0) {
                return true;
            }
            int c = current.intValue() % 100;
            int v = value.intValue();
            if (v >= 100) {
                return false;
            }
            if (c == 0) {
                return true;
            }
            if (french && c == 4 && v == 20) {
                return true;
            }
            if (french && (c == 10 || c == 70 || c == 90) && v >= 7 && v < 10) {
                return true;
            }
            if (french && (c == 60 || c == 80)) {
                return v < 20;
            }
            if (language.code().equals("ar") && c < 10) {
                // Ones stand before tens.
                return v >= 20 && v % 10 == 0;
            }
            boolean teens = language.code().equals("tr") || language.code().equals("vi");
            return c % 10 == 0 && c >= (teens ? 10 : 20) && v < 10 && v > 0;
        }

        private static boolean isFour(BigDecimal current) {
            return current.intValue() % 100 == 4;
        }

        private static boolean isRound(BigDecimal current, int step) {
            return current.remainder(BigDecimal.valueOf(step)).signum() == 0;
        }

        private NumberWords.@Nullable Piece piece(int at) {
            return at < lexemes.size() && lexemes.get(at).word()
                    ? words.piece(lexemes.get(at).folded())
                    : null;
        }
    }
}
