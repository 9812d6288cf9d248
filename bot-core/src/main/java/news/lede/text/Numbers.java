package news.lede.text;

import java.math.BigDecimal;

/** Brings ways to write one number together. Pure. */
public final class Numbers {
    private static final String DECIMAL_POINT = " en zh ja ko th he hi bn ta te ur ";

    private Numbers() {}

    /**
     * A written number with Western digits, a full stop before decimals and no grouping: "1,500.50" in English and "1.500,50" in German are both
     * "1500.5". A single separator before exactly three digits groups, if the language groups with it. What follows the digits ("19th", "5G") stays.
     */
    public static String normalise(String written, Language language) {
        boolean point = DECIMAL_POINT.contains(" " + language.code() + " ") || language.equals(Language.UNKNOWN);
        char group = point ? ',' : '.';
        StringBuilder out = new StringBuilder(written.length());
        boolean decimals = false;
        int at = 0;
        while (at < written.length()) {
            char c = written.charAt(at);
            if (Character.isDigit(c)) {
                out.append((char) ('0' + Character.digit(c, 10)));
            } else if (c == '.' || c == ',' || c == '\u066B' || c == '\u066C') {
                boolean grouping = c == '\u066C'
                        || (c == group || written.indexOf(c, at + 1) >= 0) && threeDigits(written, at + 1);
                if (!grouping) {
                    out.append('.');
                    decimals = true;
                }
            } else {
                return trim(out, decimals)
                        .append(written.substring(at).toLowerCase(language.locale()))
                        .toString();
            }
            at++;
        }
        return trim(out, decimals).toString();
    }

    /** What digits are worth, with grouping marks of any kind; of "14:30" or "5.4.2026" the first part. */
    static BigDecimal value(String digits, Language language) {
        StringBuilder plain = new StringBuilder(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (Character.isDigit(c) || c == '.' || c == ',' || c == '\u066B' || c == '\u066C') {
                plain.append(c);
            } else if (c == ':') {
                break;
            }
        }
        String normal = normalise(plain.toString(), language);
        int first = normal.indexOf('.');
        int second = first < 0 ? -1 : normal.indexOf('.', first + 1);
        return new BigDecimal(second < 0 ? normal : normal.substring(0, first));
    }

    private static boolean threeDigits(String written, int from) {
        int end = from;
        while (end < written.length() && Character.isDigit(written.charAt(end))) {
            end++;
        }
        return end - from == 3;
    }

    private static StringBuilder trim(StringBuilder number, boolean decimals) {
        int end = number.length();
        if (decimals) {
            while (end > 1 && number.charAt(end - 1) == '0') {
                end--;
            }
            if (number.charAt(end - 1) == '.') {
                end--;
            }
        }
        number.setLength(end);
        return number;
    }
}
