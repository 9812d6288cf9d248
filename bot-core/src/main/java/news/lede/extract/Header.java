package news.lede.extract;

import java.util.Optional;

/**
 * The head of an article that a page carries in full beside its own: who published it, how long ago, its title.
 *
 * @param first its first block
 * @param body the first block after it
 * @param end the first block after its text
 * @param when the words that tell the time
 */
record Header(
        int first, int body, int end, String title, Optional<String> publisher, String when, boolean publisherTwice) {
    /** How many blocks the head itself takes: heads of one list look alike. */
    int blocks() {
        return body - first;
    }

    Header endingAt(int block) {
        return new Header(first, body, block, title, publisher, when, publisherTwice);
    }
}
