package news.lede.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link AddressBook} promises. */
public abstract class AddressBookContract extends PortContract {
    private AddressBook book() {
        return store.addressBook(SamplePlaces.PERSONAL);
    }

    private Workspace workspace(String platform, String key, String title) {
        return store.communities().workspace(platform, key, title);
    }

    private Conversation place(Workspace in, String chat) {
        return store.communities().conversation(in.id(), new Place(in.platform(), chat, Optional.empty()));
    }

    @Test
    void communitiesStandByTheirTitlesAndPersonsNowhere() {
        Workspace weavers = workspace("discord", "7", "weavers of Arlen");
        Workspace first = workspace("telegram", "-100", "Bakers");
        Workspace second = workspace("discord", "8", "Bakers");
        workspace("discord", "user:5", "A reader");
        workspace("telegram", "55", "Another reader");
        workspace("console", "local", "Console");

        assertThat(book().communities(10)).containsExactly(first, second, weavers);
        assertThat(book().communities(2)).containsExactly(first, second);
    }

    @Test
    void conversationsStandByTheTitlesOfTheirCommunities() {
        Workspace weavers = workspace("discord", "7", "weavers of Arlen");
        Workspace bakers = workspace("telegram", "-100", "Bakers");
        Workspace console = workspace("console", "local", "Console");
        Conversation looms = place(weavers, "70");
        Conversation here = place(console, "local");
        Conversation ovens =
                store.communities().conversation(bakers.id(), new Place("telegram", "-100", Optional.of("3")));
        Conversation wheels = place(weavers, "71");

        assertThat(book().conversations(0, 10))
                .containsExactly(
                        new AddressBook.Entry(bakers, ovens),
                        new AddressBook.Entry(console, here),
                        new AddressBook.Entry(weavers, looms),
                        new AddressBook.Entry(weavers, wheels));
        assertThat(book().conversations(1, 2))
                .extracting(AddressBook.Entry::conversation)
                .containsExactly(here, looms);
    }

    @Test
    void oneConversationIsFoundByItsNumber() {
        Workspace bakers = workspace("telegram", "-100", "Bakers");
        Conversation ovens =
                store.communities().conversation(bakers.id(), new Place("telegram", "-100", Optional.of("3")));
        Workspace console = workspace("console", "local", "Console");
        Conversation here = place(console, "local");

        assertThat(book().conversation(ovens.id())).contains(new AddressBook.Entry(bakers, ovens));
        assertThat(book().conversation(here.id())).contains(new AddressBook.Entry(console, here));
        assertThat(book().conversation(new ConversationId(
                        here.id().value() + ovens.id().value())))
                .isEmpty();
    }

    @Test
    void privateChatsAreNoConversationsOfACommunity() {
        Workspace server = workspace("discord", "7", "Weavers");
        Workspace own = workspace("discord", "user:5", "A reader");
        Workspace reader = workspace("telegram", "55", "Another reader");
        List<Conversation> chats =
                List.of(place(server, "user:6"), place(own, "80"), place(own, "user:5"), place(reader, "55"));

        assertThat(book().conversations(0, 10)).isEmpty();
        assertThat(chats).allMatch(chat -> book().conversation(chat.id()).isEmpty());
    }

    @Test
    void aPlatformNamesPersonsAsItDoesAndNoOther() {
        // What is a person's on one platform is a group's on the other, and the other way round.
        Conversation square = place(workspace("telegram", "-user:9", "Square"), "-user:9");
        Workspace market = workspace("discord", "-9", "Market");
        Conversation stalls = place(market, "9");
        place(workspace("telegram", "user:9", "A reader"), "user:9");
        Conversation hall = place(workspace("discord", "USER:9", "Town hall"), "USER:9");

        assertThat(book().communities(10))
                .extracting(Workspace::title)
                .containsExactly("Market", "Square", "Town hall");
        assertThat(book().conversations(0, 10))
                .extracting(AddressBook.Entry::conversation)
                .containsExactly(stalls, square, hall);
    }

    @Test
    void aPrefixIsTakenByTheLetter() {
        PersonalPlaces wild = new PersonalPlaces(
                List.of(new PersonalKeys.Prefixed("discord", "%'_"), new PersonalKeys.Bare("telegram", "_")));
        Workspace server = workspace("discord", "a'b", "Server");
        workspace("discord", "%'_5", "A reader");
        Workspace group = workspace("telegram", "_1", "Telling group");
        workspace("telegram", "-1", "Another reader");

        assertThat(store.addressBook(wild).communities(10)).containsExactly(server, group);
    }

    @Test
    void whereNobodyTellsPersonsApartThereAreNoCommunities() {
        Workspace reader = workspace("discord", "user:5", "A reader");
        Conversation alone = place(reader, "user:5");
        AddressBook book = store.addressBook(new PersonalPlaces(List.of()));

        assertThat(book.communities(10)).isEmpty();
        assertThat(book.conversations(0, 10)).containsExactly(new AddressBook.Entry(reader, alone));
    }
}
