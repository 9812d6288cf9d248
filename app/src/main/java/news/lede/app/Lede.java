package news.lede.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import news.lede.app.metrics.Meters;
import news.lede.article.IndexKeeper;
import news.lede.command.NewsDesk;
import news.lede.community.AddressBook;
import news.lede.community.Asker;
import news.lede.community.Askers;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.Follows;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.community.Workspace;
import news.lede.config.Configuration;
import news.lede.config.Settings;
import news.lede.ingest.Purge;
import news.lede.ingest.SourceTrial;
import news.lede.source.Source;
import news.lede.store.Store;

/**
 * One Lede over one data folder: every part wired to the others, in the {@code Wiring} classes beside this one and nowhere else. Each part is made when it is first needed, because a question that needs
 * no search index should not wait for one.
 */
final class Lede implements AutoCloseable {
    /** What the data folder is opened for. */
    enum Use {
        /** Questions; others may use the folder meanwhile. */
        ASK,
        /** Taking in news; nobody else may meanwhile. */
        IMPORT,
        /** Answering and taking in news, for as long as it runs. */
        RUN
    }

    private final InForce inForce;
    private final InstantSource clock;
    private final Meters meters = new Meters();
    private final StoreWiring kept;
    private final NewsWiring news;
    private final IngestWiring ingest;
    private final TrialWiring trials;
    private final AnswerWiring answers;
    private final TellingWiring telling;
    private final BelongingsWiring belongings;
    private final UpkeepWiring upkeep;
    private final Preparation preparation;

    Lede(Path data, Settings settings, Use use, InstantSource clock) {
        this(data, Configuration.of(settings), use, clock);
    }

    /** What of {@code configuration} can be taken over while Lede runs is what {@link #inForce} says; the rest holds until the end. */
    Lede(Path data, Configuration configuration, Use use, InstantSource clock) {
        Settings settings = configuration.settings();
        this.inForce = new InForce(configuration);
        this.clock = clock;
        kept = new StoreWiring(data, settings.store(), use);
        news = new NewsWiring(settings, inForce, kept, meters);
        ingest = new IngestWiring(settings, inForce, kept, meters, clock);
        trials = new TrialWiring(settings, kept, ingest, clock);
        belongings = new BelongingsWiring(data, kept, ingest, clock);
        answers = new AnswerWiring(inForce, kept, news, ingest, trials, belongings, meters, clock);
        telling = new TellingWiring(inForce, kept, news, clock);
        upkeep = new UpkeepWiring(data, settings.retention(), kept, news, belongings, meters, clock);
        preparation = new Preparation(inForce, kept, news, use);
    }

    Store store() {
        return kept.store();
    }

    /** Communities by title, without what is a person's alone. */
    AddressBook addressBook() {
        return kept.addressBook();
    }

    InstantSource clock() {
        return clock;
    }

    NewsDesk desk() {
        return answers.desk();
    }

    /** How stored news is seen. */
    NewsWiring news() {
        return news;
    }

    /** What persons are called, as far as platforms tell. */
    PlatformNames names() {
        return answers.names();
    }

    /** How news comes in. */
    IngestWiring ingest() {
        return ingest;
    }

    /** How news is told unasked. */
    TellingWiring telling() {
        return telling;
    }

    /** Makes what was stored ready to be asked for. */
    Preparation preparation() {
        return preparation;
    }

    /** What communities and persons take with them. */
    BelongingsWiring belongings() {
        return belongings;
    }

    /** What is counted, once somebody begins to. */
    Meters meters() {
        return meters;
    }

    /** What it does for itself. */
    UpkeepWiring upkeep() {
        return upkeep;
    }

    /** The configuration that holds now. */
    InForce inForce() {
        return inForce;
    }

    /** Makes out who asks. */
    Askers askers() {
        return new Askers(store().communities(), store().delegations(), inForce::moderators, inForce::defaultPacks);
    }

    /** What workspaces follow. */
    Follows follows() {
        return ingest.follows();
    }

    /** Tries addresses before they are added. */
    SourceTrial trial() {
        return trials.trial().get();
    }

    /** Whoever types at this machine: one person in a workspace of their own. */
    Asker consoleAsker(Role role) {
        Communities communities = store().communities();
        Workspace workspace = communities.workspace(
                ConsoleMessenger.PLATFORM, ConsoleMessenger.LOCAL, "Console", inForce.defaultPacks());
        Conversation conversation = communities.conversation(
                workspace.id(), new Place(ConsoleMessenger.PLATFORM, ConsoleMessenger.LOCAL, Optional.empty()));
        return new Asker(
                        new PersonKey(ConsoleMessenger.PLATFORM, ConsoleMessenger.LOCAL),
                        role,
                        workspace,
                        conversation,
                        Locale.forLanguageTag(workspace.language().code()),
                        communities.viewer(workspace.id()))
                .alone();
    }

    /** Opens the search index, bringing it up to date. */
    void openIndex() {
        kept.index().get();
    }

    /** Builds the search index anew from the store; how many articles it holds then. */
    long rebuildIndex(IndexKeeper.Progress progress) {
        return kept.rebuildIndex(progress);
    }

    /** Removes a source and takes back what it brought. The index is opened first: it would take a store that ends earlier for another one. */
    Purge.Purged purge(Source source) {
        openIndex();
        Purge.Purged purged = store().transactor().inTransaction(() -> {
            store().sources().remove(source.id(), clock.instant());
            return store().purge().purge(source.id(), clock.instant());
        });
        kept.bringIndexUpToDate();
        news.topicDesk().get().forget(purged.gone());
        return purged;
    }

    @Override
    public void close() {
        trials.close();
        news.close();
        kept.close();
    }
}
