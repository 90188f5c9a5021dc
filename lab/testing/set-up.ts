import { jestGlobals, register } from "./register";

register(jestGlobals());
