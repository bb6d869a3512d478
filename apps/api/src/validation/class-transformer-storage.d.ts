/** The storage behind `@Type()`: published by class-transformer in this file only, and without types. */
declare module 'class-transformer/cjs/storage' {
  export const defaultMetadataStorage: {
    findTypeMetadata(
      target: object,
      property: string,
    ): { reflectedType: unknown; typeFunction: () => unknown } | undefined;
  };
}
