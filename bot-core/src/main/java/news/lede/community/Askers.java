package news.lede.community;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import news.lede.text.Language;

/**
 * Makes out who asks: workspace and conversation, created at first sight, role and eyes. Thread-safe.
 *
 * <p>Nothing is remembered between calls: four look-ups take less than half a millisecond, and a follow or a role that was just
 * taken back must not live on in a cache.
 */
public final class Askers {
    private final Communities communities;
    private final Set<PersonKey> moderators;
    private final Set<String> packs;

    /** {@code moderators} moderate everywhere, by the operator's word; {@code packs} are followed by workspaces that are new. */
    public Askers(Communities communities, Collection<PersonKey> moderators, Collection<String> packs) {
        this.communities = communities;
        this.moderators = Set.copyOf(moderators);
        this.packs = Set.copyOf(packs);
    }

    public Askers(Communities communities, Collection<PersonKey> moderators) {
        this(communities, moderators, Set.of());
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
        Viewer viewer = new Viewer(workspace.id(), communities.visibleSources(workspace.id()));
        Role role = role(introduction, workspace.id());
        return introduction.own()
                ? new Asker(person, role, workspace, conversation, locale, viewer).alone()
                : new Asker(person, role, workspace, conversation, locale, viewer, new Way(this, introduction, locale));
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
                false,
                Optional.of(locale)));
        return new PrivateChat.Open(asker);
    }

    private Workspace workspace(Introduction introduction) {
        String platform = introduction.place().platform();
        String title = introduction.workspaceTitle();
        Workspace workspace = communities.workspace(platform, introduction.workspaceKey(), title, packs);
        if (title.isBlank() || title.equals(workspace.title())) {
            return workspace;
        }
        // Servers and groups are renamed at times; lists of conversations should show the name that people know.
        Workspace renamed =
                new Workspace(workspace.id(), platform, workspace.key(), title, workspace.language(), workspace.zone());
        communities.update(renamed);
        return renamed;
    }

    /** Somebody's own workspace is theirs to moderate; elsewhere the platform, the operator or a grant says who may. */
    private Role role(Introduction introduction, WorkspaceId workspace) {
        boolean moderates = introduction.own() || introduction.manages() || moderators.contains(introduction.person());
        return moderates ? Role.MODERATOR : communities.role(workspace, introduction.person());
    }

    /** An introduction of whoever sits at this machine. */
    public static Introduction local(String platform, String title, boolean manages) {
        String local = "local";
        return new Introduction(
                new PersonKey(platform, local),
                new Place(platform, local, Optional.empty()),
                local,
                title,
                false,
                manages,
                Optional.empty());
    }
}
