package news.lede.telegram.server;

import java.time.Duration;
import java.util.Optional;

/** A button somebody pressed. */
public final class Press {
    private final World world;
    private final Said said;
    private final long pressedNanos;
    private Optional<Acknowledgement> acknowledgement = Optional.empty();

    Press(World world, Said said) {
        this.world = world;
        this.said = said;
        this.pressedNanos = System.nanoTime();
    }

    void acknowledged(String text, boolean alert, String url) {
        acknowledgement =
                Optional.of(new Acknowledgement(text, alert, url, Duration.ofNanos(System.nanoTime() - pressedNanos)));
    }

    boolean isAcknowledged() {
        return acknowledgement.isPresent();
    }

    /** Waits for the bot's acknowledgement; fails when none comes in time. */
    public Acknowledgement acknowledgement(Duration patience) {
        return world.await(patience, () -> acknowledgement, "no acknowledgement of a pressed button");
    }

    /** What the bot wrote in the same place since. */
    public Said said() {
        return said;
    }
}
