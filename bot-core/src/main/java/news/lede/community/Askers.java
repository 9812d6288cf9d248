package news.lede.community;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.lede.text.Language;

/**
 * Makes out who asks: workspace and conversation, created at first sight, role and eyes. Thread-safe.
 *
 * <p>Nothing is remembered between calls: four look-ups take less than half a millisecond, and a follow or a role that was just
 * taken back must not live on in a cache.
 */
public final class Askers {
    private final Communities communities;
    private final Delegations delegations;
    private final Supplier<? extends Collection<PersonKey>> moderators;
    private final Supplier<? extends Collection<String>> packs;

    /**
     * {@code moderators} moderate everywhere, by the operator's word; {@code packs} are followed by workspaces that are new. Both are asked for each asker, since the operator may change them at any
     * time.
     */
    public Askers(
            Communities communities,
            Delegations delegations,
            Supplier<? extends Collection<PersonKey>> moderators,
            Supplier<? extends Collection<String>> packs) {
        this.communities = communities;
        this.delegations = delegations;
        this.moderators = moderators;
        this.packs = packs;
    }

    public Askers(Communities communities, Delegations delegations, Collection<PersonKey> moderators) {
        this(communities, delegations, () -> moderators, Set::of);
    }

    /** The asker behind an introduction. The language chosen in the workspace is spoken, else that of their app. */
    public Asker of(Introduction introduction) {
        PersonKey person = introduction.person();
        Workspace workspace = workspace(introduction);
        Conversation conversation = communities.conversation(workspace.id(), introduction.place());
        // What was chosen here goes before what an app says of itself: answers in a place are read by all who are
        // there.
        Locale locale = workspace
                .spoken()
                .map(Language::locale)
                .or(introduction::locale)
                .orElse(Locale.ENGLISH);
        Viewer viewer = communities.viewer(workspace.id());
        if (introduction.own()) {
            return new Asker(person, Role.OWNER, workspace, conversation, locale, viewer).alone();
        }
        Role role = role(introduction, workspace.id());
        Asker asker =
                new Asker(person, role, workspace, conversation, locale, viewer, new Way(this, introduction, locale));
        return role == Role.EDITOR ? asker.inChargeOf(charges(introduction, asker)) : asker;
    }

    /** Made only when it is gone: most questions are answered where they are asked. */
    private record Way(Askers askers, Introduction introduction, Locale locale) implements Supplier<PrivateChat> {
        @Override
        public PrivateChat get() {
            return askers.privately(introduction, locale);
        }
    }

    private PrivateChat privately(Introduction introduction, Locale locale) {
        Optional<Introduction.Private> known = introduction.privately();
        if (known.isEmpty()) {
            return new PrivateChat.None();
        }
        Introduction.Private there = known.get();
        if (there.theyBegin() && communities.known(there.place()).isEmpty()) {
            return new PrivateChat.Unopened();
        }
        Asker asker = of(new Introduction(
                introduction.person(),
                there.place(),
                there.workspaceKey(),
                there.workspaceTitle(),
                true,
                Role.OWNER,
                Optional.of(locale)));
        return new PrivateChat.Open(asker);
    }

    private Workspace workspace(Introduction introduction) {
        String platform = introduction.place().platform();
        String title = introduction.workspaceTitle();
        Workspace workspace =
                communities.workspace(platform, introduction.workspaceKey(), title, Set.copyOf(packs.get()));
        if (title.isBlank() || title.equals(workspace.title())) {
            return workspace;
        }
        // Servers and groups are renamed at times; lists of conversations should show the name that people know.
        Workspace renamed =
                new Workspace(workspace.id(), platform, workspace.key(), title, workspace.language(), workspace.zone());
        communities.update(renamed);
        return renamed;
    }

    /** The platform, the operator or a grant says who may: whichever says most. */
    private Role role(Introduction introduction, WorkspaceId workspace) {
        Role byOperator = moderators.get().contains(introduction.person()) ? Role.MODERATOR : Role.MEMBER;
        if (introduction.role().may(Role.MODERATOR)) {
            return introduction.role();
        }
        Map<PersonKey, Role> granted = communities.granted(workspace);
        return Stream.concat(
                        Stream.of(introduction.role(), byOperator),
                        keys(introduction).map(key -> granted.getOrDefault(key, Role.MEMBER)))
                .max(Comparator.naturalOrder())
                .orElse(Role.MEMBER);
    }

    /** Under which somebody may have been granted something. */
    private static Stream<PersonKey> keys(Introduction introduction) {
        return Stream.concat(Stream.of(introduction.person()), introduction.bears().stream());
    }

    /** In a thread, whoever has the channel that it belongs to has it too. */
    private Set<Charge> charges(Introduction introduction, Asker asker) {
        Set<Charge> charges = new HashSet<>(
                delegations.of(asker.workspace().id(), keys(introduction).toList()));
        Place place = introduction.place();
        if (place.thread().isPresent()) {
            communities
                    .known(new Place(place.platform(), place.chat(), Optional.empty()))
                    .map(channel -> new Charge.OfConversation(channel.id()))
                    .filter(charges::contains)
                    .ifPresent(_ -> charges.add(
                            new Charge.OfConversation(asker.conversation().id())));
        }
        return charges;
    }

    /** An introduction of whoever sits at this machine. */
    public static Introduction local(String platform, String title, Role role) {
        String local = "local";
        return new Introduction(
                new PersonKey(platform, local),
                new Place(platform, local, Optional.empty()),
                local,
                title,
                false,
                role,
                Optional.empty());
    }
}
