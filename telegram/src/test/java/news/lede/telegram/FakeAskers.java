package news.lede.telegram;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import news.lede.community.Asker;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Introduction;
import news.lede.community.Viewer;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.text.Language;

/** Makes an asker of whoever calls, and remembers who called. */
final class FakeAskers implements Function<Introduction, Asker> {
    private final List<Introduction> callers = new CopyOnWriteArrayList<>();

    @Override
    public Asker apply(Introduction caller) {
        callers.add(caller);
        WorkspaceId workspace = new WorkspaceId(1);
        return new Asker(
                caller.person(),
                caller.role(),
                new Workspace(
                        workspace,
                        caller.place().platform(),
                        caller.workspaceKey(),
                        caller.workspaceTitle(),
                        Language.ENGLISH,
                        ZoneOffset.UTC),
                new Conversation(new ConversationId(1), workspace, caller.place()),
                caller.locale().orElse(Locale.ENGLISH),
                new Viewer(workspace, Set.of()));
    }

    Introduction last() {
        return callers.getLast();
    }
}
