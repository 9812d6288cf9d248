package news.lede.telegram;

import java.util.Random;

/** Makes text that breaks careless renderers, the same for the same seed. */
final class HostileText {
    private static final String[] PIECES = {
        "<b>",
        "</b>",
        "<a href=\"javascript:x\">",
        "</a>",
        "<blockquote>",
        "&lt;",
        "&amp",
        "&#0;",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "@everyone",
        "@a",
        " @b_c",
        "/start",
        " /help@other",
        "https://evil.example/?a=1&b=<2>",
        "\u202e",
        "\u2066",
        "\u2069",
        "\u200f",
        "\u200b",
        "\u2060",
        "\u0000",
        "\u001b[31m",
        "\u007f",
        "\n",
        "\n\n\n",
        "\r\n",
        "\t",
        "\u2028",
        "\u00a0",
        "😀",
        "👩‍👩‍👧",
        "\ud83d",
        "\ude00",
        "e\u0301\u0301\u0301\u0301",
        "水位",
        "שלום",
        "مرحبا",
        "ß",
        "İ",
        "_*[]()~`#+-=|{}.!",
        "%s {0} ${x}",
        "tg://user?id=1",
        "#hash",
        " ",
        "word"
    };

    private final Random random;

    HostileText(long seed) {
        random = new Random(seed);
    }

    /** Any text, mostly short, now and then longer than a message may be. */
    String next() {
        StringBuilder out = new StringBuilder();
        int pieces = random.nextInt(200) == 0 ? random.nextInt(2000) : 1 + random.nextInt(20);
        for (int i = 0; i < pieces; i++) {
            out.append(
                    random.nextInt(8) == 0
                            ? Character.toString(random.nextInt(0x11000))
                            : PIECES[random.nextInt(PIECES.length)]);
        }
        return out.toString();
    }

    /** Like {@link #next}, never blank. */
    String nextSolid() {
        return "x" + next();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
