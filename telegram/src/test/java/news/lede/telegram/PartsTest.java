package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.TelegramUrl;

class PartsTest {
    @Nested
    class Address {
        @ParameterizedTest
        @CsvSource({
            "http://127.0.0.1:8081, http, 127.0.0.1, 8081",
            "http://localhost, http, localhost, 80",
            "HTTPS://bot.example/, https, bot.example, 443"
        })
        void schemeHostAndPortAreRead(String url, String scheme, String host, int port) {
            assertThat(ApiAddress.parse(url)).isEqualTo(new TelegramUrl(scheme, host, port, false));
        }

        @Test
        void anEmptyOneIsTheRealService() {
            assertThat(ApiAddress.parse(" ")).isEqualTo(TelegramUrl.DEFAULT_URL);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "localhost:8081",
                    "ftp://a.example",
                    "http://",
                    "http://a.example/bot",
                    "http://u@a.example",
                    "http://a b",
                    "http://a.example?x"
                })
        void anythingElseIsRefusedWithTheFormToWrite(String url) {
            assertThatThrownBy(() -> ApiAddress.parse(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("telegram.api-base-url", "scheme://host:port");
        }
    }

    @Nested
    class Secret {
        @Test
        void aTokenIsNeverShown() {
            Token token = new Token("7:secret");

            assertThat(token.toString()).doesNotContain("secret");
            assertThat(token.hiddenIn("http://x/bot7:secret/getMe failed"))
                    .isEqualTo("http://x/bot(token)/getMe failed");
        }
    }

    @Nested
    class Order {
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        @Test
        void workOfOneConversationRunsInOrderAlsoWhenSomeFails() throws InterruptedException {
            ConversationQueue queue = new ConversationQueue(threads, 1000);
            List<Integer> done = Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 500; i++) {
                int n = i;
                queue.add(new ConversationQueue.Key(1, 0), () -> {
                    done.add(n);
                    if (n % 7 == 0) {
                        throw new StackOverflowError("one bad update");
                    }
                });
            }

            assertThat(queue.awaitIdle(Duration.ofSeconds(30))).isTrue();
            assertThat(done)
                    .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
        }

        @Test
        void aConversationThatWaitsHoldsNoOtherUp() throws InterruptedException {
            ConversationQueue queue = new ConversationQueue(threads, 10);
            CountDownLatch other = new CountDownLatch(1);
            CountDownLatch freed = new CountDownLatch(1);
            queue.add(new ConversationQueue.Key(1, 0), () -> await(freed));
            queue.add(new ConversationQueue.Key(1, 5), other::countDown);

            assertThat(other.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(queue.awaitIdle(Duration.ofMillis(1))).isFalse();
            freed.countDown();
            assertThat(queue.awaitIdle(Duration.ofSeconds(30))).isTrue();
        }

        @Test
        void aFullBacklogMakesTheGiverWait() throws InterruptedException {
            ConversationQueue queue = new ConversationQueue(threads, 1);
            CountDownLatch freed = new CountDownLatch(1);
            CountDownLatch given = new CountDownLatch(1);
            queue.add(new ConversationQueue.Key(1, 0), () -> await(freed));
            threads.execute(() -> {
                try {
                    queue.add(new ConversationQueue.Key(2, 0), () -> {});
                    given.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });

            assertThat(given.await(50, TimeUnit.MILLISECONDS)).isFalse();
            freed.countDown();
            assertThat(given.await(30, TimeUnit.SECONDS)).isTrue();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Nested
    class Words {
        @Test
        void foreignTextHasNoMentionsAndNoCommands() {
            assertThat(Wording.foreign("@all and/or /start a@b.example", 100))
                    .isEqualTo("@\u2060all and/or /\u2060start a@\u2060b.example");
        }

        @Test
        void ourOwnTextKeepsItsCommands() {
            assertThat(Wording.paragraphs("/topics lists them.\n\n  @you "))
                    .isEqualTo("/topics lists them.\n\n@\u2060you");
        }

        @Test
        void whatIsLongIsCutBetweenCharacters() {
            assertThat(Wording.foreign("😀".repeat(10), 10)).isEqualTo("😀😀😀😀…");
            assertThat(Wording.foreign("@a".repeat(1000), 100)).hasSizeLessThanOrEqualTo(100);
        }
    }

    @Nested
    class Pauses {
        @Test
        void theyDoubleUpToTheLongest() {
            Pace pace = Pace.USUAL;

            assertThat(IntStream.of(1, 2, 3, 7, 100).mapToObj(pace::pauseAfter))
                    .containsExactly(
                            Duration.ofMillis(500),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(30));
        }
    }

    @Nested
    class Repeats {
        @Test
        void anUpdateIsNewOnce() {
            SeenUpdates seen = new SeenUpdates();

            assertThat(seen.isNew(5)).isTrue();
            assertThat(seen.isNew(5)).isFalse();
            assertThat(seen.isNew(6)).isTrue();
        }
    }
}
