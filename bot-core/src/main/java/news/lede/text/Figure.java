package news.lede.text;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure as a sentence states it.
 *
 * @param value what is stated, or the lower end of a range; its magnitude is worked in ("1.2 million" is 1200000)
 * @param upTo the upper end of a range
 * @param bound how the value is meant
 * @param kind what sort of figure it is: a year is not a count
 * @param unit for measures and money the id of the unit ("km", "EUR"), "%" and "pp" for shares, else empty
 * @param counted a key for what is counted, comparable across sentences of all languages where it names an event ("killed", "injured:child") and within one
 *     language where it is the stem of a noun; empty when we cannot tell
 * @param scope whether it counts the whole, a part of something bigger or what came on top of something told before
 * @param written the number as written, with its magnitude and unit
 * @param span where that stands in the sentence
 * @param stated the same with the words that say how it is meant: "at least 14"
 */
public record Figure(
        BigDecimal value,
        Optional<BigDecimal> upTo,
        Bound bound,
        Kind kind,
        String unit,
        String counted,
        Scope scope,
        String written,
        Span span,
        Span stated) {
    /** How the value is meant. */
    public enum Bound {
        EXACT,
        ABOUT,
        AT_LEAST,
        MORE_THAN,
        AT_MOST,
        LESS_THAN,
        /** A little below: "nearly 200". */
        NEARLY
    }

    /** What sort of figure it is. Only the first four can differ between reports of one event. */
    public enum Kind {
        COUNT,
        MEASURE,
        MONEY,
        SHARE,
        DURATION,
        AGE,
        SCORE,
        YEAR,
        DATE,
        TIME,
        ORDINAL,
        /** A part of a name or an address: "Flight 370", a phone number. */
        LABEL
    }

    /** What the count covers. */
    public enum Scope {
        WHOLE,
        /** "three of the 14", "including two children". */
        PART,
        /** "five more". */
        MORE
    }

    /** Whether it says how much or how many of something, rather than when or which. */
    public boolean quantity() {
        return kind == Kind.COUNT || kind == Kind.MEASURE || kind == Kind.MONEY || kind == Kind.SHARE;
    }

    /** Whether an event known by name is counted (people killed, homes destroyed), rather than whatever noun stands there. */
    public boolean event() {
        return CountedWords.isEvent(counted);
    }

    /** Whether both tell how much of the same thing there is: of one dimension, and the same is counted. */
    public boolean comparableWith(Figure other) {
        return quantity()
                && kind == other.kind
                && scope == other.scope
                && !counted.isEmpty()
                && counted.equals(other.counted)
                && Units.sameDimension(unit, other.unit);
    }

    /**
     * Whether the two are comparable and cannot both be true, given how they are meant and rounded: "about 200" goes with 204 and "at least 12" with 14; 12 and 14
     * conflict. Parts of a whole and additions never conflict: what they are parts of may differ.
     */
    public boolean conflictsWith(Figure other) {
        return scope == Scope.WHOLE
                && comparableWith(other)
                && !FigureRange.of(this).meets(FigureRange.of(other));
    }

    /** The value in the base unit of its dimension (metres for kilometres and miles); the value itself where there is none. */
    public BigDecimal inBaseUnit() {
        return value.multiply(Units.factor(unit));
    }
}
