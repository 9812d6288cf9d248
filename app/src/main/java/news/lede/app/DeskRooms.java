package news.lede.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Texts;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Workspace;
import news.lede.store.Store;
import news.lede.text.Language;
import news.lede.web.chat.Rooms;
import news.lede.web.chat.Service;

/** Conversations as the web desk names them, without private ones. */
final class DeskRooms implements Rooms {
    private final Store store;

    DeskRooms(Store store) {
        this.store = store;
    }

    @Override
    public List<Room> find(String words, int most) {
        String wanted = words.toLowerCase(Locale.ROOT);
        List<Room> found = new ArrayList<>();
        List<Workspace> all = store.communityRecords().workspaces().stream()
                .sorted(Comparator.comparing((Workspace one) -> one.title().toLowerCase(Locale.ROOT))
                        .thenComparing(one -> one.id().value()))
                .toList();
        for (Workspace workspace : all) {
            for (Conversation conversation : store.communityRecords().places(workspace.id())) {
                room(workspace, conversation)
                        .filter(room -> isCalled(room, wanted))
                        .ifPresent(found::add);
                if (found.size() == most) {
                    return found;
                }
            }
        }
        return found;
    }

    @Override
    public Optional<Room> find(ConversationId id) {
        return store.communities()
                .find(id)
                .flatMap(conversation -> store.communities()
                        .find(conversation.workspace())
                        .flatMap(workspace -> room(workspace, conversation)));
    }

    private static boolean isCalled(Room room, String wanted) {
        return Stream.of(room.title(), room.place())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Empty for a private one. */
    private static Optional<Room> room(Workspace workspace, Conversation conversation) {
        if (isPrivate(workspace, conversation)) {
            return Optional.empty();
        }
        String platform = conversation.place().platform();
        String title = workspace.title().isBlank() ? Community.name(workspace) : workspace.title();
        String place = Service.of(platform)
                .map(service -> service.title() + ", " + Community.placeName(conversation.place()))
                .orElse("This machine");
        Locale locale = workspace.spoken().map(Language::locale).orElse(Locale.ENGLISH);
        return Optional.of(new Room(
                conversation.id(), platform, title, place, Texts.in(locale).locale(), workspace.zone()));
    }

    /** As {@link news.lede.community.Place} has private chats. */
    private static boolean isPrivate(Workspace workspace, Conversation conversation) {
        String chat = conversation.place().chat();
        return switch (conversation.place().platform()) {
            case "discord" -> chat.startsWith("user:") || workspace.key().startsWith("user:");
            case "telegram" -> !chat.startsWith("-");
            default -> false;
        };
    }
}
