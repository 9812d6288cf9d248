package news.lede.telegram.server;

import java.util.Optional;

/** A button under a message: it calls back with data, opens a link, or copies a text. */
public record Button(String label, Optional<String> data, Optional<String> url, Optional<String> copies) {}
