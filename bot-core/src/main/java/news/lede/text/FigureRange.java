package news.lede.text;

import java.math.BigDecimal;

/** The values a figure allows, in the base unit of its dimension, ends included. */
record FigureRange(double from, double to) {
    /** Counts below this are told one by one; above it round numbers are taken for rounded ones. */
    private static final BigDecimal COUNTED_OUT = BigDecimal.valueOf(20);

    private static final double ABOUT = 0.1;
    private static final double NEARLY = 0.15;
    private static final double HALF = 0.5;
    /** So that two ends that are the same number meet. */
    private static final double SLACK = 1e-9;

    static FigureRange of(Figure figure) {
        double factor = Units.factor(figure.unit()).doubleValue();
        double low = figure.value().doubleValue();
        BigDecimal top = figure.upTo().orElse(figure.value());
        double high = top.doubleValue();
        double lowRound = rounding(figure.value(), figure.kind());
        double highRound = rounding(top, figure.kind());
        FigureRange range = switch (figure.bound()) {
            case EXACT -> new FigureRange(low - lowRound, high + highRound);
            case ABOUT ->
                new FigureRange(
                        low - Math.max(lowRound, Math.abs(low) * ABOUT),
                        high + Math.max(highRound, Math.abs(high) * ABOUT));
            case AT_LEAST -> new FigureRange(low, Double.POSITIVE_INFINITY);
            case MORE_THAN -> new FigureRange(low + (whole(figure) ? 1 : 0), Double.POSITIVE_INFINITY);
            case AT_MOST -> new FigureRange(Double.NEGATIVE_INFINITY, high);
            case LESS_THAN -> new FigureRange(Double.NEGATIVE_INFINITY, high);
            case NEARLY -> new FigureRange(high * (1 - NEARLY), high);
        };
        return new FigureRange(range.from * factor, range.to * factor);
    }

    boolean meets(FigureRange other) {
        double slack = SLACK * Math.max(1, Math.abs(from) < Double.MAX_VALUE ? Math.abs(from) : 1);
        return from <= other.to + slack && other.from <= to + slack;
    }

    /** Half the step in which a number is written: "1.2 million" in steps of a hundred thousand. */
    private static double rounding(BigDecimal value, Figure.Kind kind) {
        BigDecimal plain = value.stripTrailingZeros();
        if (kind == Figure.Kind.COUNT && plain.scale() <= 0 && value.abs().compareTo(COUNTED_OUT) < 0) {
            return 0;
        }
        double step = plain.ulp().doubleValue();
        return step * HALF * (1 - SLACK);
    }

    private static boolean whole(Figure figure) {
        return figure.kind() == Figure.Kind.COUNT
                && figure.value().stripTrailingZeros().scale() <= 0;
    }
}
