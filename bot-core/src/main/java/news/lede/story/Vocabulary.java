package news.lede.story;

import java.util.Arrays;

/**
 * The words of the articles held in memory, each with a small number of its own and with how telling it is: the fewer articles have a word, the more it
 * tells (inverse document frequency). While few articles are known, a prior stands for {@value #PRIOR_ARTICLES} more, so that "president" is no
 * discovery in an empty store.
 *
 * <p>Numbers are small, so that what is kept of an article is a row of them and what is known of a word stands in arrays; the number of a word that no
 * article has any more is given to another. About 40 bytes a word. Not thread-safe.
 */
final class Vocabulary {
    private static final int PRIOR_ARTICLES = 200;
    private static final double HALF = 0.5;
    private static final int NONE = -1;

    private final CommonWords prior;
    /** Open addressing: the place of a key holds its number, or {@link #NONE}. */
    private int[] places = new int[1 << 10];

    private long[] keys = new long[1 << 9];
    private int[] articlesWith = new int[1 << 9];
    private float[] expected = new float[1 << 9];
    /** The logarithm of how many articles have a word, prior included. */
    private float[] rarity = new float[1 << 9];

    private int[] free = new int[1 << 6];
    private int freed;
    private int used;
    private int articles;
    private double all = Math.log(PRIOR_ARTICLES + 1);

    Vocabulary(CommonWords prior) {
        this.prior = prior;
        Arrays.fill(places, NONE);
    }

    /** Above every number in use. */
    int bound() {
        return used;
    }

    int articles() {
        return articles;
    }

    /** How many articles have a word. */
    int articlesWith(int number) {
        return articlesWith[number];
    }

    /** The number of a word; one never seen gets one, which it keeps until {@link #drop}. */
    int number(long key) {
        int place = placeOf(key);
        if (places[place] != NONE) {
            return places[place];
        }
        if (used - freed >= places.length / 2) {
            grow();
            place = placeOf(key);
        }
        int number = freed > 0 ? free[--freed] : nextNumber();
        places[place] = number;
        keys[number] = key;
        articlesWith[number] = 0;
        expected[number] = (float) (PRIOR_ARTICLES * prior.share(key) + HALF);
        weigh(number);
        return number;
    }

    /** The weight of a word, above 0; about 6 for one never seen, under 2 for one in every tenth article. */
    float weight(int number) {
        return (float) (all - rarity[number]);
    }

    /** Learns that one more article has these words. */
    void learn(int[] numbers) {
        count(1);
        for (int number : numbers) {
            articlesWith[number]++;
            weigh(number);
        }
    }

    void forget(int[] numbers) {
        count(-1);
        for (int number : numbers) {
            articlesWith[number]--;
            weigh(number);
        }
    }

    /** Gives back the numbers of words that no article has. */
    void drop(int[] numbers) {
        for (int number : numbers) {
            if (articlesWith[number] == 0 && places[placeOf(keys[number])] == number) {
                remove(placeOf(keys[number]));
                if (freed == free.length) {
                    free = Arrays.copyOf(free, freed * 2);
                }
                free[freed++] = number;
            }
        }
    }

    private void count(int more) {
        articles += more;
        all = Math.log(articles + PRIOR_ARTICLES + 1);
    }

    private void weigh(int number) {
        rarity[number] = (float) Math.log(articlesWith[number] + expected[number]);
    }

    private int nextNumber() {
        if (used == keys.length) {
            keys = Arrays.copyOf(keys, used * 2);
            articlesWith = Arrays.copyOf(articlesWith, used * 2);
            expected = Arrays.copyOf(expected, used * 2);
            rarity = Arrays.copyOf(rarity, used * 2);
        }
        return used++;
    }

    private int placeOf(long key) {
        int place = home(key);
        while (places[place] != NONE && keys[places[place]] != key) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private int home(long key) {
        return (int) (key ^ key >>> 32) & places.length - 1;
    }

    private void grow() {
        int[] old = places;
        places = new int[old.length * 2];
        Arrays.fill(places, NONE);
        for (int number : old) {
            if (number != NONE) {
                places[placeOf(keys[number])] = number;
            }
        }
    }

    /** Moves back what stands further on only because this place was taken, so that a search never meets a hole. */
    private void remove(int place) {
        int hole = place;
        int next = hole;
        places[hole] = NONE;
        while (true) {
            next = next + 1 & places.length - 1;
            if (places[next] == NONE) {
                return;
            }
            int home = home(keys[places[next]]);
            boolean stays = hole <= next ? hole < home && home <= next : hole < home || home <= next;
            if (!stays) {
                places[hole] = places[next];
                places[next] = NONE;
                hole = next;
            }
        }
    }
}
