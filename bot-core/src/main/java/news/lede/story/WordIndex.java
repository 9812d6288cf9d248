package news.lede.story;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the texts in memory that share the most telling words with one. Texts stand in it by a place number, words by their numbers in a
 * {@link Vocabulary}; about 6 bytes a word of a text. Not thread-safe.
 */
final class WordIndex {
    /** Words of a text that look for others; the rest only weighs in the comparison. */
    private static final int ASKING_WORDS = 40;
    /** A word in more texts than this finds nothing, it only costs. */
    private static final int MOST_TEXTS_OF_A_WORD = 2_000;

    private static final int[] NOWHERE = {};

    private int[][] placesWith = {};
    private int[] sizes = {};
    /** By place, what was found of it in this search; 0 between searches. */
    private float[] found = new float[1 << 8];

    private int[] touched = new int[1 << 8];

    void add(int place, HeldText text) {
        if (place >= found.length) {
            found = Arrays.copyOf(found, Math.max(place + 1, found.length * 2));
            touched = new int[found.length];
        }
        for (int word : text.words()) {
            if (word >= sizes.length) {
                int room = Math.max(word + 1, sizes.length + sizes.length / 2);
                int[][] more = Arrays.copyOf(placesWith, room);
                Arrays.fill(more, sizes.length, room, NOWHERE);
                placesWith = more;
                sizes = Arrays.copyOf(sizes, room);
            }
            int size = sizes[word]++;
            int[] places = placesWith[word];
            if (size == places.length) {
                places = Arrays.copyOf(places, size + 1 + size / 2);
                placesWith[word] = places;
            }
            places[size] = place;
        }
    }

    void remove(int place, HeldText text) {
        for (int word : text.words()) {
            int[] places = placesWith[word];
            int at = 0;
            while (places[at] != place) {
                at++;
            }
            int left = --sizes[word];
            System.arraycopy(places, at + 1, places, at, left - at);
            if (left == 0) {
                placesWith[word] = NOWHERE;
            }
        }
    }

    /** The places of the texts that share the most with {@code asked}, at most {@code most}, in no order. */
    List<Integer> nearest(HeldText asked, Comparing comparing, int most) {
        int[] asking = heaviest(asked, comparing);
        int count = 0;
        for (int i : asking) {
            int word = asked.words()[i];
            int size = word < sizes.length ? sizes[word] : 0;
            if (size <= MOST_TEXTS_OF_A_WORD) {
                float weight = comparing.weight(word, asked.wordMarks()[i]);
                for (int at = 0; at < size; at++) {
                    int place = placesWith[word][at];
                    if (found[place] == 0) {
                        touched[count++] = place;
                    }
                    found[place] += weight;
                }
            }
        }
        // The least of those kept stands first.
        PriorityQueue<Integer> best =
                new PriorityQueue<>(most + 1, Comparator.comparingDouble((Integer place) -> found[place]));
        float bar = 0;
        for (int i = 0; i < count; i++) {
            int place = touched[i];
            if (best.size() < most || found[place] > bar) {
                best.add(place);
                if (best.size() > most) {
                    best.remove();
                }
                bar = found[best.element()];
            }
        }
        List<Integer> nearest = List.copyOf(best);
        for (int i = 0; i < count; i++) {
            found[touched[i]] = 0;
        }
        return nearest;
    }

    /** Which of the words of a text weigh most. */
    private static int[] heaviest(HeldText text, Comparing comparing) {
        int[] words = text.words();
        long[] byWeight = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            byWeight[i] = (long) Float.floatToIntBits(comparing.weight(words[i], text.wordMarks()[i])) << 32 | i;
        }
        Arrays.sort(byWeight);
        int[] heaviest = new int[Math.min(ASKING_WORDS, words.length)];
        for (int i = 0; i < heaviest.length; i++) {
            heaviest[i] = (int) byWeight[words.length - 1 - i];
        }
        return heaviest;
    }
}
