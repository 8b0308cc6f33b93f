namespace StorageKit.Postgres.Tests;

public sealed class TlsTests(TlsServer at) : IClassFixture<TlsServer>
{
    [Theory]
    [InlineData("disable", null, "127.0.0.1", false)]
    [InlineData("prefer", null, "127.0.0.1", true)]
    [InlineData("require", null, "localhost", true)]
    [InlineData("verify_ca", "ca", "127.0.0.1", true)]
    [InlineData("verify_ca", "ca", "localhost", true)]
    [InlineData("verify_full", "ca", "127.0.0.1", true)]
    public async Task A_certificate_that_the_mode_accepts_connects(
        string mode, string? authority, string host, bool isEncrypted)
    {
        await using var schema = await OpenedSchema.OpenAsync(Section(mode, authority, host));
        await schema.Audit.EmitAsync(Entries.Single());
        var encrypted = await at.Server.QueryAsync(
            "SELECT bool_and(ssl) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) "
            + "WHERE application_name = 'StorageKit'");
        Assert.Equal(isEncrypted ? "t" : "f", encrypted);
    }

    [Theory]
    [InlineData("verify_ca", null, "127.0.0.1")]
    [InlineData("verify_ca", "other", "127.0.0.1")]
    [InlineData("verify_full", null, "127.0.0.1")]
    [InlineData("verify_full", "other", "127.0.0.1")]
    [InlineData("verify_full", "ca", "localhost")]
    [InlineData("verify_full", "broken", "127.0.0.1")]
    public async Task A_certificate_that_the_mode_does_not_accept_is_refused_and_said(
        string mode, string? authority, string host)
    {
        await File.WriteAllTextAsync(at.PathOf("broken.pem"), "no certificate");
        var error = await Assert.ThrowsAsync<StorageConfigException>(
            () => OpenedSchema.OpenAsync(Section(mode, authority, host)));
        var failure = Assert.IsType<StorageException>(error.InnerException);
        Assert.Equal((StorageErrorKind.Unauthorized, false), (failure.Kind, failure.IsTransient));
        Assert.Contains("certificate", failure.Message);
        Assert.Contains("root_certificate", failure.Message);
        Assert.DoesNotContain(at.Server.Address.Password, error.ToString());
    }

    string Section(string mode, string? authority, string host) => Sections.At(
        at.Server.Address with { Host = host },
        $"ssl_mode = '{mode}'\nplaintext = true\n"
        + (authority is null ? "" : $"root_certificate = '{at.PathOf(authority + ".pem")}'"));
}
