package news.lede.telegram;

import news.lede.community.PersonalKeys;

/** How persons are named where they are alone with us. A private chat has the id of the person; all others have negative ones. */
public final class TelegramPersons {
    public static final PersonalKeys KEYS = new PersonalKeys.Bare("telegram", "-");

    private TelegramPersons() {}
}
