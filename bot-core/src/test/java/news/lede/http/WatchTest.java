package news.lede.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(20);

    private static List<Exchange> five() {
        return Stream.generate(() -> new Exchange(LONG)).limit(5).toList();
    }

    @Test
    void whatIsOutOfTimeIsCutAndNothingElse() {
        try (Watch watch = new Watch(64, LONG)) {
            Exchange whole = new Exchange(SHORT);
            Exchange step = new Exchange(LONG);
            step.allow(SHORT);
            Exchange spoke = new Exchange(LONG);
            spoke.allow(SHORT);
            spoke.allowTheRest();
            List.of(whole, step, spoke).forEach(watch::add);
            await().until(() -> whole.wasCut() && step.wasCut());
            assertThat(spoke.wasCut()).isFalse();
        }
    }

    @Test
    void ofTooManySilentOnesTheLongestSilentAreCut() {
        try (Watch watch = new Watch(2, SHORT)) {
            List<Exchange> all = five();
            for (Exchange one : all) {
                one.allow(LONG);
                watch.add(one);
            }
            await().until(() -> all.get(2).wasCut());
            assertThat(all).extracting(Exchange::wasCut).containsExactly(true, true, true, false, false);
        }
    }

    @Test
    void thoseThatSpeakAreNotCountedAsSilent() {
        try (Watch watch = new Watch(2, SHORT)) {
            List<Exchange> all = five();
            Exchange end = new Exchange(Duration.ofMillis(300));
            for (Exchange one : all) {
                one.allow(LONG);
                one.allowTheRest();
                watch.add(one);
            }
            watch.add(end);
            await().until(end::wasCut);
            assertThat(all).noneMatch(Exchange::wasCut);
        }
    }

    @Test
    void oneWhoseBytesNobodyHasReadYetIsNotSilent() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Watch watch = new Watch(64, LONG)) {
            Exchange unread = new Exchange(LONG);
            Exchange other = new Exchange(LONG);
            Socket ours = unread.open();
            ours.connect(door.getLocalSocketAddress());
            try (Socket theirs = door.accept()) {
                theirs.getOutputStream().write(1);
                await().until(() -> ours.getInputStream().available() > 0);
                unread.allow(SHORT);
                other.allow(SHORT);
                watch.add(unread);
                watch.add(other);
                await().until(other::wasCut);
                assertThat(unread.wasCut()).isFalse();
                assertThat(unread.silentNanos(System.nanoTime())).isZero();
            }
            unread.close();
        }
    }

    @Test
    void itWakesForWhatComesAfterAPause() {
        try (Watch watch = new Watch(64, LONG)) {
            Exchange first = new Exchange(SHORT);
            watch.add(first);
            await().until(first::wasCut);
            watch.remove(first);
            Exchange second = new Exchange(SHORT);
            watch.add(second);
            await().until(second::wasCut);
            assertThat(watch.size()).isEqualTo(1);
        }
    }

    @Test
    void timeSpentApartDoesNotCount() {
        try (Watch watch = new Watch(64, LONG)) {
            Exchange patient = new Exchange(Duration.ofMillis(150));
            Exchange other = new Exchange(Duration.ofMillis(400));
            boolean cutMeanwhile = patient.apart(() -> {
                watch.add(patient);
                watch.add(other);
                await().until(other::wasCut);
                return patient.wasCut();
            });
            assertThat(cutMeanwhile).isFalse();
            await().until(patient::wasCut);
        }
    }

    @Test
    void closingCutsWhatIsStillRunning() {
        Exchange running = new Exchange(LONG);
        Watch watch = new Watch(64, LONG);
        watch.add(running);
        watch.close();
        assertThat(running.wasCut()).isTrue();
    }
}
