package news.lede.community;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@link AddressBook} over {@link InMemoryCommunities}. */
public final class InMemoryAddressBook implements AddressBook {
    private final InMemoryCommunities communities;
    private final PersonalPlaces places;

    public InMemoryAddressBook(InMemoryCommunities communities, PersonalPlaces places) {
        this.communities = communities;
        this.places = places;
    }

    @Override
    public List<Workspace> communities(int most) {
        return byTitle()
                .filter(one -> keys(one.platform()).anyMatch(keys -> !keys.isPersonal(one.key())))
                .limit(most)
                .toList();
    }

    @Override
    public List<Entry> conversations(int skipped, int most) {
        return entries().skip(skipped).limit(most).toList();
    }

    @Override
    public Optional<Entry> conversation(ConversationId id) {
        return entries().filter(entry -> entry.conversation().id().equals(id)).findFirst();
    }

    private Stream<Entry> entries() {
        return byTitle()
                .flatMap(one -> communities.places(one.id()).stream().map(place -> new Entry(one, place)))
                .filter(entry -> !isPersonal(entry));
    }

    private boolean isPersonal(Entry entry) {
        Place place = entry.conversation().place();
        return keys(place.platform())
                .anyMatch(keys -> keys.isPersonal(place.chat())
                        || keys.isPersonal(entry.workspace().key()));
    }

    private Stream<PersonalKeys> keys(String platform) {
        return places.platforms().stream().filter(one -> one.platform().equals(platform));
    }

    private Stream<Workspace> byTitle() {
        return communities.all().stream()
                .sorted(Comparator.comparing((Workspace one) -> one.title().toLowerCase(Locale.ROOT))
                        .thenComparing(one -> one.id().value()));
    }
}
