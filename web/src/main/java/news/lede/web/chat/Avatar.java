package news.lede.web.chat;

/** The picture beside our name. */
final class Avatar {
    private Avatar() {}

    static void draw(Markup out, String look) {
        out.open("svg", "class", look, "viewBox", "0 0 40 40", "aria-hidden", "true")
                .open("circle", "cx", "20", "cy", "20", "r", "20", "fill", "#2f6f9f")
                .close("circle")
                .open("path", "fill", "#fff", "d", "M11 10h5v15h9v5H11zM19 10h10v3H19zM19 16h10v3H19z")
                .close("path")
                .close("svg");
    }
}
