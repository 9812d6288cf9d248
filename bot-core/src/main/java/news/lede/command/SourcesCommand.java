package news.lede.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.Communities;
import news.lede.community.Role;
import news.lede.community.WorkspaceId;
import news.lede.source.Source;
import news.lede.source.SourceId;
import news.lede.source.Sources;

/** {@code /sources}: what this workspace follows, by itself and by packs, and how each source is doing. */
final class SourcesCommand implements Handler {
    /** A page that a person looks over, and that fits one message of every platform. */
    private static final int LINES = 15;

    private final Sources sources;
    private final Supplier<Following> following;
    private final CommandLine commandLine;

    SourcesCommand(Newsroom newsroom, CommandLine commandLine) {
        this.sources = newsroom.sources();
        this.following = newsroom.following();
        this.commandLine = commandLine;
    }

    /** A source under the heading it belongs to. */
    private record Place(String heading, Source source) {}

    @Override
    public CommandSpec spec() {
        return CommandSpecs.SOURCES;
    }

    @Override
    public Answer answer(Request request) {
        return page(request, new Invocation(spec().name(), Map.of()));
    }

    /** The page asked for; {@code call} is what leads to the first one. */
    Answer page(Request request, Invocation call) {
        Texts texts = request.texts();
        List<Place> all = places(request);
        if (all.isEmpty()) {
            return texts.notice("sources.none", packsToChoose(request));
        }
        int page = request.arguments().page();
        long from = (long) (page - 1) * LINES;
        if (from >= all.size()) {
            return texts.notice(
                    "sources.beyond", List.of(turn(texts, "action.first-page", call, 1, Action.Kind.BACK)), page);
        }
        int to = (int) Math.min(from + LINES, all.size());
        List<Action> actions = new ArrayList<>();
        if (to < all.size()) {
            actions.add(turn(texts, "action.next-page", call, page + 1, Action.Kind.MORE));
        }
        if (page > 1) {
            actions.add(turn(texts, "action.previous-page", call, page - 1, Action.Kind.BACK));
        }
        return new Listing(
                Listing.Kind.SOURCES,
                texts.count("title.sources", all.size()),
                sections(request, all.subList((int) from, to)),
                actions,
                note(request));
    }

    private List<Place> places(Request request) {
        Texts texts = request.texts();
        WorkspaceId workspace = request.asker().workspace().id();
        Communities communities = following.get().communities();
        Set<SourceId> own = communities.ownSources(workspace);
        List<Place> places = new ArrayList<>();
        sources.all().stream()
                .filter(s -> own.contains(s.id()))
                .forEach(s -> places.add(new Place(texts.text("sources.own"), s)));
        for (String pack : new TreeSet<>(communities.followedPacks(workspace))) {
            String heading = pack.equals(Communities.DEFAULT_PACK)
                    ? texts.text("sources.default")
                    : texts.text(
                            "sources.pack",
                            pack,
                            Display.plain(following.get().follows().title(pack)));
            sources.inPack(pack).forEach(s -> places.add(new Place(heading, s)));
        }
        return places;
    }

    private List<Listing.Section> sections(Request request, List<Place> places) {
        SourceWords words = new SourceWords(following.get(), request);
        Map<String, List<Listing.Line>> lines = new LinkedHashMap<>();
        places.forEach(
                p -> lines.computeIfAbsent(p.heading(), _ -> new ArrayList<>()).add(words.line(p.source())));
        return lines.entrySet().stream()
                .map(e -> new Listing.Section(e.getKey(), e.getValue()))
                .toList();
    }

    private Optional<String> note(Request request) {
        Texts texts = request.texts();
        List<String> open = unfollowed(request);
        return open.isEmpty() || !request.asker().role().may(Role.MODERATOR)
                ? Optional.empty()
                : Optional.of(texts.text("note.packs", texts.list(open)));
    }

    private List<Action> packsToChoose(Request request) {
        return request.asker().role().may(Role.MODERATOR)
                ? unfollowed(request).stream()
                        .limit(5)
                        .map(pack -> new Action(
                                request.texts().text("action.follow", pack), "/source add " + pack, Action.Kind.FOLLOW))
                        .toList()
                : List.of();
    }

    private List<String> unfollowed(Request request) {
        Set<String> followed = following
                .get()
                .communities()
                .followedPacks(request.asker().workspace().id());
        return following.get().follows().packs().stream()
                .filter(pack -> !followed.contains(pack))
                .toList();
    }

    private Action turn(Texts texts, String label, Invocation call, int page, Action.Kind kind) {
        Map<String, String> options = new LinkedHashMap<>(call.options());
        options.put("page", Integer.toString(page));
        return new Action(texts.text(label), commandLine.write(new Invocation(call.command(), options)), kind);
    }
}
