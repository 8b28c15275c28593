// Gathers the browser files of others (htmx, the Utrecht components) from node_modules into one folder.
// Called by the build (Npm.targets) with that folder as its argument. Nothing of it is committed.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const components = ["button", "select", "table", "textarea", "textbox"];
const out = process.argv[2];
mkdirSync(out, { recursive: true });
const css = components.map((name) => readFileSync(join("node_modules/@utrecht", `${name}-css`, "dist/index.min.css"), "utf8"));
writeFileSync(join(out, "utrecht.css"), css.join("\n").replaceAll(/\/\*# sourceMappingURL.*?\*\//g, ""));
copyFileSync("node_modules/htmx.org/dist/htmx.min.js", join(out, "htmx.js"));
