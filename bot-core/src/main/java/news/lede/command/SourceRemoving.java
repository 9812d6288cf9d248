package news.lede.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.WorkspaceId;
import news.lede.opml.SourceAddress;
import news.lede.source.Source;
import news.lede.source.SourceId;
import news.lede.source.Sources;
import news.lede.text.NameFolding;

/** Takes from a workspace what it follows: a pack, or a source of its own by title or address. */
final class SourceRemoving {
    private static final int NAMED = 10;

    private final Sources sources;
    private final Supplier<Following> following;

    SourceRemoving(Newsroom newsroom) {
        this.sources = newsroom.sources();
        this.following = newsroom.following();
    }

    Answer remove(Request request, String typed) {
        Texts texts = request.texts();
        WorkspaceId workspace = request.asker().workspace().id();
        Set<String> packs = following.get().communities().followedPacks(workspace);
        String pack = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^pack:", "");
        if (packs.contains(pack)) {
            request.changing(request.matters().pack(), pack, () -> {
                following.get().follows().unfollowPack(workspace, pack);
                return true;
            });
            return texts.notice("pack.removed", List.of(back(texts, pack)), pack);
        }
        Set<SourceId> own = following.get().communities().ownSources(workspace);
        List<Source> visible = sources.all().stream()
                .filter(s -> own.contains(s.id()) || request.viewer().sources().contains(s.id()))
                .toList();
        List<Source> named = named(visible, typed);
        Optional<Source> ours = named.stream().filter(s -> own.contains(s.id())).findFirst();
        if (ours.isPresent()) {
            Source source = ours.get();
            request.changing(request.matters().source(), source.address(), () -> {
                following.get().follows().unfollow(workspace, source.id());
                return true;
            });
            return texts.notice(
                    "source.removed",
                    List.of(back(texts, source.address())),
                    Display.brief(source.title(), CommandLine.ECHOED));
        }
        if (!named.isEmpty()) {
            return ofPack(texts, named.getFirst(), packs);
        }
        return unknown(texts, typed, visible.stream().filter(s -> own.contains(s.id())), packs);
    }

    /** By address, by whole title, or by a part of a title that only one has. */
    private static List<Source> named(List<Source> visible, String typed) {
        if (SourceAddress.read(typed) instanceof SourceAddress.Usable(String address)) {
            return matching(visible, s -> s.address().equals(address));
        }
        String wanted = NameFolding.fold(typed);
        List<Source> whole = matching(visible, s -> NameFolding.fold(s.title()).equals(wanted));
        if (!whole.isEmpty()) {
            return whole;
        }
        List<Source> part = matching(visible, s -> (" " + NameFolding.fold(s.title())).contains(" " + wanted));
        return part.size() == 1 ? part : List.of();
    }

    private static List<Source> matching(List<Source> visible, Predicate<Source> wanted) {
        return visible.stream().filter(wanted).toList();
    }

    /** What came with a pack can only go with it. */
    private Answer ofPack(Texts texts, Source source, Set<String> followed) {
        List<String> packs =
                sources.packsOf(source.id()).stream().filter(followed::contains).toList();
        List<Action> actions = packs.stream()
                .map(pack ->
                        new Action(texts.text("action.unfollow", pack), "/source remove " + pack, Action.Kind.CANCEL))
                .toList();
        return texts.notice(
                "source.of-pack", actions, Display.brief(source.title(), CommandLine.ECHOED), texts.list(packs));
    }

    private static Answer unknown(Texts texts, String typed, Stream<Source> own, Set<String> packs) {
        List<String> names =
                Stream.concat(own.map(Source::title), packs.stream().sorted()).toList();
        String shown = Display.brief(typed, CommandLine.ECHOED);
        return Nearest.of(typed, names)
                .<Answer>map(near -> texts.notice(
                        "source.not-followed-near",
                        List.of(new Action(
                                texts.text("action.unfollow", near), "/source remove " + near, Action.Kind.CANCEL)),
                        shown,
                        Display.plain(near)))
                .orElseGet(() -> names.isEmpty()
                        ? texts.notice("source.nothing-followed", List.of())
                        : texts.notice(
                                "source.not-followed",
                                List.of(),
                                shown,
                                texts.list(names.stream().limit(NAMED).toList(), Display::plain)));
    }

    private static Action back(Texts texts, String what) {
        return new Action(texts.text("action.add-back"), "/source add " + what);
    }
}
