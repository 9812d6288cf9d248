package news.lede.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Texts;
import news.lede.community.AddressBook;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Workspace;
import news.lede.text.Language;
import news.lede.web.chat.Rooms;
import news.lede.web.chat.Service;

/** Conversations as the web desk names them, without private ones. */
final class DeskRooms implements Rooms {
    /** Of so many conversations at once somebody looks for some. */
    private static final int LOOKED_THROUGH = 5_000;

    private final AddressBook book;

    DeskRooms(AddressBook book) {
        this.book = book;
    }

    @Override
    public List<Room> find(String words, int most) {
        String wanted = words.toLowerCase(Locale.ROOT);
        int portion = wanted.isEmpty() ? most : LOOKED_THROUGH;
        List<Room> found = new ArrayList<>();
        List<AddressBook.Entry> entries;
        int skipped = 0;
        do {
            entries = book.conversations(skipped, portion);
            entries.stream()
                    .map(DeskRooms::room)
                    .filter(room -> isCalled(room, wanted))
                    .limit(most - found.size())
                    .forEach(found::add);
            skipped += entries.size();
        } while (entries.size() == portion && found.size() < most);
        return found;
    }

    @Override
    public Optional<Room> find(ConversationId id) {
        return book.conversation(id).map(DeskRooms::room);
    }

    private static boolean isCalled(Room room, String wanted) {
        return Stream.of(room.title(), room.place())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Room room(AddressBook.Entry entry) {
        Workspace workspace = entry.workspace();
        Conversation conversation = entry.conversation();
        String platform = conversation.place().platform();
        String title = workspace.title().isBlank() ? Community.name(workspace) : workspace.title();
        String place = Service.of(platform)
                .map(service -> service.title() + ", " + Community.placeName(conversation.place()))
                .orElse("This machine");
        Locale locale = workspace.spoken().map(Language::locale).orElse(Locale.ENGLISH);
        return new Room(
                conversation.id(), platform, title, place, Texts.in(locale).locale(), workspace.zone());
    }
}
