package news.lede.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.text.Figure.Bound;
import news.lede.text.Figure.Kind;
import news.lede.text.Figure.Scope;
import org.jspecify.annotations.Nullable;

/** Reads the figures of one sentence in a language that parts words by spaces. For one thread. */
final class FigureReader {
    private static final String HYPHENS = "-\u2010\u2011\u2012\u2013\u2014";
    private static final int BEFORE_REACH = 3;

    private final String sentence;
    private final Language language;
    private final List<Lexeme> lexemes;
    private final List<WrittenNumber> numbers;
    private final Units units;
    private final Bounds bounds;
    private final FigureWords roles;
    private final FigureKinds kinds;
    private final Counting counting;
    /** What the figure before counted, when that was an event. */
    private String event = "";

    private FigureReader(String sentence, Language language, List<Lexeme> lexemes, List<WrittenNumber> numbers) {
        this.sentence = sentence;
        this.language = language;
        this.lexemes = lexemes;
        this.numbers = numbers;
        this.units = Units.of(language);
        this.bounds = Bounds.of(language);
        this.roles = FigureWords.of(language);
        this.kinds = new FigureKinds(lexemes, language);
        this.counting = new Counting(lexemes, language);
    }

    static List<Figure> in(String sentence, Language language) {
        List<Lexeme> lexemes = Lexeme.of(sentence, language);
        List<WrittenNumber> numbers = WrittenNumber.in(lexemes, language);
        // Two sentences in three have no number.
        return numbers.isEmpty() ? List.of() : new FigureReader(sentence, language, lexemes, numbers).read();
    }

    private List<Figure> read() {
        List<Figure> figures = new ArrayList<>(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            WrittenNumber number = numbers.get(i);
            Optional<Kind> kind = kinds.of(number);
            if (kind.isPresent()) {
                figures.add(plain(number, kind.get()));
                continue;
            }
            WrittenNumber top = i + 1 < numbers.size() ? rangeEnd(number, numbers.get(i + 1)) : null;
            Figure figure = quantity(number, top);
            if (figure != null) {
                figures.add(figure);
            }
            i += top == null ? 0 : 1;
        }
        return figures;
    }

    private Figure plain(WrittenNumber number, Kind kind) {
        Span span = span(number.from(), number.to());
        return new Figure(
                tidy(number.value()),
                Optional.empty(),
                Bound.EXACT,
                kind,
                "",
                "",
                Scope.WHOLE,
                span.in(sentence),
                span,
                span);
    }

    private Span span(int from, int to) {
        return new Span(lexemes.get(from).start(), lexemes.get(to - 1).end());
    }

    /** The upper end of a range that begins with {@code one}: "10 to 20", "between 10 and 20", "10-20", "14 or 15". */
    private @Nullable WrittenNumber rangeEnd(WrittenNumber one, WrittenNumber two) {
        int joint = one.to();
        // "$10 to $20", "10 km to 20 km" and "10% to 20%" name their unit twice.
        if (joint < lexemes.size() && lexemes.get(joint).sign("%")) {
            joint++;
        }
        int behind = joint + 1;
        if (behind < two.from() && units.endingAt(lexemes, two.from()).isPresent()) {
            behind = two.from();
        }
        if (behind != two.from() || two.soft() || one.soft() || kinds.of(two).isPresent()) {
            return null;
        }
        Lexeme sign = lexemes.get(joint);
        boolean told = bounds.between(lexemes, startOf(one));
        boolean joined = sign.sign(HYPHENS) && lexemes.get(joint - 1).touches(sign)
                || roles.is("to", lexemes, joint) && !roles.is("from", lexemes, startOf(one) - 1)
                || roles.is("and", lexemes, joint) && told
                || roles.is("or", lexemes, joint);
        BigDecimal low = scaled(one, two);
        return joined && two.value().compareTo(low) > 0 ? two : null;
    }

    /** "1.5 to 2 million": the magnitude of the end counts for the beginning too. */
    private static BigDecimal scaled(WrittenNumber one, WrittenNumber two) {
        if (!one.bare() || two.bare() || two.value().signum() == 0) {
            return one.value();
        }
        BigDecimal value = one.value();
        BigDecimal thousand = BigDecimal.valueOf(1_000);
        while (value.multiply(thousand).compareTo(two.value()) < 0) {
            value = value.multiply(thousand);
        }
        return value;
    }

    private int startOf(WrittenNumber number) {
        return number.from()
                - units.endingAt(lexemes, number.from())
                        .filter(unit -> unit.value().money())
                        .map(PhraseTable.Found::length)
                        .orElse(0);
    }

