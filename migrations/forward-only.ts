import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration that is a list of statements, run in one transaction unless it says otherwise. There is no way back. */
export abstract class ForwardOnly implements MigrationInterface {
  protected abstract readonly statements: readonly string[];

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of this.statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
