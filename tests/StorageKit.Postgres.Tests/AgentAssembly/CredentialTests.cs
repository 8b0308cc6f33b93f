namespace StorageKit.Postgres.Tests.AgentAssembly;

public sealed class CredentialTests(SharedServer shared) : AgentAssemblyTests(shared)
{
    [Fact]
    public async Task Secrets_are_answered_byte_for_byte_as_the_column_has_them()
    {
        var tables = await CreateAsync();
        await using var schema = await tables.OpenAsync(TenantId.System);
        await tables.RunAsync("""
            INSERT INTO credentials (key, ciphertext) VALUES ('openai/api_key', '\x00ff80'), ('', '\x')
            """);
        Assert.Equal(new byte[] { 0, 0xFF, 0x80 }, await schema.Credentials.GetSecretAsync("openai/api_key"));
        Assert.Empty((await schema.Credentials.GetSecretAsync(""))!);
        Assert.Null(await schema.Credentials.GetSecretAsync("OPENAI/api_key"));
        Assert.Null(await schema.Credentials.GetSecretAsync("a\0b"));
    }

    [Fact]
    public async Task Nothing_is_put_or_deleted()
    {
        var tables = await CreateAsync();
        await using var schema = await tables.OpenAsync(TenantId.System);
        await tables.RunAsync("""INSERT INTO credentials (key, ciphertext) VALUES ('k', '\x01')""");
        await ExpectReadOnlyAsync(async () => await schema.Credentials.PutSecretAsync("k", new byte[] { 2 }));
        await ExpectReadOnlyAsync(async () => await schema.Credentials.DeleteSecretAsync("k"));
        Assert.Equal(new byte[] { 1 }, await schema.Credentials.GetSecretAsync("k"));
    }

    [Fact]
    public async Task A_section_has_to_say_that_it_accepts_unencrypted_ones()
    {
        var tables = await CreateAsync();
        var error = await Assert.ThrowsAsync<StorageException>(() => tables.OpenAsync(TenantId.System, ""));
        Assert.Contains("accept that with plaintext = true, or select another driver for credential_store", error.Message);
    }
}
