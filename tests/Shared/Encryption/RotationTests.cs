using System.Text;

namespace StorageKit.Testing.Encryption;

/// <summary>What a change of the active key does, for any driver that keeps credentials.</summary>
public abstract class RotationTests
{
    const string Unused = "is sealed with key \"old\" any more";

    private protected abstract string Driver { get; }

    /// <summary>The driver alone.</summary>
    private protected abstract Registry Registry { get; }

    /// <summary>The driver's section, without keys, of a backend that this test alone uses.</summary>
    private protected abstract string Section { get; }

    /// <summary>Changes the stored bytes of a secret of the tenant.</summary>
    private protected abstract Task DamageAsync(TenantId tenant, string key);

    private protected TenantId Tenant { get; } = TenantId.New();

    private protected async Task<DriverSection> OpenAsync(string ring, RecordedLog? log = null) =>
        await Registry.OpenSectionAsync(
            Driver, Section + ring, log is null ? null : new StorageServices { LoggerFactory = log });

    private protected async Task<ICredentialStore> StoreOf(DriverSection section, TenantId? tenant = null) =>
        (await section.OpenTenantAsync(tenant ?? Tenant)).Get<ICredentialStore>();

    static byte[] Value(string key, int version = 0) => Encoding.UTF8.GetBytes($"the secret of {key}, {version}");

    private protected async Task PutAsync(string ring, IEnumerable<string> keys, TenantId? tenant = null)
    {
        await using var section = await OpenAsync(ring);
        var store = await StoreOf(section, tenant);
        await Parallel.ForEachAsync(
            keys, new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (key, token) => await store.PutSecretAsync(key, Value(key), token));
    }

    private protected static string[] Keys(int count) => [.. Enumerable.Range(0, count).Select(i => $"Key {i}")];

    private protected async Task ExpectAsync(string ring, IEnumerable<string> keys, TenantId? tenant = null)
    {
        await using var section = await OpenAsync(ring);
        var store = await StoreOf(section, tenant);
        foreach (var key in keys) Assert.Equal(Value(key), await store.GetSecretAsync(key));
    }

    [Fact]
    public async Task After_the_active_key_was_changed_every_secret_moves_to_it_and_the_old_one_may_go()
    {
        string[] keys = ["", "a\0b", "Ünï😀", new('k', 3000), .. Keys(100)];
        await PutAsync(KeyRings.OnlyOld, keys);
        var log = new RecordedLog();
        await using (var section = await OpenAsync(KeyRings.Rotated, log))
        {
            await StoreOf(section);
            await log.UntilAsync(Unused);
        }
        await ExpectAsync(KeyRings.OnlyNew, keys);
        Assert.Single(log.Saying($"Information: Tenant {Tenant} has secrets that are not sealed with key \"new\""));
        Assert.Single(log.Saying($"Information: 104 secrets of tenant {Tenant} were sealed again with key \"new\"."));
        Assert.DoesNotContain(log.Lines, line => line.Contains("the secret of", StringComparison.Ordinal));
        Assert.Equal(3, log.Saying(Tenant.ToString()).Length);
    }

    [Fact]
    public async Task Only_the_tenants_that_are_opened_are_sealed_again()
    {
        var other = TenantId.New();
        await PutAsync(KeyRings.OnlyOld, ["mine"]);
        await PutAsync(KeyRings.OnlyOld, ["theirs"], other);
        var log = new RecordedLog();
        await using (var section = await OpenAsync(KeyRings.Rotated, log))
        {
            await StoreOf(section);
            await log.UntilAsync(Unused);
        }
        Assert.Empty(log.Saying(other.ToString()));
        await ExpectAsync(KeyRings.OnlyNew, ["mine"]);
        await ExpectAsync(KeyRings.OnlyOld, ["theirs"], other);
    }

    [Fact]
    public async Task What_was_put_or_deleted_during_a_rotation_stays_put_or_deleted()
    {
        var keys = Keys(300);
        await PutAsync(KeyRings.OnlyOld, keys);
        var log = new RecordedLog();
        var last = new int[keys.Length];
        await using (var section = await OpenAsync(KeyRings.Rotated, log))
        await using (var behind = await OpenAsync(KeyRings.Prepared))
        {
            // The second service has not been told of the new active key: it puts what has to be sealed again.
            ICredentialStore[] stores = [await StoreOf(section), await StoreOf(behind)];
            await log.UntilAsync("has secrets that are not sealed");
            await Task.WhenAll(Enumerable.Range(0, 4).Select(async worker =>
            {
                for (var round = 1; round <= 3; round++)
                    for (var i = worker; i < keys.Length; i += 4)
                    {
                        last[i] = i % 3 == 0 ? -1 : round;
                        if (last[i] < 0) await stores[round % 2].DeleteSecretAsync(keys[i]);
                        else await stores[round % 2].PutSecretAsync(keys[i], Value(keys[i], round));
                    }
            }));
            await log.UntilAsync(Unused);
            for (var i = 0; i < keys.Length; i++)
                Assert.Equal(last[i] < 0 ? null : Value(keys[i], last[i]), await stores[0].GetSecretAsync(keys[i]));
        }
    }

