package news.lede.web.chat;

import java.util.Optional;

/** Frames where pictures would be: nothing is fetched from elsewhere for a look at the desk. */
final class Frames {
    private Frames() {}

    static void picture(Markup out, String look, String address, Optional<String> words) {
        String host = Links.host(address);
        String name = words.map(w -> w + " (a picture from " + host + ")").orElse("A picture from " + host);
        out.open("span", "class", "chat-frame " + look, "role", "img", "aria-label", name, "title", name)
                .open("svg", "viewBox", "0 0 24 24", "aria-hidden", "true", "class", "chat-frame-sign")
                .open(
                        "path",
                        "d",
                        "M4 4h16a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zm1 12.6 4.2-5.2 3 3.7"
                                + " 2.3-2.6 4.5 5.1V6H5zM15.5 8a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2z",
                        "fill",
                        "currentColor")
                .close("path")
                .close("svg")
                .element("span", host, "class", "chat-frame-host")
                .close("span");
    }
}
