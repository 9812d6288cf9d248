package news.lede.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A bar chart of counts over time: one bar for each, in order, with a scale on the left that ends at a round number.
 *
 * @param title what it shows, for those who do not see it
 * @param summary the same in one sentence with its figures
 */
public record Bars(
        String title, String summary, int width, int height, List<Bar> bars, List<Tick> ticks, List<Label> labels) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 190;
    private static final int LEFT = 34;
    private static final int BOTTOM = 22;
    private static final int TOP = 8;
    /** Of the room of a bar, what stays free beside it. */
    private static final double GAP = 0.18;

    /** More labels than these run into each other on a telephone. */
    private static final int MOST_LABELS = 8;

    /** A count with the name of its time. {@code whole}: whether that time is over; one that is not is drawn lighter. */
    public record Count(String name, long count, boolean whole) {}

    /** Where a bar stands, and what it says when pointed at. */
    public record Bar(String x, String y, String width, String height, boolean whole, String text) {}

    /** A line of the scale. */
    public record Tick(String y, String text) {}

    /** A name below the bars. */
    public record Label(String x, String text) {}

    public Bars {
        bars = List.copyOf(bars);
        ticks = List.copyOf(ticks);
        labels = List.copyOf(labels);
    }

    /** {@code unit} names what is counted, in the plural: "articles". */
    public static Bars of(String title, String unit, List<Count> counts) {
        long most = counts.stream().mapToLong(Count::count).max().orElse(0);
        long step = Scale.step(most);
        long top = Math.max(step, (most + step - 1) / step * step);
        double room = (double) (WIDTH - LEFT) / Math.max(1, counts.size());
        double high = HEIGHT - BOTTOM - TOP;
        List<Bar> bars = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        int every = (counts.size() + MOST_LABELS - 1) / MOST_LABELS;
        for (int i = 0; i < counts.size(); i++) {
            Count count = counts.get(i);
            double height = high * count.count() / top;
            double x = LEFT + i * room + room * GAP / 2;
            bars.add(new Bar(
                    number(x),
                    number(TOP + high - height),
                    number(room * (1 - GAP)),
                    number(height),
                    count.whole(),
                    count.name() + ": " + Counted.of(count.count(), unit)));
            if ((counts.size() - 1 - i) % every == 0) {
                labels.add(new Label(number(LEFT + (i + 0.5) * room), count.name()));
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (long at = 0; at <= top; at += step) {
            ticks.add(new Tick(number(TOP + high - high * at / top), Long.toString(at)));
        }
        long sum = counts.stream().mapToLong(Count::count).sum();
        return new Bars(
                title,
                title + ": " + Counted.of(sum, unit) + " in all, at most " + most,
                WIDTH,
                HEIGHT,
                bars,
                ticks,
                labels);
    }

    /** To a tenth of a unit: finer than anybody sees. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
