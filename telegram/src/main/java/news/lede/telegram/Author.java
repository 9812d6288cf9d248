package news.lede.telegram;

import java.util.Locale;
import java.util.Optional;

/**
 * Who wrote or pressed: {@code id} of the person, or of the chat when written in its name. {@code speaksForChat}: an anonymous administrator or a channel's
 * author, whom the platform itself vouches for.
 */
record Author(long id, Optional<Locale> language, boolean speaksForChat) {}
