package news.lede.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.community.Communities;

/** The packs that a call of {@code /setup} names: followed, or with a minus before them no longer. Others stay. */
final class SetupPacks {
    private final Newsroom newsroom;

    SetupPacks(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** Names of all that can be chosen. What everybody follows from the start is the operator's. */
    List<String> all() {
        return newsroom.following().get().follows().packs().stream()
                .filter(pack -> !pack.equals(Communities.DEFAULT_PACK))
                .toList();
    }

    Optional<Answer.Notice> fault(Request request, String typed) {
        List<String> known = all();
        WordEdit edit = WordEdit.of(typed);
        return edit.words()
                .filter(name -> !known.contains(plain(name)))
                .findFirst()
                .map(name -> unknown(request, name, known));
    }

    private static Answer.Notice unknown(Request request, String name, List<String> known) {
        String shown = Display.brief(name, CommandLine.ECHOED);
        Optional<String> near = Nearest.of(plain(name), known);
        return near.map(pack -> request.texts()
                        .notice("pack.near", List.of(new Action(pack, "/setup packs:" + pack)), shown, pack))
                .orElseGet(() -> request.texts()
                        .notice("setup.pack", List.of(), shown, request.texts().list(known)));
    }

    /** By {@code source}, the command that follows packs. {@link #fault} found none. */
    void apply(Request request, String typed, Handler source) {
        WordEdit edit = WordEdit.of(typed);
        var followed = newsroom.following()
                .get()
                .communities()
                .followedPacks(request.asker().workspace().id());
        edit.added().stream()
                .map(SetupPacks::plain)
                .filter(pack -> !followed.contains(pack))
                .forEach(pack -> source.answer(call(request, SourceCommand.What.ADD, pack)));
        edit.removed().stream()
                .map(SetupPacks::plain)
                .filter(followed::contains)
                .forEach(pack -> source.answer(call(request, SourceCommand.What.REMOVE, pack)));
    }

    private static Request call(Request request, SourceCommand.What what, String pack) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("action", what.typed());
        options.put("source", pack);
        return request.with(new Arguments(new Invocation(CommandSpecs.SOURCE.name(), options)));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceFirst("^pack:", "");
    }
}
