/** Knows every environment variable and nothing of who uses it. */
export { ConfigModule } from './config.module';
export { EncryptionKeysError, readEncryptionKeys } from './encryption-keys';
export { type Address, isWithin, type Network, readNetwork } from './network';
export { describeSettings, loadSettings, SETTINGS, type Settings, settingDefinitions, SettingsError } from './settings';
