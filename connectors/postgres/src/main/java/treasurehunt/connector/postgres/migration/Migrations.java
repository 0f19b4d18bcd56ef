package treasurehunt.connector.postgres.migration;

import org.flywaydb.core.Flyway;

import treasurehunt.connector.postgres.sink.PostgresOptions;

/**
 * Brings a database to the tables that this release writes: plain SQL files in their order, each
 * once and recorded. A file that is another than the one that was applied is refused.
 */
public final class Migrations {
    private Migrations() {}

    /**
     * Applies what is missing; of several who do so at once one does and the others wait.
     *
     * @param folder of the files on the class path, {@code V1__what.sql} …
     * @throws org.flywaydb.core.api.FlywayException if the database cannot be reached, or what was
     *     applied is not what stands in the files
     */
    public static void apply(PostgresOptions options, String folder) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(options.url(), options.user(), options.password())
                .jdbcProperties(options.properties())
                .locations("classpath:" + folder)
                .table("schema_migrations")
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
