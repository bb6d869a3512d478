/** Knows every environment variable and nothing of who uses it. */
export { ConfigModule } from './config.module';
export { EncryptionKeysError, readEncryptionKeys } from './encryption-keys';
export {
  type Address,
  isPart,
  isWithin,
  type Network,
  type NetworkAtPort,
  readAddress,
  readNetwork,
  readNetworkAtPort,
} from './network';
export { parsedUrl } from './parsed-url';
export { type PortRange, readPortRange } from './port-range';
export { describeSettings, loadSettings, SETTINGS, type Settings, settingDefinitions, SettingsError } from './settings';
