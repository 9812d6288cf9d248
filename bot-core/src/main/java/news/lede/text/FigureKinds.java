package news.lede.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.text.Figure.Kind;

/** Tells dates, times, years, scores and labels from quantities. For one sentence and one thread. */
final class FigureKinds {
    private static final int FIRST_YEAR = 1500;
    private static final int LAST_YEAR = 2100;
    private static final int PHONE_DIGITS = 8;
    private static final int LAST_DAY = 31;
    private static final String HYPHENS = "-\u2010\u2011\u2012\u2013";

    private static final Pattern HOURS = Pattern.compile("h\\d{0,2}");
    private static final Pattern CLOCK = Pattern.compile("\\p{Nd}{1,2}:[0-5]\\p{Nd}(?::\\p{Nd}{2})?");
    private static final Pattern DOTTED_DATE =
            Pattern.compile("\\p{Nd}{1,2}\\.\\p{Nd}{1,2}\\.(?:\\p{Nd}{2}|\\p{Nd}{4})");
    private static final Set<String> BEHIND_DAY = Set.of("de", "st", "nd", "rd", "th", "er", "of");
    private static final Set<String> MONTH_BEFORE_DAY = Set.of("en", "vi");
    private static final Set<String> CAPITAL_MONTHS = Set.of("en", "de", "tr");
    private static final Set<String> SHORT_MONTHS = Set.of(
            "may", "mai", "mei", "mag", "мая", "май", "mar", "jan", "feb", "apr", "jun", "jul", "aug", "oct", "okt",
            "nov", "dec", "dez");
    private static final Set<String> ENGLISH_ORDINALS = Set.of("st", "nd", "rd", "th", "s");
    private static final Set<String> FRENCH_ORDINALS = Set.of("e", "er", "ere", "eme", "re", "es");
    private static final Set<String> ROMANCE_ORDINALS = Set.of("o", "a", "er", "º", "ª");
    private static final Set<String> DUTCH_ORDINALS = Set.of("e", "de", "ste");
    private static final Set<String> HYPHENED = Set.of("ru", "uk");
    private static final Set<String> SLAVIC_ORDINALS =
            Set.of("й", "и", "го", "му", "я", "е", "м", "х", "ю", "ти", "ми", "та", "те");

    private final List<Lexeme> lexemes;
    private final Language language;
    private final FigureWords roles;
    private final boolean score;

    FigureKinds(List<Lexeme> lexemes, Language language) {
        this.lexemes = lexemes;
        this.language = language;
        this.roles = FigureWords.of(language);
        boolean told = false;
        for (int i = 0; i < lexemes.size() && !told; i++) {
            told = lexemes.get(i).word() && roles.is("score", lexemes, i);
        }
        this.score = told;
    }

    /** The kind of a number that is no quantity; empty when it may be one. */
    Optional<Kind> of(WrittenNumber number) {
        if (!number.digits()) {
            return roles.is("fraction", lexemes, behindHyphen(number.to()))
                    ? Optional.of(Kind.LABEL)
                    : Optional.empty();
        }
        Lexeme digits = lexemes.get(number.from());
        if (isLabel(number, digits)) {
            return Optional.of(Kind.LABEL);
        }
        if (digits.text().indexOf(':') >= 0) {
            return Optional.of(isClock(digits.text()) ? Kind.TIME : Kind.SCORE);
        }
        if (isTime(number)) {
            return Optional.of(Kind.TIME);
        }
        if (isDate(number, digits)) {
            return Optional.of(Kind.DATE);
        }
        if (isScore(number)) {
            return Optional.of(Kind.SCORE);
        }
        return isOrdinal(number, digits) ? Optional.of(Kind.ORDINAL) : Optional.empty();
    }

    /** Whether bare digits read as a year where nothing else is known of them. */
    boolean maybeYear(WrittenNumber number) {
        Lexeme digits = lexemes.get(number.from());
        if (!number.bare()
                || digits.text().length() != 4
                || !digits.text().chars().allMatch(Character::isDigit)) {
            return false;
        }
        int value = number.value().intValue();
        return value >= FIRST_YEAR && value <= LAST_YEAR;
    }

    private boolean isLabel(WrittenNumber number, Lexeme digits) {
        int from = number.from();
        String text = digits.text();
        if (text.length() > 1 && text.charAt(0) == '0' && Character.isDigit(text.charAt(1))) {
            return text.indexOf(':') < 0 && text.indexOf('.') < 0;
        }
        boolean plain = text.chars().allMatch(Character::isDigit);
        if (plain && text.length() >= PHONE_DIGITS && number.bare()) {
            return true;
        }
        // Two numbers in a row are a number to call.
        boolean rowed = number.to() < lexemes.size() && lexemes.get(number.to()).digits()
                || from > 0 && lexemes.get(from - 1).digits();
        if (number.bare() && rowed && !maybeYear(number)) {
            return true;
        }
        if (from == 0) {
            return false;
        }
        Lexeme before = lexemes.get(from - 1);
        boolean touches = before.touches(digits);
        if (touches && before.sign("+#@/_=&")) {
            return true;
        }
        if (touches && before.sign(HYPHENS) && from > 1 && lexemes.get(from - 2).touches(before)) {
            // COVID-19, F-16; but "mid-2020" is a year and "1-2" a range.
            return lexemes.get(from - 2).word() && !maybeYear(number) && !roles.is("to", lexemes, from - 2);
        }
        int word = before.sign(".")
                        && before.start() == lexemes.get(Math.max(0, from - 2)).end()
                ? from - 2
                : from - 1;
        return roles.is("label", lexemes, word);
    }

