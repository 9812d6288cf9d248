package news.lede.app;

import java.net.URI;
import java.util.Optional;
import news.lede.config.Settings;

/** Who we say we are to publishers: the program's name and version, and where to reach whoever runs it when that is set. */
final class UserAgent {
    private UserAgent() {}

    static String of(Settings settings) {
        String version = Optional.ofNullable(UserAgent.class.getPackage().getImplementationVersion())
                .orElse("dev");
        return "Lede/" + version
                + contact(settings).map(where -> " (+" + where + ")").orElse("");
    }

    /** Where publishers reach whoever runs this; absent when nothing says so. */
    static Optional<String> contact(Settings settings) {
        return settings.fetch().contact().or(() -> settings.web().publicUrl().map(URI::toString));
    }
}
