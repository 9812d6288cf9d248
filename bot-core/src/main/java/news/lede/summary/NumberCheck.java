package news.lede.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;
import news.lede.text.Figure;
import news.lede.text.Figures;
import news.lede.text.Token;

/**
 * A number must stand in the evidence, in digits or in words, and beside the same things: where the evidence has several numbers, one must not take the place of another.
 */
final class NumberCheck {
    private static final int AROUND = 4;
    private static final int NEARER = 2;
    private static final Set<String> DATE_BEFORE = Set.of("tháng", "năm");
    private static final Pattern DIGITS = Pattern.compile("(\\d+(?:\\.\\d+)?)(.*)");

    private static final Pattern METRES_OR_MILLIONS = Pattern.compile("\\d[\\d.,]*m");
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** A number's value, what stands around it, and the word right behind it, which mostly says what is counted. */
    private record Spot(String value, String written, Set<String> around, String counted) {
        boolean countsLike(Spot other) {
            return !counted.isEmpty() && counted.equals(other.counted);
        }
    }

    private NumberCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        List<Spot> evidence = settled(spots(known), values(spots(said)));
        List<Spot> used = settled(spots(said), values(evidence));
        Set<String> usedValues = values(used);
        List<Refusal> refusals = new ArrayList<>();
        for (Spot spot : used) {
            int same = nearest(
                    spot,
                    evidence.stream().filter(e -> e.value.equals(spot.value)).toList());
            // A number that another sentence of the text uses may stand anywhere; one that was left out is what this
            // one may have replaced.
            int other = nearest(
                    spot,
                    evidence.stream().filter(e -> !usedValues.contains(e.value)).toList());
            boolean own = evidence.stream().anyMatch(e -> e.value.equals(spot.value) && e.countsLike(spot))
                    && evidence.stream().noneMatch(e -> !e.value.equals(spot.value) && e.countsLike(spot));
            boolean taken = evidence.stream().anyMatch(e -> !e.value.equals(spot.value) && e.countsLike(spot))
                    && evidence.stream()
                            .filter(e -> e.value.equals(spot.value))
                            .allMatch(e -> !e.counted.isEmpty() && !e.countsLike(spot));
            if (same < 0 || taken || (!own && other > same + NEARER)) {
                refusals.add(new Refusal(Kind.NUMBER, spot.written));
            } else if (!own) {
                int swapped = nearest(
                        spot,
                        evidence.stream()
                                .filter(e -> !e.value.equals(spot.value))
                                .toList());
                if (swapped > same + NEARER) {
                    refusals.add(new Refusal(Kind.NUMBER, spot.written));
                }
            }
        }
        return refusals;
    }

    private static Set<String> values(List<Spot> spots) {
        return spots.stream().map(Spot::value).collect(Collectors.toSet());
    }

    /** "40m" is forty metres or forty million: whichever {@code others} speak of. */
    private static List<Spot> settled(List<Spot> spots, Set<String> others) {
        return spots.stream()
                .map(spot -> {
                    boolean either = METRES_OR_MILLIONS.matcher(spot.written).matches() && !others.contains(spot.value);
                    String millions = plain(new BigDecimal(spot.value).multiply(MILLION));
                    return either && others.contains(millions)
                            ? new Spot(millions, spot.written, spot.around, spot.counted)
                            : spot;
                })
                .toList();
    }

    /** How much of what stands around a number stands around one of {@code others}; -1 when there are none. */
    private static int nearest(Spot spot, List<Spot> others) {
        int most = -1;
        for (Spot other : others) {
            Set<String> shared = new HashSet<>(spot.around);
            shared.retainAll(other.around);
            most = Math.max(most, shared.size());
        }
        return most;
    }

    private static List<Spot> spots(Passage passage) {
        List<Spot> spots = new ArrayList<>();
        for (List<Token> sentence : passage.sentences()) {
            int start = sentence.getFirst().span().start();
            int end = sentence.getLast().span().end();
            boolean[] read = new boolean[sentence.size()];
            for (Figure figure : Figures.in(passage.text().substring(start, end), passage.language())) {
                if (isArticle(figure)
                        || isPercent(
                                sentence, first(sentence, start + figure.span().start()))) {
                    continue;
                }
                int from = first(sentence, start + figure.span().start());
                if (isScore(
                        passage.text(),
                        start + figure.span().start(),
                        start + figure.span().end())) {
                    continue;
                }
                int to = first(sentence, start + figure.span().end());
                Arrays.fill(read, from, to, true);
                Set<String> around = around(sentence, from, to);
                String counted = counted(sentence, to);
                spots.add(new Spot(plain(figure.value()), figure.written(), around, counted));
                figure.upTo().ifPresent(upTo -> spots.add(new Spot(plain(upTo), figure.written(), around, counted)));
            }
            addOthers(sentence, read, spots);
        }
        return spots;
    }

    /** "2対1": told from either side. {@link UnitCheck} looks at the pair. */
    private static boolean isScore(String text, int start, int end) {
        return start > 0 && text.charAt(start - 1) == '対' || end < text.length() && text.charAt(end) == '対';
    }

    /** The hundred in "per cento", "por ciento". */
    private static boolean isPercent(List<Token> sentence, int at) {
        return at > 0
                && at < sentence.size()
                && !sentence.get(at).number()
                && Set.of("per", "por", "pour").contains(sentence.get(at - 1).folded());
    }

    /** "a", "einer", "una": one in words is an article as often. */
    private static boolean isArticle(Figure figure) {
        return figure.value().compareTo(BigDecimal.ONE) == 0
                && figure.written().chars().noneMatch(Character::isDigit);
    }

    /** The first word that begins at {@code place} or after. */
    private static int first(List<Token> sentence, int place) {
        int at = 0;
        while (at < sentence.size() && sentence.get(at).span().start() < place) {
            at++;
        }
        return at;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** Numbers that are no figures: "twice", "the second", what {@link Figures} leaves out because it may mean something else. */
    private static void addOthers(List<Token> sentence, boolean[] read, List<Spot> spots) {
        int at = 0;
        while (at < sentence.size()) {
            BigDecimal value = read[at] || isPercent(sentence, at) ? null : value(sentence.get(at));
            if (value == null) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < sentence.size()) {
                Long magnitude = CountWords.MAGNITUDES.get(sentence.get(end).folded());
                if (magnitude == null) {
                    break;
                }
                value = value.multiply(BigDecimal.valueOf(magnitude));
                end++;
            }
            spots.add(
                    new Spot(plain(value), sentence.get(at).text(), around(sentence, at, end), counted(sentence, end)));
            at = end;
        }
    }

    private static String counted(List<Token> sentence, int behind) {
        return behind < sentence.size() && sentence.get(behind).telling()
                ? sentence.get(behind).stem()
                : "";
    }

    private static Set<String> around(List<Token> sentence, int from, int to) {
        // "tháng 8", "năm 2019": a date may stand beside anything.
        if (from > 0 && DATE_BEFORE.contains(sentence.get(from - 1).folded())) {
            return Set.of();
        }
        List<Token> near = new ArrayList<>(sentence.subList(Math.max(0, from - AROUND), from));
        near.addAll(sentence.subList(to, Math.min(sentence.size(), to + AROUND)));
        near.removeIf(token -> value(token) != null);
        return Passage.tellingStems(near);
    }

    /** The value of a word that is a number; {@code null} for any other. */
    private static @org.jspecify.annotations.Nullable BigDecimal value(Token token) {
        if (token.number()) {
            Matcher digits = DIGITS.matcher(token.stem());
            if (!digits.matches()) {
                return null;
            }
            Long magnitude = CountWords.MAGNITUDES.get(digits.group(2));
            BigDecimal value = new BigDecimal(digits.group(1));
            return magnitude == null ? value : value.multiply(BigDecimal.valueOf(magnitude));
        }
        Integer word = CountWords.WORDS.get(token.folded());
        if (word != null) {
            return BigDecimal.valueOf(word);
        }
        // twenty-one
        int hyphen = token.folded().indexOf('-');
        if (hyphen > 0) {
            Integer tens = CountWords.WORDS.get(token.folded().substring(0, hyphen));
            Integer ones = "one".equals(token.folded().substring(hyphen + 1))
                    ? Integer.valueOf(1)
                    : CountWords.WORDS.get(token.folded().substring(hyphen + 1));
            if (tens != null && ones != null && tens >= 20 && tens < 100 && ones < 10) {
                return BigDecimal.valueOf(tens + ones);
            }
        }
        return null;
    }
}