    private boolean isTime(WrittenNumber number) {
        int next = number.to();
        if (next >= lexemes.size()) {
            return false;
        }
        Lexeme after = lexemes.get(next);
        String word = after.folded();
        boolean touches = lexemes.get(next - 1).touches(after);
        if (touches && HOURS.matcher(word).matches()) {
            return true;
        }
        boolean halves = word.equals("am")
                || word.equals("pm")
                || (word.equals("a") || word.equals("p"))
                        && next + 2 < lexemes.size()
                        && lexemes.get(next + 1).sign(".")
                        && lexemes.get(next + 2).folded().equals("m");
        // German "am" is a preposition.
        return language.code().equals("en") && halves
                || word.equals("uhr")
                || word.equals("o'clock")
                || word.equals("gmt");
    }

    private static boolean isClock(String text) {
        return CLOCK.matcher(text).matches();
    }

    private boolean isDate(WrittenNumber number, Lexeme digits) {
        String text = digits.text();
        if (DOTTED_DATE.matcher(text).matches()) {
            return true;
        }
        int from = number.from();
        int to = number.to();
        boolean slashed = to + 1 < lexemes.size()
                && lexemes.get(to).sign("/")
                && digits.touches(lexemes.get(to))
                && lexemes.get(to + 1).digits();
        if (slashed) {
            return true;
        }
        if (!number.bare()
                || number.value().scale() > 0
                || number.value().intValue() > LAST_DAY && !maybeYear(number)) {
            return false;
        }
        boolean day = number.value().intValue() <= LAST_DAY;
        int next = to;
        while (next < lexemes.size()
                && (lexemes.get(next).sign(".")
                        || BEHIND_DAY.contains(lexemes.get(next).folded()))) {
            next++;
        }
        if (day && isMonth(next)) {
            return true;
        }
        if (day && joinsDay(to)) {
            return true;
        }
        int before = from - 1;
        while (before > 0 && lexemes.get(before).folded().equals("de")) {
            before--;
        }
        return day
                && before >= 0
                && isMonth(before)
                && MONTH_BEFORE_DAY.contains(language.code())
                && !followedByNoun(to);
    }

    /** "14 and 15 May", "14-15 May". */
    private boolean joinsDay(int to) {
        if (to + 1 >= lexemes.size() || !lexemes.get(to + 1).digits()) {
            return false;
        }
        boolean joined = lexemes.get(to).sign(HYPHENS) || roles.is("and", lexemes, to) || roles.is("to", lexemes, to);
        int next = to + 2;
        while (next < lexemes.size()
                && (lexemes.get(next).sign(".") || lexemes.get(next).folded().equals("de"))) {
            next++;
        }
        return joined && isMonth(next);
    }

    private boolean followedByNoun(int to) {
        return to < lexemes.size()
                && (CountedWords.of(language).thing(lexemes, to).isPresent()
                        || CountedWords.of(language).noun(lexemes, to).isPresent());
    }

    private boolean isMonth(int at) {
        if (at < 0 || at >= lexemes.size() || !lexemes.get(at).word()) {
            return false;
        }
        Lexeme word = lexemes.get(at);
        if (language.code().equals("vi")) {
            return word.folded().equals("tháng")
                    && at + 1 < lexemes.size()
                    && lexemes.get(at + 1).digits();
        }
        boolean capitals = CAPITAL_MONTHS.contains(language.code());
        boolean telling = word.text().length() >= 4 || SHORT_MONTHS.contains(word.folded());
        return telling && (!capitals || word.capital()) && Months.find(word.text()) != null;
    }

    /** "3-1" where a match is told, or where the second is no more than the first, which no range is. */
    private boolean isScore(WrittenNumber number) {
        return number.bare()
                && (isScorePair(number.from(), number.to() + 1) || isScorePair(number.from() - 2, number.from()));
    }

    private boolean isScorePair(int first, int second) {
        if (first < 0 || second >= lexemes.size()) {
            return false;
        }
        Lexeme one = lexemes.get(first);
        Lexeme hyphen = lexemes.get(first + 1);
        Lexeme two = lexemes.get(second);
        boolean pair = one.digits()
                && two.digits()
                && hyphen.sign(HYPHENS)
                && one.touches(hyphen)
                && hyphen.touches(two)
                && one.text().length() <= 3
                && two.text().length() <= 3;
        return pair
                && (score || Numbers.value(two.text(), language).compareTo(Numbers.value(one.text(), language)) <= 0);
    }

    private boolean isOrdinal(WrittenNumber number, Lexeme digits) {
        int next = number.to();
        if (next >= lexemes.size() || !number.bare()) {
            return false;
        }
        Lexeme after = lexemes.get(next);
        if (digits.touches(after)) {
            boolean ending = switch (language.code()) {
                case "en" -> ENGLISH_ORDINALS.contains(after.folded());
                case "fr" -> FRENCH_ORDINALS.contains(after.folded());
                case "es", "pt", "it" -> ROMANCE_ORDINALS.contains(after.folded());
                case "nl" -> DUTCH_ORDINALS.contains(after.folded());
                case "de" ->
                    after.sign(".")
                                    && next + 1 < lexemes.size()
                                    && lexemes.get(next + 1).word()
                            || after.folded().equals("er");
                default -> false;
            };
            if (ending) {
                return true;
            }
        }
        int hyphened = behindHyphen(next);
        return hyphened > next
                && hyphened < lexemes.size()
                && HYPHENED.contains(language.code())
                && SLAVIC_ORDINALS.contains(lexemes.get(hyphened).folded());
    }

    private int behindHyphen(int at) {
        return at < lexemes.size() && lexemes.get(at).sign(HYPHENS) ? at + 1 : at;
    }
}
