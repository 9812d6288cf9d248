package news.lede.extract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    private record Rule(List<String> words, int amount, Duration unit) {}

    /** The rules that begin with one word: the one that is no longer, and the others by their second word; hundreds begin with a number. */
    private record Rules(List<Rule> alone, Map<String, List<Rule>> bySecond) {
        void add(Rule rule) {
            List<Rule> place = rule.words().size() == 1
                    ? alone
                    : bySecond.computeIfAbsent(rule.words().get(1), w -> new ArrayList<>());
            place.add(rule);
        }
    }

    private final Map<String, Rules> byFirstWord = new HashMap<>();
    private final FirstWords firstWords;

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
                // Of the same phrase in two languages the first counts.
                byFirstWord
                        .computeIfAbsent(words.getFirst(), w -> new Rules(new ArrayList<>(), new HashMap<>()))
                        .add(new Rule(words, number, unit));
            }
        }
        firstWords = new FirstWords(byFirstWord.keySet());
    }

    /** The age that the whole text tells, punctuation aside. */
    Optional<Duration> whole(String text) {
        // Most lines begin with no word of an age.
        if (text.length() > 80 || !firstWords.mayHold(Tokens.first(text))) {
            return Optional.empty();
        }
        List<Token> tokens = Tokens.of(text);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        for (Rule rule : tokens.size() == 1 ? alone(tokens, 0) : longer(tokens, 0)) {
            if (rule.words().size() == tokens.size() && standsAt(rule.words(), tokens, 0)) {
                return found(rule, text, tokens, 0).map(Found::age);
            }
        }
        return Optional.empty();
    }

    /** The rules of the one word at {@code at}. */
    private List<Rule> alone(List<Token> tokens, int at) {
        Rules rules = byFirstWord.get(tokens.get(at).folded());
        return rules == null ? List.of() : rules.alone();
    }

    /** The rules of several words that begin with the two at {@code at}. */
    private List<Rule> longer(List<Token> tokens, int at) {
        Rules rules = at + 1 < tokens.size() ? byFirstWord.get(tokens.get(at).folded()) : null;
        return rules == null
                ? List.of()
                : rules.bySecond().getOrDefault(tokens.get(at + 1).folded(), List.of());
    }

    /** The longest stretch of the text that tells an age; of equals the first. */
    Optional<Found> within(String text) {
        return within(text, Tokens.of(text));
    }

    Optional<Found> within(String text, List<Token> tokens) {
        @Nullable Found best = null;
        for (int i = 0; i < tokens.size(); i++) {
            if (firstWords.mayHold(tokens.get(i).folded())) {
                best = longest(best, alone(tokens, i), text, tokens, i);
                best = longest(best, longer(tokens, i), text, tokens, i);
            }
        }
        return Optional.ofNullable(best);
    }

    /** The longest of {@code best} and what the rules find at {@code at}; of equals the first. */
    private static @Nullable Found longest(
            @Nullable Found best, List<Rule> rules, String text, List<Token> tokens, int at) {
        @Nullable Found longest = best;
        for (Rule rule : rules) {
            if ((longest == null || rule.words().size() > longest.tokens()) && standsAt(rule.words(), tokens, at)) {
                longest = found(rule, text, tokens, at).orElse(longest);
            }
        }
        return longest;
    }

    private static boolean standsAt(List<String> words, List<Token> tokens, int at) {
        if (at + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!tokens.get(at + i).folded().equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Found> found(Rule rule, String text, List<Token> tokens, int first) {
        int size = rule.words().size();
        long amount = rule.amount() >= 0 ? rule.amount() : number(text, tokens.subList(first, first + size));
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
