package news.lede.belongings;

import java.util.List;
import java.util.Map;
import news.lede.community.PersonKey;

/** What a person may ask of us. */
public interface PersonalData {
    /** What is kept of them, by kind: each row as its fields. */
    Map<String, List<Map<String, String>>> keptOf(PersonKey person);

    /** Nothing is known of the person when this returns. */
    void erase(PersonKey person);
}
