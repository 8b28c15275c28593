// Gathers the files of others (htmx, the Utrecht components, the fonts of papers) from node_modules into one folder.
// Called by the build (Npm.targets) with that folder as its argument. Nothing of it is committed.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const components = ["button", "select", "table", "textarea", "textbox"];
const out = process.argv[2];
mkdirSync(out, { recursive: true });
const css = components.map((name) => readFileSync(join("node_modules/@utrecht", `${name}-css`, "dist/index.min.css"), "utf8"));
writeFileSync(join(out, "utrecht.css"), css.join("\n").replaceAll(/\/\*# sourceMappingURL.*?\*\//g, ""));
// The fonts of papers go into the program itself; their licence travels with it.
const fonts = "node_modules/@expo-google-fonts/source-sans-3";
mkdirSync(join(out, "../fonts"), { recursive: true });
copyFileSync(join(fonts, "400Regular/SourceSans3_400Regular.ttf"), join(out, "../fonts/regular.ttf"));
copyFileSync(join(fonts, "700Bold/SourceSans3_700Bold.ttf"), join(out, "../fonts/bold.ttf"));
copyFileSync(join(fonts, "LICENSE_FONT"), join(out, "source-sans-3-licence.txt"));
copyFileSync("node_modules/htmx.org/dist/htmx.min.js", join(out, "htmx.js"));
