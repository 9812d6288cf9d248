package news.lede.discord;

import java.util.Optional;

/** Who we are on Discord, once it has said so. Thread-safe. */
interface Account {
    /** Our own id; empty before Discord has let us in. */
    Optional<String> id();
}
