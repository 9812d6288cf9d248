package news.lede.web.access;

import java.util.Map;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** Ends a session. */
public final class SignOut implements Endpoint {
    private final Access access;

    public SignOut(Access access) {
        this.access = access;
    }

    @Override
    public String path() {
        return "/sign-out";
    }

    @Override
    public boolean takesPosts() {
        return true;
    }

    @Override
    public Reply answer(Visit visit) {
        return visit.isPost()
                ? new Reply.Elsewhere(SignIn.PATH, Map.of("Set-Cookie", access.farewell()))
                : Reply.elsewhere("/");
    }
}