    [Fact]
    public async Task A_rotation_that_is_interrupted_loses_nothing_and_the_next_one_ends_it()
    {
        var keys = Keys(600);
        await PutAsync(KeyRings.OnlyOld, keys);
        for (var round = 0; round < 3; round++)
        {
            var some = new RecordedLog();
            await using var section = await OpenAsync(KeyRings.Rotated, some);
            await StoreOf(section);
            await some.UntilAsync("has secrets that are not sealed");
            await Task.Delay(20 * round);
        }
        await ExpectAsync(KeyRings.Rotated, keys);
        var log = new RecordedLog();
        await using (var section = await OpenAsync(KeyRings.Rotated, log))
        {
            await StoreOf(section);
            await log.UntilAsync(Unused);
        }
        await ExpectAsync(KeyRings.OnlyNew, keys);
    }

    [Fact]
    public async Task Two_services_that_rotate_at_once_do_no_harm()
    {
        var keys = Keys(200);
        await PutAsync(KeyRings.OnlyOld, keys);
        RecordedLog[] logs = [new(), new()];
        await using (var one = await OpenAsync(KeyRings.Rotated, logs[0]))
        await using (var two = await OpenAsync(KeyRings.Rotated, logs[1]))
        {
            await StoreOf(one);
            await StoreOf(two);
            foreach (var log in logs) await log.UntilAsync(Unused);
            Assert.DoesNotContain(
                logs.SelectMany(log => log.Lines), line => line.StartsWith("Warning", StringComparison.Ordinal));
        }
        await ExpectAsync(KeyRings.OnlyNew, keys);
    }

    [Fact]
    public async Task Secrets_that_cannot_be_opened_stop_nobody_and_are_counted_once()
    {
        await PutAsync(KeyRings.OnlyOld, ["a", "damaged"]);
        await PutAsync(Lost, ["lost 1", "lost 2"]);
        await DamageAsync(Tenant, "damaged");
        var log = new RecordedLog();
        await using (var section = await OpenAsync(KeyRings.Rotated, log))
        {
            var store = await StoreOf(section);
            await log.UntilAsync("fail their integrity check");
            Assert.Single(log.Saying($"Warning: 2 secrets of tenant {Tenant} are sealed with key \"lost\", which is not"));
            Assert.Single(log.Saying($"Warning: 1 secrets of tenant {Tenant} fail their integrity check under key \"old\""));
            Assert.Empty(log.Saying(Unused));
            var error = await Assert.ThrowsAsync<StorageException>(async () => await store.GetSecretAsync("lost 1"));
            Assert.Equal(
                "storage serialization error: the secret is sealed with the key \"lost\", which is not on the key ring; "
                + "add it to [storage.encryption.keys]",
                error.Message);
        }
        await ExpectAsync(KeyRings.OnlyNew, ["a"]);
    }

    const string Lost =
        "\n[storage.encryption]\nactive = 'lost'\nkeys = { lost = 'ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=' }\n";

    [Fact]
    public async Task Secrets_that_lie_unencrypted_are_sealed_where_the_section_still_allows_them()
    {
        await PutAsync("\nplaintext = true", ["a", "b"]);
        var log = new RecordedLog();
        await using (var strict = await OpenAsync(KeyRings.OnlyNew, log))
        {
            await StoreOf(strict);
            await log.UntilAsync($"Warning: 2 secrets of tenant {Tenant} lie unencrypted");
        }
        await using (var both = await OpenAsync("\nplaintext = true" + KeyRings.OnlyNew, log))
        {
            await StoreOf(both);
            await log.UntilAsync($"[storage.{Driver}]", 5);
            await log.UntilAsync("lies unencrypted any more");
        }
        await ExpectAsync(KeyRings.OnlyNew, ["a", "b"]);
    }

    [Fact]
    public async Task Without_keys_the_credentials_refuse_to_open_and_say_what_to_write()
    {
        await using var section = await OpenAsync("");
        var error = await Assert.ThrowsAsync<StorageException>(async () => await section.OpenTenantAsync(Tenant));
        Assert.Equal(
            "storage backend unavailable: credentials are encrypted at rest, and there is no [storage.encryption]; add "
            + "[storage.encryption] with active = \"1\" and keys = { 1 = \"${STORAGE_KEY}\" }, with the Base64 of 32 random "
            + "bytes in that variable (openssl rand -base64 32), or say plaintext = true in "
            + $"[storage.{Driver}] to store them readable",
            error.Message);
    }

    /// <summary>Rotates that many secrets.</summary>
    private protected async Task RotateAsync(int count)
    {
        var keys = Keys(count);
        await PutAsync(KeyRings.OnlyOld, keys);
        var log = new RecordedLog();
        await using (var section = await OpenAsync(KeyRings.Rotated, log))
        {
            await StoreOf(section);
            await log.UntilAsync(Unused, seconds: 300);
        }
        Assert.Equal(count / 1000, log.Saying("were sealed again so far").Length);
        await ExpectAsync(KeyRings.OnlyNew, keys);
    }
}
