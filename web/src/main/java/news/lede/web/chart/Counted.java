package news.lede.web.chart;

/** A number with what it counts, in English. */
public final class Counted {
    private Counted() {}

    /** {@code things} in the plural: "3 stories", "1 story". */
    public static String of(long count, String things) {
        return count + " " + (count == 1 ? one(things) : things);
    }

    private static String one(String things) {
        if (things.endsWith("ies")) {
            return things.substring(0, things.length() - 3) + "y";
        }
        return things.endsWith("s") ? things.substring(0, things.length() - 1) : things;
    }
}
