package news.lede.web.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose apps a message is drawn like. */
public enum Service {
    DISCORD("Discord"),
    TELEGRAM("Telegram");

    private final String title;

    Service(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** As a platform is named everywhere else: {@code discord}. */
    public String platform() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** That of a platform; empty for those without chats of this kind. */
    public static Optional<Service> of(String platform) {
        return Arrays.stream(values())
                .filter(service -> service.platform().equals(platform))
                .findFirst();
    }
}
