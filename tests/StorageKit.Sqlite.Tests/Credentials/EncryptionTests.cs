using System.Text;

namespace StorageKit.Sqlite.Tests;

public sealed class EncryptionTests
{
    static readonly byte[] Canary = Encoding.UTF8.GetBytes("canary-3f9a-not-to-be-found");

    [Fact]
    public async Task No_byte_of_the_folder_shows_a_secret_in_any_form()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        await database.Credentials.PutSecretAsync("openai/api_key", Canary);
        Assert.Equal(Canary, (await database.Credentials.GetSecretAsync("openai/api_key"))!);
        Assert.True(file.Contains("openai/api_key"u8));
        Assert.False(file.Contains(Canary));
        Assert.False(file.Contains(Encoding.UTF8.GetBytes(Convert.ToBase64String(Canary))));
        Assert.False(file.Contains(Encoding.UTF8.GetBytes(Convert.ToHexString(Canary))));
        Assert.False(file.Contains(Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Canary))));
    }

    [Fact]
    public async Task The_same_secret_twice_is_two_ciphertexts()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        await database.Credentials.PutSecretAsync("a", Canary);
        await database.Credentials.PutSecretAsync("b", Canary);
        Assert.Equal(2, file.Number("SELECT count(DISTINCT sealed) FROM credentials"));
        Assert.Equal(2, file.Number("SELECT count(DISTINCT substr(sealed, 18)) FROM credentials"));
    }

    [Theory]
    [InlineData("UPDATE credentials SET sealed = (SELECT sealed FROM credentials WHERE key = x'62') WHERE key = x'61'")]
    [InlineData("UPDATE credentials SET sealed = substr(sealed, 1, length(sealed) - 1) WHERE key = x'61'")]
    [InlineData("UPDATE credentials SET sealed = substr(sealed, 1, 20) WHERE key = x'61'")]
    [InlineData("UPDATE credentials SET sealed = x'' WHERE key = x'61'")]
    [InlineData("UPDATE credentials SET sealed = x'0061' WHERE key = x'61'")]
    [InlineData("UPDATE credentials SET sealed = CAST(sealed || x'00' AS BLOB) WHERE key = x'61'")]
    [InlineData("UPDATE credentials SET tenant = x'01010101010101010101010101010101' WHERE key = x'61'")]
    public async Task A_moved_cut_or_replaced_ciphertext_is_an_integrity_error(string tampering)
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        await database.Credentials.PutSecretAsync("a", Canary);
        await database.Credentials.PutSecretAsync("b", Encoding.UTF8.GetBytes("another"));
        file.Execute(tampering);
        var tenant = tampering.Contains("SET tenant")
            ? TenantId.Parse(string.Concat(Enumerable.Repeat("01", 16)))
            : TenantId.System;
        await using var stores = await database.TenantAsync(tenant);
        var error = await Assert.ThrowsAsync<StorageException>(
            async () => await stores.Get<ICredentialStore>().GetSecretAsync("a"));
        Assert.Equal(StorageErrorKind.Serialization, error.Kind);
    }

    [Fact]
    public async Task Another_key_under_the_same_id_is_an_integrity_error_that_says_so()
    {
        using var file = new TemporaryDatabase();
        await using (var database = await file.OpenAsync()) await database.Credentials.PutSecretAsync("a", Canary);
        await using var other = await file.OpenAsync(KeyRings.OnlyOld.Replace(KeyRings.Old, KeyRings.New));
        var error = await Assert.ThrowsAsync<StorageException>(async () => await other.Credentials.GetSecretAsync("a"));
        Assert.Equal(
            "storage serialization error: the secret fails its integrity check: \"old\" in [storage.encryption.keys] is "
            + "not the key that it was put with, or what is stored was changed; set that key, or put the secret again",
            error.Message);
    }

    [Fact]
    public async Task Each_of_ten_thousand_puts_has_a_nonce_of_its_own()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 10_000).Select(
            i => database.Credentials.PutSecretAsync($"k{i}", Canary).AsTask()));
        Assert.Equal(10_000, file.Number("SELECT count(DISTINCT substr(sealed, 6, 12)) FROM credentials"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_removed_or_replaced_secret_leaves_the_file_and_its_log(bool isRemoved)
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync("plaintext = true");
        await database.Credentials.PutSecretAsync("a", Canary);
        Assert.True(file.Contains(Canary));
        if (isRemoved) await database.Credentials.DeleteSecretAsync("a");
        else await database.Credentials.PutSecretAsync("a", new byte[Canary.Length]);
        for (var round = 0; round < 100 && file.Contains(Canary); round++) await Task.Delay(20);
        Assert.False(file.Contains(Canary));
    }

    [Fact]
    public async Task Secrets_of_any_bytes_and_an_empty_one_come_back_and_are_the_callers_own()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        byte[] all = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        byte[] given = [.. all];
        await database.Credentials.PutSecretAsync("all", given);
        given[0] = 99;
        await database.Credentials.PutSecretAsync("", ReadOnlyMemory<byte>.Empty);
        var taken = await database.Credentials.GetSecretAsync("all");
        Assert.Equal(all, taken!);
        taken![1] = 99;
        Assert.Equal(all, (await database.Credentials.GetSecretAsync("all"))!);
        Assert.Empty((await database.Credentials.GetSecretAsync(""))!);
        Assert.Null(await database.Credentials.GetSecretAsync("absent"));
    }
}
