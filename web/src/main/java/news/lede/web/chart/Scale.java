package news.lede.web.chart;

/** Round numbers for the scale of a chart. */
final class Scale {
    private static final int STEPS = 4;
    private static final int[] ROUND = {1, 2, 5};

    private Scale() {}

    /** The distance of two lines so that about four reach {@code most}: 1, 2 or 5 times a power of ten. */
    static long step(long most) {
        long power = 1;
        while (true) {
            for (int round : ROUND) {
                if (round * power * STEPS >= most) {
                    return round * power;
                }
            }
            power *= 10;
        }
    }
}
