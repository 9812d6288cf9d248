package news.lede.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.answer.Display;
import news.lede.community.Asker;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.Role;
import news.lede.community.Workspace;
import news.lede.web.page.Seats;

/** The console's own view and those of all communities, looked up anew each minute. Whoever takes a seat is the console's person there, and the audit says so. Thread-safe. */
final class CommunitySeats implements Seats {
    private static final Duration KEPT = Duration.ofMinutes(1);
    /** More than anybody picks from a list. */
    private static final int MOST = 200;

    private static final int LABEL_CHARS = 40;

    private final Lede lede;
    private volatile Known known = new Known(Instant.MIN, List.of());

    private record Known(Instant at, List<Workspace> communities) {}

    CommunitySeats(Lede lede) {
        this.lede = lede;
    }

    @Override
    public List<Seat> all() {
        List<Seat> all = new ArrayList<>();
        all.add(new Seat("", "This installation"));
        communities().forEach(one -> all.add(new Seat(Community.name(one), label(one))));
        return all;
    }

    private static String label(Workspace one) {
        String platform = one.platform().substring(0, 1).toUpperCase(Locale.ROOT)
                + one.platform().substring(1);
        String title = one.title().isBlank() ? one.key() : Display.brief(one.title(), LABEL_CHARS);
        return title + " (" + platform + ")";
    }

    @Override
    public Asker take(String key) {
        Asker own = lede.consoleAsker(Role.MODERATOR).speaking(Locale.ENGLISH);
        return communities().stream()
                .filter(one -> Community.name(one).equals(key))
                .findFirst()
                .flatMap(one -> in(one, own))
                .orElse(own);
    }

    /** In the first of its places; a community that nobody has spoken with us in has none. */
    private Optional<Asker> in(Workspace community, Asker own) {
        Communities communities = lede.store().communities();
        Optional<Conversation> place =
                lede.store().communityRecords().places(community.id()).stream().findFirst();
        return place.map(conversation -> new Asker(
                own.person(),
                Role.MODERATOR,
                communities.find(community.id()).orElse(community),
                conversation,
                Locale.ENGLISH,
                communities.viewer(community.id())));
    }

    private List<Workspace> communities() {
        Instant now = lede.clock().instant();
        Known last = known;
        if (last.at().isBefore(now.minus(KEPT)) || last.at().isAfter(now)) {
            last = new Known(now, lede.addressBook().communities(MOST));
            known = last;
        }
        return last.communities();
    }
}
