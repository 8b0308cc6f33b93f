namespace StorageKit.Local.Tests;

public sealed class LocalRotationTests : RotationTests, IDisposable
{
    readonly TemporaryFolder _folder = new();

    private protected override string Driver => LocalDriver.Name;

    private protected override Registry Registry => TemporaryFolder.Registry();

    private protected override string Section => $"path = '{_folder.Root}'";

    private protected override async Task DamageAsync(TenantId tenant, string key)
    {
        var path = Path.Combine(_folder.Root, tenant.ToString(), "credentials", KeyFile.Of(key).Name);
        await File.AppendAllTextAsync(path, "x");
    }

    [Fact]
    public Task Two_thousand_secrets_are_sealed_again() => RotateAsync(2_000);

    [Fact]
    public async Task A_file_that_no_key_leads_to_is_counted_and_stops_nobody()
    {
        await PutAsync(KeyRings.OnlyOld, ["a"]);
        var credentials = Path.Combine(_folder.Root, Tenant.ToString(), "credentials");
        await File.WriteAllTextAsync(Path.Combine(credentials, "h-0123"), "no head");
        await File.WriteAllTextAsync(Path.Combine(credentials, "k-%zz"), "no escape");
        var log = new RecordedLog();
        await using (var section = await OpenAsync(KeyRings.Rotated, log))
        {
            await StoreOf(section);
            await log.UntilAsync($"Warning: 2 secrets of tenant {Tenant} are damaged and were left as they are");
        }
        await ExpectAsync(KeyRings.OnlyNew, ["a"]);
    }

    public void Dispose() => _folder.Dispose();
}
