namespace StorageKit.Local.Tests;

public sealed class CredentialTests
{
    [Fact]
    public async Task Without_a_key_the_section_says_how_to_make_one()
    {
        using var folder = new TemporaryFolder();
        var error = await Assert.ThrowsAnyAsync<Exception>(() => folder.OpenAsync(""));
        Assert.Contains("[storage.local] has no encryption_key", error.ToString());
    }

    [Fact]
    public async Task Another_key_is_an_integrity_error_and_plaintext_is_readable_until_it_is_put_again()
    {
        using var folder = new TemporaryFolder();
        await using (var plain = await folder.OpenAsync("plaintext = true"))
            await plain.Credentials.PutSecretAsync("old", "readable"u8.ToArray());
        await using (var both = await folder.OpenAsync($"plaintext = true\nencryption_key = '{TemporaryFolder.Key}'"))
        {
            Assert.Equal("readable", Utf8.Text((await both.Credentials.GetSecretAsync("old"))!));
            await both.Credentials.PutSecretAsync("new", "hidden-away"u8.ToArray());
        }
        var stored = await File.ReadAllBytesAsync(folder.In("credentials", "k-new"));
        Assert.Equal(-1, stored.AsSpan().IndexOf("hidden"u8));
        await using var other = await folder.OpenAsync(
            "encryption_key = 'ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8='");
        foreach (var key in new[] { "old", "new" })
        {
            var error = await Assert.ThrowsAsync<StorageException>(
                async () => await other.Credentials.GetSecretAsync(key));
            Assert.Equal(StorageErrorKind.Serialization, error.Kind);
        }
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
