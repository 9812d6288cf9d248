package news.lede.text;

/** Particles that Korean writes onto the end of a word. */
final class KoreanParticles {
    // Longest first.
    private static final String[] PARTICLES = {
        "에서는", "으로는", "에게서", "이라고", "에서", "에게", "으로", "까지", "부터", "에는", "이라", "라고", "은", "는", "이", "가", "을", "를", "의",
        "에", "와", "과", "도", "로", "만"
    };
    private static final int SHORTEST_STEM = 2;

    private KoreanParticles() {}

    static String strip(String word) {
        for (String particle : PARTICLES) {
            if (word.length() - particle.length() >= SHORTEST_STEM && word.endsWith(particle)) {
                return word.substring(0, word.length() - particle.length());
            }
        }
        return word;
    }
}
