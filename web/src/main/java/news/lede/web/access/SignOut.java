package news.lede.web.access;

import java.util.Map;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** Ends a session, here and in the browser: a cookie that somebody copied is worth nothing any more. */
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
        if (!visit.isPost()) {
            return Reply.elsewhere("/");
        }
        access.end(visit);
        return new Reply.Elsewhere(SignIn.PATH, Map.of("Set-Cookie", access.farewell()));
    }
}
