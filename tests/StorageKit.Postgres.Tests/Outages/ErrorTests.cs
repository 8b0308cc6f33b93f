namespace StorageKit.Postgres.Tests;

public sealed class ErrorTests(SharedServer shared) : ServerTests(shared)
{
    [Fact]
    public async Task A_wrong_password_is_refused_access_and_not_printed()
    {
        var error = await Assert.ThrowsAsync<StorageConfigException>(() => OpenedSchema.OpenAsync(
            Sections.At(Server.Address with { Password = "hunter2-canary" }, "plaintext = true")));
        Assert.Contains("refuses username or password", error.ToString());
        Assert.DoesNotContain("hunter2-canary", error.ToString());
    }

    [Theory]
    [InlineData("host = ''", "host is empty")]
    [InlineData("schema = 'Public; DROP'", "schema must be a name of its own")]
    [InlineData("schema = 'public'", "schema must be a name of its own")]
    [InlineData("runtime_role = 'pg_read_all_data'", "runtime_role must be a name of its own")]
    [InlineData("command_timeout = '0s'", "command_timeout must be longer than zero")]
    [InlineData("session_ttl = '0s'", "session_ttl must be longer than zero")]
    [InlineData("root_certificate = '/no/such/ca.pem'", "root_certificate: there is no file \"ca.pem\"")]
    public async Task An_option_that_cannot_work_is_named(string option, string expected)
    {
        var key = option[..option.IndexOf(' ', StringComparison.Ordinal)];
        var lines = Sections.At(Server.Address, "plaintext = true").Split('\n')
            .Where(line => !line.StartsWith(key + " ", StringComparison.Ordinal));
        var error = await Assert.ThrowsAsync<StorageConfigException>(
            () => OpenedSchema.OpenAsync(string.Join('\n', lines) + "\n" + option));
        Assert.Contains("[storage.postgres] " + expected, error.Message);
    }

    [Fact]
    public async Task Where_TLS_is_required_a_server_without_it_is_refused()
    {
        var error = await Assert.ThrowsAsync<StorageConfigException>(() => OpenedSchema.OpenAsync(
            Sections.At(Server.Address, "ssl_mode = 'require'\nplaintext = true")));
        Assert.Contains("cannot be reached", error.Message);
    }

    [Fact]
    public async Task A_server_that_refuses_a_value_does_not_get_it_printed()
    {
        var name = NewSchema();
        await using var schema = await OpenedSchema.OpenAsync(NewSection(name));
        await Server.QueryAsync(
            $"ALTER TABLE {name}.objects ADD CONSTRAINT small CHECK (octet_length(content) < 10)");
        var error = await Assert.ThrowsAsync<StorageException>(
            () => schema.Objects.WriteAsync("key-canary", "content-canary"u8.ToArray()).AsTask());
        Assert.Equal(StorageErrorKind.Conflict, error.Kind);
        Assert.DoesNotContain("canary", error.ToString());
        Assert.DoesNotContain("636f6e74656e742d63616e617279", error.ToString());
        Assert.Contains("SQLSTATE 23514", error.Message);
    }

    [Fact]
    public async Task A_schema_that_was_dropped_is_named()
    {
        var name = NewSchema();
        await using var schema = await OpenedSchema.OpenAsync(NewSection(name));
        await Server.QueryAsync($"DROP SCHEMA {name} CASCADE");
        var error = await Assert.ThrowsAsync<StorageException>(() => schema.Counter.CurrentAsync("k").AsTask());
        Assert.Contains("lacks the schema or a part of it", error.Message);
        Assert.False(error.IsTransient);
    }
}
