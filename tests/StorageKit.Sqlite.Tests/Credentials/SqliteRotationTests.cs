namespace StorageKit.Sqlite.Tests;

public sealed class SqliteRotationTests : RotationTests, IDisposable
{
    readonly TemporaryDatabase _file = new();

    private protected override string Driver => SqliteDriver.Name;

    private protected override Registry Registry => TemporaryDatabase.Registry();

    private protected override string Section => $"path = '{_file.Path}'";

    private protected override Task DamageAsync(TenantId tenant, string key)
    {
        var (whose, name) = (Convert.ToHexString(tenant.ToByteArray()), Convert.ToHexString(Utf8.Bytes(key)));
        _file.Execute(
            "UPDATE credentials SET sealed = CAST(sealed || x'00' AS BLOB) "
            + $"WHERE tenant = x'{whose}' AND key = x'{name}'");
        return Task.CompletedTask;
    }

    [Fact]
    public Task Ten_thousand_secrets_are_sealed_again() => RotateAsync(10_000);

    [Fact]
    public async Task A_process_that_is_killed_in_the_middle_leaves_every_secret_readable()
    {
        var keys = Keys(2_000);
        await PutAsync(KeyRings.OnlyOld, keys, TenantId.System);
        long moved = 0;
        for (var round = 0; round < 3; round++)
        {
            var before = moved;
            using (var process = new SecondProcess(Program.Rotate, _file.Path, int.MaxValue))
            {
                while ((moved = Moved()) == before) await Task.Delay(5);
                process.Kill();
            }
            moved = Moved();
            await ExpectAsync(KeyRings.Rotated, keys[..10], TenantId.System);
        }
        Assert.InRange(moved, 1, keys.Length - 1);
        await ExpectAsync(KeyRings.Rotated, keys, TenantId.System);
    }

    long Moved() => _file.Number("SELECT count(*) FROM credentials WHERE substr(sealed, 3, 3) = CAST('new' AS BLOB)");

    public void Dispose() => _file.Dispose();
}
