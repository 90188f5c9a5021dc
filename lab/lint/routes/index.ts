export { type Box, everything, type Test, withinAll } from "./box";
export { isPlural } from "./dimensions";
export { likelyRequests } from "./likely-requests";
export { excludeEachOther } from "./listener-routes";
export { plainRequest } from "./plain-request";
export { testOf } from "./region";
export { remainder } from "./remainder";
export { type RequestSpace, RequestSpaces } from "./request-space";
export { requestOf } from "./witness";
