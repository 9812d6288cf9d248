package news.lede.web.page;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What stands around every page.
 *
 * @param here the path of the page itself
 * @param seats whose view can be shown; empty where there is nothing to choose
 * @param formKey goes into every form that posts, as the hidden field {@code key}
 * @param signedIn whether there is a session to end
 * @param live where the page hears that it is no longer what it would be; absent where it does not change by itself
 * @param styles addresses of the style sheets, in order
 * @param asset says where a style, a script or a picture is
 */
public record Frame(
        String title,
        String here,
        List<Link> links,
        List<Chair> seats,
        String formKey,
        boolean signedIn,
        Optional<String> live,
        List<String> styles,
        UnaryOperator<String> asset) {
    /** A page in the navigation. */
    public record Link(String name, String path, boolean current) {}

    /** A view to choose. */
    public record Chair(String key, String label, boolean taken) {}

    public Frame {
        seats = List.copyOf(seats);
        links = List.copyOf(links);
        styles = List.copyOf(styles);
    }
}
