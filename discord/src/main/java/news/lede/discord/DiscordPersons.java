package news.lede.discord;

import news.lede.community.PersonalKeys;

/** How persons are named where they are alone with us. The channel of their direct messages has an id only once it is open, so the person stands for it. */
public final class DiscordPersons {
    public static final PersonalKeys KEYS = new PersonalKeys.Prefixed("discord", "user:");

    private DiscordPersons() {}
}
