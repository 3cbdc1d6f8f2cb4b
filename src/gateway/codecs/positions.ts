import { MillraceError, show } from "../../errors.ts";
import { meant } from "../../nearest.ts";

/** Position of each path among the names of a list. @throws MillraceError `E_CONFIG` */
export function positionsOf(paths: readonly string[], fields: readonly string[] = []): number[] {
  return paths.map((path) => {
    if (path === "" && fields.length === 1) return 0;
    const position = fields.indexOf(path);
    if (position >= 0) return position;
    throw new MillraceError("E_CONFIG", "there is no such field", {
      where: show(path),
      expected: fields.length === 0 ? "fields: the names of the values in their order" : `one of ${fields.join(", ")}`,
      remedy: meant(path, fields),
    });
  });
}
