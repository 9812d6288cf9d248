package news.lede.telegram;

/** Another chat than the one it is spoken of in: a channel or group that one of its administrators sets up from their private chat. */
record Elsewhere(long chat, String title) {}
