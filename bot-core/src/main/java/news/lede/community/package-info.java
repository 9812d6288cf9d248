/**
 * Workspaces, the places they speak in, what they follow, who may do what. In: what a platform says of a chat and a person. Out:
 * {@link news.lede.community.Asker}s with the eyes ({@link news.lede.community.Viewer}) that every query needs. Start at
 * {@link news.lede.community.Communities}.
 *
 * <p>Stored as {@code workspace}, {@code conversation}, {@code workspace_pack}, {@code workspace_source}, {@code workspace_role}, {@code delegation}, {@code audit}, {@code workspace_quota}, {@code look}, {@code platform_fact} and
 * {@code received_update}.
 */
@NullMarked
package news.lede.community;

import org.jspecify.annotations.NullMarked;
