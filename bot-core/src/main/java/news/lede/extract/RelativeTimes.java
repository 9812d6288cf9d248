package news.lede.extract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads "38 minutes ago" in many languages. Immutable; the phrases stand in {@code relative-time.txt}. */
final class RelativeTimes {
    private static final Map<String, Duration> UNITS = Map.of(
            "second", Duration.ofSeconds(1),
            "minute", Duration.ofMinutes(1),
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1),
            "week", Duration.ofDays(7),
            "month", Duration.ofDays(30),
            "year", Duration.ofDays(365));
    /** Beyond this a number is no age of news; it also keeps the product within range. */
    private static final long LARGEST_NUMBER = 999;

    /** A stretch of words that tells an age. */
    record Found(int firstToken, int tokens, Duration age) {}

    private record Rule(int amount, Duration unit) {}

    private final Map<List<String>, Rule> rules = new HashMap<>();
    private final Set<String> firstWords = new HashSet<>();
    private int longest;

    RelativeTimes() {
        for (String line : Resources.lines("relative-time.txt")) {
            String[] sides = line.split("=", 2);
            String[] amount = sides[0].strip().split(" +");
            Duration unit = UNITS.get(amount[1]);
            if (unit == null) {
                throw new IllegalStateException("relative-time.txt: no such unit: " + line);
            }
            int number = amount[0].equals(Token.NUMBER) ? -1 : Integer.parseInt(amount[0]);
            for (String phrase : sides[1].split(";")) {
                List<String> words = Phrases.words(phrase.replace('#', '0'));
                firstWords.add(words.getFirst());
                rules.putIfAbsent(words, new Rule(number, unit));
                longest = Math.max(longest, words.size());
            }
        }
    }

    /** The age that the whole text tells, punctuation aside. */
    Optional<Duration> whole(String text) {
        if (text.length() > 80) {
            return Optional.empty();
        }
        List<Token> tokens = Tokens.of(text);
        return at(text, tokens, 0, tokens.size()).map(Found::age);
    }

    /** The longest stretch of the text that tells an age; of equals the first. */
    Optional<Found> within(String text) {
        return within(text, Tokens.of(text));
    }

    Optional<Found> within(String text, List<Token> tokens) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (firstWords.contains(tokens.get(i).folded())) {
                starts.add(i);
            }
        }
        for (int size = starts.isEmpty() ? 0 : Math.min(longest, tokens.size()); size > 0; size--) {
            for (int first : starts) {
                if (first + size > tokens.size()) {
                    break;
                }
                Optional<Found> found = at(text, tokens, first, size);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Found> at(String text, List<Token> tokens, int first, int size) {
        if (size == 0 || size > longest) {
            return Optional.empty();
        }
        List<Token> window = tokens.subList(first, first + size);
        Rule rule = rules.get(window.stream().map(Token::folded).toList());
        if (rule == null) {
            return Optional.empty();
        }
        long amount = rule.amount() >= 0 ? rule.amount() : number(text, window);
        return amount > LARGEST_NUMBER
                ? Optional.empty()
                : Optional.of(new Found(first, size, rule.unit().multipliedBy(amount)));
    }

    private static long number(String text, List<Token> window) {
        for (Token token : window) {
            if (token.isNumber()) {
                long value = 0;
                for (int i = token.start(); i < token.end() && value <= LARGEST_NUMBER; i++) {
                    value = value * 10 + Math.max(0, Character.digit(text.charAt(i), 10));
                }
                return value;
            }
        }
        return 0;
    }
}
