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
        "\u202d",
        "\u2067",
        "\u2068",
        "\u061c",
        "\ufeff",
        "\ufffe",
        "\udb40\udc41",
        "z\u0334\u0353\u0321\u0300\u0311\u0351\u0350\u0334\u0353\u0321\u0300\u0311\u0351\u0350",
        "\u0301\u200d\u0301\u200d\u0301\u200d\u0301\u200d\u0301\u200d\u0301",
        "\ud83c\udde9\ud83c\uddea",
        "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc7f",
        "\ud83d\udc4d\ud83c\udffd",
        "1\ufe0f\u20e3",
        "&lt;b&gt;",
        "&#x3C;i&#62;",
        "&amp;amp;",
        "<tg-time unix=\"1\">",
        "</tg-time>",
        "<details><summary>",
        "<blockquote expandable>",
        "https://evil.example/\"'><b>",
        "http://t.me/bot?start=x",
        "a.b.example.com",
        "x@y.example",
        "$USD",
        "#eins#zwei",
        "+4912345678901",
        "4242 4242 4242 4242",
        "~a~~",
        "page:2",
        "\u043d\u0430\u0432\u043e\u0434\u043d\u0435\u043d\u0438\u0435",
        "\u03c0\u03bb\u03b7\u03bc\u03bc\u03cd\u03c1\u03b1",
        "\u092c\u093e\u0922\u093c",
        "\u0e19\u0e49\u0e33\u0e17\u0e48\u0e27\u0e21",
        "\ud64d\uc218",
        "\u3053\u3046\u305a\u3044",
        "\u0baa\u0bc6\u0bb0\u0bc1\u0bb5\u0bc6\u0bb3\u0bcd\u0bb3\u0bae\u0bcd",
        "\u1328\u12cd\u1348\u1275",
        "\u0633\u06cc\u0644",
        "\u10ec\u10e7\u10d0\u10da\u10d3\u10d8\u10d3\u10dd\u10d1\u10d0",
        "\u0f06\u0f56\u0f7c\u0f51",
        " ",
        "word"
    };

    private final Random random;

    HostileText(long seed) {
        random = new Random(seed);
    }

    /** Any text, mostly short, now and then longer than a message may be. */
    String next() {
        if (random.nextInt(400) == 0) {
            return "w".repeat(4096);
        }
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
