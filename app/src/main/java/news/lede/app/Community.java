package news.lede.app;

import java.util.List;
import java.util.Optional;
import news.lede.community.Place;
import news.lede.community.Workspace;

/** Communities and their places as the command line names them: {@code telegram:-1001234}, {@code 1234/56}. */
final class Community {
    private Community() {}

    static String name(Workspace workspace) {
        return workspace.platform() + ":" + workspace.key();
    }

    static String placeName(Place place) {
        return place.chat() + place.thread().map(thread -> "/" + thread).orElse("");
    }

    /** A place of {@code workspace}: {@code CHAT} or {@code CHAT/THREAD}. */
    static Place place(Workspace workspace, String name) {
        int slash = name.indexOf('/');
        return slash < 0
                ? new Place(workspace.platform(), name, Optional.empty())
                : new Place(workspace.platform(), name.substring(0, slash), Optional.of(name.substring(slash + 1)));
    }

    /** The workspace that is called {@code name}. */
    static Optional<Workspace> find(Lede lede, String name) {
        return lede.store().communityRecords().workspaces().stream()
                .filter(workspace -> name(workspace).equals(name))
                .findFirst();
    }

    /** The same, or the reason why not. */
    static Workspace require(Lede lede, String name) {
        return find(lede, name)
                .orElseThrow(() -> new Problem(
                        ExitCode.WRONG_USE,
                        List.of("There is no community \"" + name
                                + "\" here. `lede community list` names those there are, such as telegram:-1001234.")));
    }
}
