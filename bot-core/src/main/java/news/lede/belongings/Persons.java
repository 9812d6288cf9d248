package news.lede.belongings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;

/** Everything that is kept of persons, in whatever table. */
public interface Persons {
    /** Platform of those who are nobody's any more. */
    String FORMER = "former";

    /** What is kept of a person, by kind: each row as its fields, text by text. Kinds without a row are left out. */
    Map<String, List<Map<String, String>>> keptOf(PersonKey person);

    /** Their own workspaces: those of their private chats. */
    List<WorkspaceId> own(PersonKey person);

    /**
     * Forgets a person. What only they see goes with their private chats; what they said of stories and topics counts on, as said by {@code former}, and so do subscriptions they made where others read;
     * what they wrote in words is gone. Audit rows are the affair of {@link news.lede.community.Audit#forget}.
     */
    void erase(PersonKey person, PersonKey former);

    /** Everybody who is named anywhere. */
    Set<PersonKey> everybody();

    /** Makes sure that what was deleted is not on the disk any more either; false if somebody who reads kept it from being done, then try again. */
    boolean scrub();
}
