package news.lede.app;

import java.util.Optional;
import news.lede.config.Settings;

/** Who we say we are to publishers: the program's name and version, and where to reach whoever runs it when that is set. */
final class UserAgent {
    private UserAgent() {}

    static String of(Settings settings) {
        String version = Optional.ofNullable(UserAgent.class.getPackage().getImplementationVersion())
                .orElse("dev");
        String contact =
                settings.web().publicUrl().map(url -> " (+" + url + ")").orElse("");
        return "Lede/" + version + contact;
    }
}
