package news.lede.benchmarks.scale;

import java.util.Locale;

/** What a number is a number of, and how it is written: with three digits that count, in the largest measure that leaves one before the point. */
enum Unit {
    /** A plain number. */
    COUNT("") {
        @Override
        String written(double value) {
            if (value >= 1e9) {
                return three(value / 1e9) + " billion";
            }
            return value >= 1e6 ? three(value / 1e6) + " million" : three(value);
        }
    },
    BYTES("bytes") {
        @Override
        String written(double value) {
            return stepped(value, 1_000, "B", "kB", "MB", "GB", "TB", "PB");
        }
    },
    BYTES_PER_SECOND("bytes/s") {
        @Override
        String written(double value) {
            return BYTES.written(value) + "/s";
        }
    },
    PER_SECOND("/s") {
        @Override
        String written(double value) {
            return COUNT.written(value) + " a second";
        }
    },
    SECONDS("s") {
        @Override
        String written(double value) {
            if (value < 1) {
                return three(value * 1e3) + " ms";
            }
            if (value < 120) {
                return three(value) + " s";
            }
            if (value < 2 * 3_600) {
                return three(value / 60) + " min";
            }
            return value < 2 * 86_400 ? three(value / 3_600) + " h" : three(value / 86_400) + " days";
        }
    },
    SHARE("%") {
        @Override
        String written(double value) {
            return three(value * 100) + " %";
        }
    };

    private final String sign;

    Unit(String sign) {
        this.sign = sign;
    }

    /** As a plan names it. */
    static Unit of(String sign) {
        for (Unit unit : values()) {
            if (unit.sign.equals(sign)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("no unit is called \"" + sign + "\"");
    }

    abstract String written(double value);

    private static String stepped(double value, double step, String... names) {
        int i = 0;
        double rest = value;
        while (rest >= step && i < names.length - 1) {
            rest /= step;
            i++;
        }
        return three(rest) + " " + names[i];
    }

    /** Three digits that count; from a hundred on all of them, parted by commas. */
    private static String three(double value) {
        double size = Math.abs(value);
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        String digits = String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3g", value);
        return digits.contains(".") ? digits.replaceFirst("\\.?0+$", "") : digits;
    }
}
