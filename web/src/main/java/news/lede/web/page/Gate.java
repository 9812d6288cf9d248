package news.lede.web.page;

/** Takes what anybody posts, and finds out for itself who that is. */
public interface Gate extends Endpoint {
    @Override
    default Audience audience() {
        return Audience.ANYBODY;
    }

    @Override
    default boolean takesPosts() {
        return true;
    }
}
