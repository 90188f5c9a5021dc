export { checkServerSettings, type SettingsProblem } from "./check-server-settings";
export { parseUserData } from "./parse-user-data";
export { renderCloudInit, renderUserData } from "./render-user-data";
export type {
  NodeMajor,
  ServerSettings,
  UserData,
  UserDataFile,
  UserDataOptions,
  UserDataUnit,
} from "./types";
export { UserDataError } from "./user-data-error";
export { USER_DATA_LIMIT_BYTES } from "./user-data-size";
