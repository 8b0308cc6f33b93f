namespace StorageKit.Sqlite.Tests;

public sealed class ConfigurationTests : IDisposable
{
    readonly OutboxFolder _folder = new();

    [Theory]
    [InlineData("target = 'outbox'", "the driver \"outbox\" would stand behind itself")]
    [InlineData("target = 'sqlitte'", "unknown audit_sink driver \"sqlitte\"; available drivers: [outbox, sqlite]")]
    [InlineData("", "missing key \"target\"")]
    [InlineData("target = 'sqlite'\ncapacity = 0", "capacity: expected")]
    [InlineData("target = 'sqlite'\ncapasity = 9", "did you mean \"capacity\"?")]
    public void A_section_that_cannot_be_is_an_error_at_its_place(string section, string message)
    {
        var errors = OpenedOutbox.Registry().Validate(Config(section));
        Assert.Contains(message, string.Join('\n', errors.Select(error => $"{error.Message} {error.Hint}")));
        Assert.All(errors, error => Assert.InRange(error.Position!.Value.Line, 9, 12));
    }

    [Theory]
    [InlineData("target_timeout = '0s'", "target_timeout must be longer than zero")]
    [InlineData("retry_interval = '2h'", "retry_interval must be longer than zero, and an hour at most")]
    [InlineData("busy_timeout = '-1s'", "busy_timeout")]
    public async Task A_duration_out_of_its_range_is_refused_at_the_opening(string option, string message)
    {
        var refused = await Assert.ThrowsAsync<StorageConfigException>(async () => await OpenedOutbox.Registry()
            .OpenSectionAsync(OutboxDriver.Name, OutboxSections.Sqlite(_folder.Path, option)));
        Assert.Contains(message, refused.Message);
    }

    [Fact]
    public async Task A_section_that_is_opened_alone_says_that_its_target_is_not_there()
    {
        var refused = await Assert.ThrowsAsync<StorageConfigException>(async () => await OpenedOutbox.Registry()
            .OpenSectionAsync(OutboxDriver.Name, $"target = 'sqlite'\npath = '{_folder.Path}/outbox.db'"));
        Assert.Contains("opened alone", refused.Message);
    }

    [Fact]
    public void A_section_of_nobodys_beside_it_is_an_error()
    {
        var errors = OpenedOutbox.Registry().ValidateSection(
            OutboxDriver.Name, OutboxSections.Sqlite(_folder.Path) + "\n[storage.memory]");
        Assert.Contains("[storage.memory] is referred to by no option", Assert.Single(errors).Message);
    }

    [Fact]
    public async Task The_file_of_another_driver_is_refused()
    {
        await (await OpenedOutbox.Registry().OpenSectionAsync(
            SqliteDriver.Name, $"path = '{_folder.Path}/outbox.db'\nplaintext = true")).DisposeAsync();
        var refused = await Assert.ThrowsAsync<StorageConfigException>(() => _folder.OpenAsync());
        Assert.Contains("belongs to another application; set path to a file of its own", refused.Message);
    }

    [Fact]
    public async Task A_configuration_opens_the_outbox_and_shares_its_target_with_other_contracts()
    {
        await using var storage = await OpenedOutbox.Registry().OpenAsync(Config(OutboxSections.Sqlite(_folder.Path)));
        var tenant = TenantId.New();
        var stores = await storage.OpenTenantAsync(tenant);
        var entry = Entries.Single();
        await stores.Get<IAuditSink>().EmitAsync(entry);
        Assert.Equal([entry], await new TargetLog(_folder.Path).ReadAllAsync(tenant));
        Assert.Empty(await new TargetLog(_folder.Path).ReadAllAsync(TenantId.System));
    }

    StorageConfig Config(string section) => StorageConfig.Parse(
        $"""
        [storage]
        policy_store = "sqlite"
        audit_sink = "outbox"
        session_store = "sqlite"
        credential_store = "sqlite"
        rate_limit_counter = "sqlite"
        lifecycle_store = "sqlite"

        [storage.outbox]
        {(section.Contains("[storage.sqlite]") ? section : $"""
        path = '{_folder.Path}/outbox.db'
        {section}
        [storage.sqlite]
        path = '{_folder.Path}/target.db'
        plaintext = true
        """)}
        """);

    public void Dispose() => _folder.Dispose();
}