    private @Nullable Figure quantity(WrittenNumber number, @Nullable WrittenNumber top) {
        int from = number.from();
        int to = top == null ? number.to() : top.to();
        Optional<PhraseTable.Found<Units.Unit>> before = units.endingAt(lexemes, from);
        Optional<PhraseTable.Found<Units.Unit>> behind = behind(to);
        Units.Unit unit = before.or(() -> behind).map(PhraseTable.Found::value).orElse(null);
        int start = from - before.map(PhraseTable.Found::length).orElse(0);
        int end = before.isPresent() && !unitAgrees(before.get(), behind) ? to : unitEnd(to, behind);
        // "rose to 21" in languages where "to" is also "up to".
        Optional<PhraseTable.Found<Bound>> told = bounds.before(lexemes, start)
                .filter(bound -> bound.value() != Bound.AT_MOST || !counting.isTold(start));
        Optional<PhraseTable.Found<Bound>> toldBehind =
                told.isPresent() ? Optional.empty() : bounds.behind(lexemes, end);
        int first = start - told.map(PhraseTable.Found::length).orElse(0);
        Scope scope = scope(start, first, end);
        Bound bound = told.or(() -> toldBehind).map(PhraseTable.Found::value).orElse(Bound.EXACT);
        Counting.Counted counted =
                counting.of(first, toldBehind.map(found -> end + found.length()).orElse(end));
        Kind kind = kind(number, unit, counted, bound, end);
        if (kind == Kind.SHARE || scope == Scope.MORE && onlyOthers(counted.key())) {
            scope = Scope.WHOLE;
        }
        if (number.soft() && !counted.sure() && unit == null) {
            return null;
        }
        if (counted.sure() && kind == Kind.COUNT) {
            event = counted.key();
        }
        if (roles.is("from", lexemes, first - 1) && top == null && isChange(end)) {
            // "rose from 12 to 14": the first is what was.
            scope = Scope.PART;
        }
        BigDecimal low = top == null ? number.value() : scaled(number, top);
        boolean negative = from > 0
                && lexemes.get(from - 1).sign("-\u2212")
                && lexemes.get(from - 1).touches(lexemes.get(from))
                && (kind == Kind.SHARE || kind == Kind.MEASURE);
        Span span = span(start, end);
        return new Figure(
                tidy(negative ? low.negate() : low),
                Optional.ofNullable(top).map(t -> tidy(t.value())),
                bound,
                kind,
                unit == null || kind == Kind.AGE ? "" : unit.id(),
                kind == Kind.COUNT ? counted.key() : subject(kind, unit, first, end),
                scope,
                span.in(sentence),
                span,
                span(first, toldBehind.map(found -> end + found.length()).orElse(end)));
    }

    /** "14 people died and another 30 were injured" counts all the injured; "another two people died" does not count all the dead. */
    private boolean onlyOthers(String counted) {
        boolean other = !event.isEmpty() && !counted.isEmpty() && !counted.startsWith(event);
        return other && !counted.equals(CountedWords.PEOPLE);
    }

    private static boolean unitAgrees(
            PhraseTable.Found<Units.Unit> before, Optional<PhraseTable.Found<Units.Unit>> behind) {
        return behind.isPresent()
                && behind.get().value().kind().equals(before.value().kind());
    }

    /** The unit behind a number, over a hyphen or "of": "14-km", "deux millions d'euros". */
    private Optional<PhraseTable.Found<Units.Unit>> behind(int to) {
        Optional<PhraseTable.Found<Units.Unit>> direct = units.startingAt(lexemes, to);
        if (direct.isPresent() || to + 1 >= lexemes.size()) {
            return direct;
        }
        Lexeme next = lexemes.get(to);
        boolean of = next.folded().equals("de")
                || next.folded().equals("d'")
                || next.folded().equals("di");
        if (next.sign(HYPHENS) || of) {
            return units.startingAt(lexemes, to + 1)
                    .map(found -> new PhraseTable.Found<>(found.value(), found.length() + 1));
        }
        return Optional.empty();
    }

    private static int unitEnd(int to, Optional<PhraseTable.Found<Units.Unit>> behind) {
        return to + behind.map(PhraseTable.Found::length).orElse(0);
    }

    private boolean isChange(int end) {
        return roles.is("to", lexemes, end)
                && numbers.stream().anyMatch(number -> number.from() > end && number.from() <= end + 3);
    }

    private Scope scope(int start, int first, int end) {
        for (int at : new int[] {start, first}) {
            Optional<PhraseTable.Found<Scope>> before = bounds.scopeBefore(lexemes, at);
            if (before.isPresent()) {
                return before.get().value();
            }
        }
        return bounds.scopeBehind(lexemes, end).map(PhraseTable.Found::value).orElse(Scope.WHOLE);
    }

    private Kind kind(WrittenNumber number, Units.@Nullable Unit unit, Counting.Counted counted, Bound bound, int end) {
        if (unit == null) {
            if (roles.is("age", lexemes, number.from() - 1) || isAge(end) || isApposition(number)) {
                return Kind.AGE;
            }
            return kinds.maybeYear(number) && !counted.sure() && bound == Bound.EXACT ? Kind.YEAR : Kind.COUNT;
        }
        return switch (unit.kind()) {
            case "money" -> Kind.MONEY;
            case "percent", "points" -> Kind.SHARE;
            case "time" ->
                isAge(end) || roles.is("age", lexemes, number.from() - 1) || roles.is("age", lexemes, number.from() - 2)
                        ? Kind.AGE
                        : Kind.DURATION;
            default -> Kind.MEASURE;
        };
    }

    /** "14-year-old", "der 14-Jährige". */
    private boolean isAge(int end) {
        int next = end < lexemes.size() && lexemes.get(end).sign(HYPHENS) ? end + 1 : end;
        return roles.is("age>", lexemes, next);
    }

    /** "Mara Lind, 42, said". */
    private boolean isApposition(WrittenNumber number) {
        int from = number.from();
        int to = number.to();
        return from > 1
                && to < lexemes.size()
                && number.bare()
                && number.value().intValue() < 110
                && lexemes.get(from - 1).sign(",")
                && lexemes.get(from - 2).word()
                && lexemes.get(from - 2).capital()
                && lexemes.get(to).sign(",");
    }

    /**
     * What a measure, a share or a sum is of: what stands behind it ("5 % of voters"), the unit itself where that says it (a magnitude), or the two telling words before it.
     */
    private String subject(Kind kind, Units.@Nullable Unit unit, int first, int end) {
        if (unit == null || kind == Kind.AGE || kind == Kind.DURATION) {
            return "";
        }
        if (unit.kind().equals("quake")) {
            return "magnitude";
        }
        return Subjects.of(lexemes, language, first, end, BEFORE_REACH);
    }

    /** Without trailing zeros, but never in powers of ten. */
    private static BigDecimal tidy(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
