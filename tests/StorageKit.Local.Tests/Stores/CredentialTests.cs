namespace StorageKit.Local.Tests;

public sealed class CredentialTests
{
    [Fact]
    public async Task With_keys_and_plaintext_old_secrets_are_read_and_new_ones_sealed()
    {
        using var folder = new TemporaryFolder();
        await using (var plain = await folder.OpenAsync("plaintext = true"))
            await plain.Credentials.PutSecretAsync("old", "readable"u8.ToArray());
        await using (var both = await folder.OpenAsync("plaintext = true" + KeyRings.OnlyOld))
        {
            Assert.Equal("readable", Utf8.Text((await both.Credentials.GetSecretAsync("old"))!));
            await both.Credentials.PutSecretAsync("new", "hidden-away"u8.ToArray());
        }
        var stored = await File.ReadAllBytesAsync(folder.In("credentials", "k-new"));
        Assert.Equal(-1, stored.AsSpan().IndexOf("hidden"u8));
    }

    [Fact]
    public async Task A_secret_copied_to_another_tenant_does_not_open()
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync();
        await opened.Credentials.PutSecretAsync("k", new byte[8]);
        var tenant = TenantId.New();
        var theirs = (await opened.TenantAsync(tenant)).Get<ICredentialStore>();
        await theirs.PutSecretAsync("k", new byte[9]);
        File.Copy(
            folder.In("credentials", "k-k"), Path.Combine(folder.Root, $"{tenant}", "credentials", "k-k"),
            overwrite: true);
        var error = await Assert.ThrowsAsync<StorageException>(async () => await theirs.GetSecretAsync("k"));
        Assert.Equal(StorageErrorKind.Serialization, error.Kind);
    }
}
