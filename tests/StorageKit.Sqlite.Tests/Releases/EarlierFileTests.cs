using System.Text;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Sqlite.Tests;

/// <summary>Databases that earlier releases wrote are read by this one; the clause SES-16 asks the same of sessions.
/// </summary>
public sealed class EarlierFileTests
{
    const string Stored = "stored by an earlier release";

    [Fact]
    public async Task Every_schema_has_its_file_and_this_release_reads_what_is_in_it()
    {
        if (Environment.GetEnvironmentVariable("STORAGEKIT_ACCEPT") == "1") await WriteMissingAsync();
        // A new schema: run this once with STORAGEKIT_ACCEPT=1, build again, and commit the file.
        Assert.Equal(Enumerable.Range(1, Schema.Scripts.Count), EarlierFiles.Schemas);
        foreach (var schema in EarlierFiles.Schemas) await ReadAsync(schema);
    }

    static async Task ReadAsync(int schema)
    {
        using var file = new TemporaryDatabase();
        File.Move(EarlierFiles.CopyTo(file.Folder, schema), file.Path);
        Assert.Equal(schema, file.Number("PRAGMA user_version"));
        await using var database = await file.OpenAsync();
        var stores = await database.TenantAsync(EarlierFiles.Tenant);
        foreach (var session in EarlierFiles.Sessions)
            Assert.Equal(session, await stores.Get<ISessionStore>().LoadAsync(session.SessionId));
        Assert.Equal(Stored, Text(await stores.Get<ICredentialStore>().GetSecretAsync("key")));
        Assert.Equal(Stored, Text(await stores.Get<IObjectStore>().ReadAsync("key")));
        Assert.Equal(7u, (await stores.Get<IPolicyStore>().GetPolicyAsync(EarlierFiles.Sessions[0].AgentId))?.Version);
        Assert.Equal(Schema.Scripts.Count, file.Number("PRAGMA user_version"));
    }

    static async Task WriteMissingAsync()
    {
        var target = Path.Combine(
            Repository.Root, "tests", "StorageKit.Sqlite.Tests", "Releases", EarlierFiles.Name(Schema.Scripts.Count));
        if (File.Exists(target)) return;
        using var file = new TemporaryDatabase();
        await using (var database = await file.OpenAsync())
        {
            var stores = await database.TenantAsync(EarlierFiles.Tenant);
            foreach (var session in EarlierFiles.Sessions) await stores.Get<ISessionStore>().SaveAsync(session);
            await stores.Get<ICredentialStore>().PutSecretAsync("key", Encoding.UTF8.GetBytes(Stored));
            await stores.Get<IObjectStore>().WriteAsync("key", Encoding.UTF8.GetBytes(Stored));
            await ((IPolicyWriter)stores.Get<IPolicyStore>()).PutPolicyAsync(
                EarlierFiles.Sessions[0].AgentId, new(7, "earlier", [new("tool.*", PolicyDecision.Deny)]));
        }
        file.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        File.Copy(file.Path, target);
    }

    static string Text(byte[]? bytes) => Encoding.UTF8.GetString(bytes!);
}
