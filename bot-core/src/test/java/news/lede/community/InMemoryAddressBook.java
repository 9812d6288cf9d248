package news.lede.community;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@link AddressBook} over {@link InMemoryCommunities}. */
public final class InMemoryAddressBook implements AddressBook {
    private final InMemoryCommunities communities;

    public InMemoryAddressBook(InMemoryCommunities communities) {
        this.communities = communities;
    }

    @Override
    public List<Workspace> communities(int most) {
        return byTitle()
                .filter(one -> one.platform().equals("discord")
                        ? !one.key().startsWith("user:")
                        : one.platform().equals("telegram") && one.key().startsWith("-"))
                .limit(most)
                .toList();
    }

    @Override
    public List<Entry> conversations(int skipped, int most) {
        return byTitle()
                .flatMap(one -> communities.places(one.id()).stream().map(place -> new Entry(one, place)))
                .filter(entry -> !entry.isPrivate())
                .skip(skipped)
                .limit(most)
                .toList();
    }

    private Stream<Workspace> byTitle() {
        return communities.all().stream()
                .sorted(Comparator.comparing((Workspace one) -> one.title().toLowerCase(Locale.ROOT))
                        .thenComparing(one -> one.id().value()));
    }
}
