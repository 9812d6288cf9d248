package news.lede.web.deliveries;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.lede.web.deliveries.Delays.Band;

/**
 * The rectangles and words of a chart of delays: a bar for each hour, with its bands on each other, the quickest below. Pure.
 *
 * @param bars in units of the box of {@link #WIDTH} by {@link #HEIGHT}
 */
public record DelayChart(Delays delays, List<Bar> bars, List<Mark> marks, String summary) {
    public static final int WIDTH = 720;
    public static final int HEIGHT = 190;

    private static final int LEFT = 34;
    private static final int TOP = 8;
    private static final int BOTTOM = 22;
    private static final int EVERY = 4;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** A part of a bar; {@code words} are shown when it is pointed at. */
    public record Bar(String look, double x, double y, double width, double height, String words) {}

    /** A word at an axis; a line goes across from those at the side. */
    public record Mark(double x, double y, boolean aside, String words) {}

    public DelayChart {
        bars = List.copyOf(bars);
        marks = List.copyOf(marks);
    }

    static DelayChart of(Delays delays, ZoneId zone) {
        int most = Math.max(
                1, delays.hours().stream().mapToInt(Delays.Hour::sum).max().orElse(1));
        double unit = (HEIGHT - TOP - BOTTOM) / (double) most;
        double step = (WIDTH - LEFT) / (double) Delays.HOURS;
        List<Bar> bars = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < delays.hours().size(); i++) {
            Delays.Hour hour = delays.hours().get(i);
            String clock = CLOCK.format(hour.from().atZone(zone));
            double x = LEFT + i * step;
            double y = HEIGHT - BOTTOM;
            for (Band band : Band.values()) {
                int sent = hour.sent().get(band.ordinal());
                if (sent > 0) {
                    double height = sent * unit;
                    y -= height;
                    bars.add(new Bar(
                            "band-" + band.ordinal(),
                            round(x + 2),
                            round(y),
                            round(step - 4),
                            round(height),
                            clock + ": " + sent + " " + band.label()));
                }
            }
            if (i % EVERY == 0) {
                marks.add(new Mark(round(x + step / 2), HEIGHT - 6.0, false, clock));
            }
        }
        marks.add(new Mark(LEFT - 6.0, round(HEIGHT - BOTTOM - most * unit), true, Integer.toString(most)));
        marks.add(new Mark(LEFT - 6.0, HEIGHT - (double) BOTTOM, true, "0"));
        return new DelayChart(delays, bars, marks, summary(delays));
    }

    private static String summary(Delays delays) {
        List<String> parts = new ArrayList<>();
        for (Band band : Band.values()) {
            int sent = delays.hours().stream()
                    .mapToInt(hour -> hour.sent().get(band.ordinal()))
                    .sum();
            parts.add(sent + " " + band.label());
        }
        return delays.sum() + " alerts sent in " + Delays.HOURS + " hours: " + String.join(", ", parts);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
