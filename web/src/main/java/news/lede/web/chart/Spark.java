package news.lede.web.chart;

import java.util.ArrayList;
import java.util.List;

/** A chart as small as a word: bars without a scale. {@code text} says the same. */
public record Spark(int width, int height, List<Bars.Bar> bars, String text) {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 24;

    public Spark {
        bars = List.copyOf(bars);
    }

    /** Of counts in order, the highest of which fills the height. {@code text} says what they are. */
    public static Spark of(List<Integer> counts, String text) {
        int most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(0));
        double room = (double) WIDTH / Math.max(1, counts.size());
        List<Bars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            // A day without anything is a line at the bottom: absent and unknown look different.
            double height = Math.max(1, (double) HEIGHT * counts.get(i) / most);
            bars.add(new Bars.Bar(
                    Bars.number(i * room + 1),
                    Bars.number(HEIGHT - height),
                    Bars.number(room - 2),
                    Bars.number(height),
                    counts.get(i) > 0,
                    ""));
        }
        return new Spark(WIDTH, HEIGHT, bars, text);
    }
}
