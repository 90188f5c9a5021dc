import { synthesize } from "../../main";

synthesize(["dev"]);
