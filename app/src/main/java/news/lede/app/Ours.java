package news.lede.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.lede.telegram.Webhook;
import news.lede.web.health.Part;
import news.lede.web.health.Part.State;

/** The parts of platforms that this process has at the moment, of which it may have several of one platform. Thread-safe. */
final class Ours {
    private record One(String platform, Platforms part) {}

    private final PlatformNames names;
    private final List<One> all = new ArrayList<>();

    /** @param names are asked of what is ours */
    Ours(PlatformNames names) {
        this.names = names;
    }

    synchronized void begun(String platform, Platforms part) {
        all.add(new One(platform, part));
        part.introduce(names);
    }

    synchronized void ended(Platforms part) {
        all.removeIf(one -> one.part() == part);
        // Who introduced itself last may be the one that is gone.
        all.forEach(one -> one.part().introduce(names));
    }

    /** Takes what Telegram brings, when we answer there and can take it. */
    synchronized Optional<Webhook> telegramHook() {
        return all.stream()
                .flatMap(one -> one.part().telegramHook().stream())
                .filter(Webhook::isOpen)
                .findFirst();
    }

    /** How a platform is doing here: as badly as the worst of it. */
    synchronized Part part(String platform) {
        List<Part> parts = all.stream()
                .filter(one -> one.platform().equals(platform))
                .flatMap(one -> one.part().parts().stream())
                .toList();
        if (parts.isEmpty()) {
            return new Part(platform, State.READY, "another process has it");
        }
        State worst =
                parts.stream().map(Part::state).max(Comparator.naturalOrder()).orElseThrow();
        String detail = parts.stream()
                .filter(part -> part.state() == worst)
                .map(Part::detail)
                .distinct()
                .collect(Collectors.joining("; "));
        return new Part(platform, worst, detail);
    }
}
