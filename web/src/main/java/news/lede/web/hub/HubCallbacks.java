package news.lede.web.hub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.hub.HubDesk;
import news.lede.hub.HubReply;
import news.lede.web.page.Gate;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** {@code /hubs/KEY}: asked by a hub whether it was us who subscribed, and brought what is new. */
public final class HubCallbacks implements Gate {
    public static final String PATH = "/hubs";

    /** Nine feeds of ten are far smaller; larger ones are polled for. */
    private static final int MOST_BODY = 2 * 1024 * 1024;

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]+)");

    private final Supplier<Optional<HubDesk>> hubs;

    /** {@code hubs}: empty until there is one. */
    public HubCallbacks(Supplier<Optional<HubDesk>> hubs) {
        this.hubs = hubs;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public int mostBody() {
        return MOST_BODY;
    }

    /** Anybody reaches this address, and bodies are large: one is read for a subscription of ours alone, and only with a signature where one was agreed. */
    @Override
    public Optional<Reply> unread(Visit visit) {
        List<String> below = visit.below(PATH);
        Optional<HubDesk> desk = hubs.get();
        if (below.size() != 1 || desk.isEmpty()) {
            return Optional.of(reply(below.size() != 1 ? new HubReply.Unknown() : new HubReply.Later()));
        }
        return desk.get().refuse(below.getFirst(), signature(visit)).map(HubCallbacks::reply);
    }

    private static String signature(Visit visit) {
        return visit.header("x-hub-signature").orElse("");
    }

    @Override
    public Reply answer(Visit visit) throws InterruptedException {
        List<String> below = visit.below(PATH);
        if (below.size() != 1) {
            return reply(new HubReply.Unknown());
        }
        Optional<HubDesk> desk = hubs.get();
        if (desk.isEmpty()) {
            return reply(new HubReply.Later());
        }
        String key = below.getFirst();
        return reply(
                visit.isPost()
                        ? desk.get()
                                .deliver(
                                        key,
                                        signature(visit),
                                        visit.body(),
                                        visit.header("content-type").flatMap(HubCallbacks::charset))
                        : desk.get().verify(key, first(visit)));
    }

    private static Map<String, String> first(Visit visit) {
        Map<String, String> first = new HashMap<>();
        visit.query().values().forEach((name, values) -> first.put(name, values.getFirst()));
        return first;
    }

    private static Optional<String> charset(String type) {
        Matcher matcher = CHARSET.matcher(type);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Reply reply(HubReply reply) {
        return switch (reply) {
            case HubReply.Echo(String challenge) -> Reply.text(200, challenge);
            case HubReply.Taken() -> Reply.text(200, "");
            case HubReply.Unknown() -> Reply.text(404, "Nobody here asked for that.\n");
            case HubReply.Gone() -> Reply.text(410, "Nobody here wants that any more.\n");
            case HubReply.Later() -> Reply.text(503, "Not now; try again later.\n");
        };
    }
}
