package news.lede.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.answer.Answer;
import news.lede.community.Asker;
import news.lede.community.Viewer;
import news.lede.community.Workspace;
import news.lede.text.Language;

/**
 * Makes what one call of {@code /setup} names so, by the commands that are there for each of it, all of it or nothing. It is checked before anything is changed; what is not named stays as it is.
 */
final class SetupChanges {
    /** Commands that set one thing each. */
    record Setters(Handler language, Handler zone, Handler source, Handler channel) {}

    private final Newsroom newsroom;
    private final Setters setters;
    private final SetupTopics topics;
    private final SetupPacks packs;

    SetupChanges(Newsroom newsroom, Setters setters) {
        this.newsroom = newsroom;
        this.setters = setters;
        this.topics = new SetupTopics(newsroom);
        this.packs = new SetupPacks(newsroom);
    }

    sealed interface Outcome {}

    /** {@code as}: who asked, as they would ask now that it is so. */
    record Made(Request as, Set<SetupStep> changed) implements Outcome {
        Made {
            changed = Set.copyOf(changed);
        }
    }

    record Wrong(Answer.Notice notice) implements Outcome {}

    Outcome make(Request request) {
        Optional<Answer> fault = fault(request);
        if (fault.isPresent()) {
            // Whatever is no notice would be an answer to something else.
            return fault.get() instanceof Answer.Notice notice
                    ? new Wrong(notice)
                    : new Wrong(request.texts().notice("button-outdated", List.of()));
        }
        try {
            return request.ledger().together(() -> made(request));
        } catch (NotPossible full) {
            return new Wrong(full.notice);
        }
    }

    /** Ends a transaction in which not all could be done. */
    private static final class NotPossible extends RuntimeException {
        private final transient Answer.Notice notice;

        NotPossible(Answer.Notice notice) {
            super(notice.title());
            this.notice = notice;
        }
    }

    private Outcome made(Request request) {
        Set<SetupStep> changed = EnumSet.noneOf(SetupStep.class);
        Request as = request;
        if (given(request, "language").isPresent()) {
            setters.language().answer(call(as, "language", "language"));
            as = anew(as);
            changed.add(SetupStep.LANGUAGE);
        }
        if (given(request, "zone").isPresent()) {
            setters.zone().answer(call(as, "timezone", "zone"));
            as = anew(as);
            changed.add(SetupStep.ZONE);
        }
        Optional<String> named = given(request, "packs");
        if (named.isPresent()) {
            packs.apply(as, named.get(), setters.source());
            as = anew(as);
            changed.add(SetupStep.PACKS);
        }
        topics.apply(as).ifPresent(full -> {
            throw new NotPossible(full);
        });
        given(request, "topics").ifPresent(_ -> changed.add(SetupStep.TOPICS));
        if (isScheduled(request)) {
            changed.add(SetupStep.WHEN);
        }
        Request channel = call(as, "channel", "style", "quiet", "budget");
        if (!channel.arguments().invocation().options().isEmpty()) {
            setters.channel().answer(channel);
            given(request, "style").ifPresent(_ -> changed.add(SetupStep.STYLE));
            given(request, "quiet").ifPresent(_ -> changed.add(SetupStep.WHEN));
            given(request, "budget").ifPresent(_ -> changed.add(SetupStep.BUDGET));
        }
        return new Made(as, changed);
    }

    private Optional<Answer> fault(Request request) {
        List<Optional<? extends Answer>> faults = new ArrayList<>();
        // A language that does not exist changes nothing, so the command for it can say so.
        faults.add(given(request, "language")
                .filter(typed -> Tongues.of(typed).isEmpty())
                .map(_ -> setters.language().answer(call(request, "language", "language"))));
        faults.add(given(request, "zone")
                .filter(typed -> ZoneNames.of(typed).isEmpty())
                .map(typed -> CadenceReader.noZone(request.texts(), typed)));
        faults.add(given(request, "packs").flatMap(typed -> packs.fault(request, typed)));
        faults.add(topics.fault(request));
        faults.add(ChannelCommand.fault(call(request, "channel", "style", "quiet", "budget")));
        return faults.stream()
                .<Answer>flatMap(fault -> fault.map(Answer.class::cast).stream())
                .findFirst();
    }

    static boolean isScheduled(Request request) {
        return given(request, "when").isPresent() || given(request, "at").isPresent();
    }

    private static Optional<String> given(Request request, String option) {
        return request.arguments().text(option);
    }

    /** Another command with some of the options of this call. */
    private static Request call(Request request, String command, String... options) {
        Map<String, String> given = new HashMap<>();
        for (String option : options) {
            given(request, option).ifPresent(value -> given.put(option, value));
        }
        return request.with(new Arguments(new Invocation(command, given)));
    }

    /** The same, asked by whoever it was after what was changed: in another language perhaps, in another zone, with other eyes. */
    private Request anew(Request request) {
        Asker asker = request.asker();
        var communities = newsroom.following().get().communities();
        Workspace workspace = communities.find(asker.workspace().id()).orElse(asker.workspace());
        Locale locale = workspace.spoken().map(Language::locale).orElse(asker.locale());
        Viewer viewer = new Viewer(workspace.id(), communities.visibleSources(workspace.id()));
        return request.as(new Asker(
                asker.person(),
                asker.role(),
                workspace,
                asker.conversation(),
                locale,
                viewer,
                asker.privately(),
                asker.charges()));
    }
}
