namespace StorageKit.Postgres.Tests;

[Collection(nameof(SharedServer))]
public sealed class PostgresRotationTests(SharedServer shared) : RotationTests
{
    readonly string _schema = $"test_{Guid.NewGuid():N}";

    private protected override string Driver => PostgresDriver.Name;

    private protected override Registry Registry => new Registry().AddPostgres();

    private protected override string Section => Sections.At(shared.Server.Address, $"schema = '{_schema}'");

    private protected override async Task DamageAsync(TenantId tenant, string key) => await shared.Server.QueryAsync(
        $"UPDATE {_schema}.credentials SET sealed = sealed || '\\x00'::bytea "
        + $"WHERE tenant = '{tenant}' AND key = '{key}'::bytea");

    [Fact]
    public Task Ten_thousand_secrets_are_sealed_again() => RotateAsync(10_000);
}
