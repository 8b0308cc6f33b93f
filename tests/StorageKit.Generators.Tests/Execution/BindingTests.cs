namespace StorageKit.Generators.Tests;

/// <summary>What a generated binder says about a section, and what it makes of it.</summary>
public sealed class BindingTests
{
    static readonly RunningDriver Driver = new($$"""
        public enum SyncMode { Off, FullSync }

        [StorageOptions] public sealed record Tls { public required string Certificate { get; init; } public int Depth { get; init; } = 3; }

        [StorageOptions]
        public sealed partial record AcmeOptions
        {
            public required string Url { get; init; }
            [Secret] public string? Password { get; init; }
            [Range(1, 1000)] public byte PoolSize { get; init; } = 10;
            public ulong Quota { get; init; } = 18446744073709551615;
            public decimal Price { get; init; }
            public float Factor { get; init; } = 0.5f;
            public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
            public Uri? Endpoint { get; init; }
            public SyncMode Mode { get; init; } = SyncMode.FullSync;
            public IReadOnlyList<string> Hosts { get; init; } = ["here"];
            public string[] Paths { get; init; } = [];
            public Tls? Tls { get; init; }
        }

        [StorageDriver("acme")]
        public sealed class Sink : IAuditSink
        {
            public Sink(AcmeOptions options) => Events.All.Add($"{options} hosts {string.Join('+', options.Hosts)} paths {string.Join('+', options.Paths)} secret {options.Password?.Length}");
            {{AcmeSource.SinkBody}}
        }
        """);

    [Fact]
    public async Task Every_error_is_told_at_once_with_its_place_and_the_nearest_name()
    {
        var errors = await Driver.ErrorsOfAsync("""
            pool_size = 256
            pasword = "hunter2"
            timeout = 30
            mode = "fullsync"
            hosts = ["a", 1]
            quota = -1
            endpoint = "not a uri"
            tls = { certificat = "x", depth = "deep" }
            """);

        Assert.Equal(
            [
                "storage.toml:15:12: [storage.acme] endpoint: expected absolute URI such as \"https://example.com/\", found \"not a uri\"",
                "storage.toml:13:15: [storage.acme] hosts: expected array of strings, found 1",
                "storage.toml:12:8: [storage.acme] mode: expected one of \"off\", \"full_sync\", found \"fullsync\"",
                "storage.toml:9:13: [storage.acme] pool_size: expected integer from 1 to 255, found 256",
                "storage.toml:14:9: [storage.acme] quota: expected integer of at least 0, found -1",
                "storage.toml:11:11: [storage.acme] timeout: expected duration such as \"250ms\", \"30s\", \"5m\", \"1h\" or \"7d\", found 30",
                "storage.toml:16:7: [storage.acme.tls] missing key \"certificate\"; add certificate = … (string)",
                "storage.toml:16:35: [storage.acme.tls] depth: expected integer from -2147483648 to 2147483647, found \"deep\"",
                "storage.toml:16:9: [storage.acme.tls] unknown key \"certificat\"; did you mean \"certificate\"?",
                "storage.toml:8:1: [storage.acme] missing key \"url\"; add url = … (string)",
                "storage.toml:10:1: [storage.acme] unknown key \"pasword\"; did you mean \"password\"?",
            ],
            errors);
    }

    [Fact]
    public async Task A_secret_of_the_wrong_type_is_not_shown()
    {
        var errors = await Driver.ErrorsOfAsync("url = 'u'\npassword = 271828");

        Assert.Equal(["storage.toml:10:12: [storage.acme] password: expected string, found an integer (not shown: the key is secret)"], errors);
    }

    [Fact]
    public async Task A_secret_may_come_from_the_environment()
    {
        const string Toml = "url = 'u'\npassword = '${ACME_PASSWORD}'";
        var missing = await Driver.ErrorsOfAsync(Toml);

        var services = new StorageServices { Environment = name => name == "ACME_PASSWORD" ? "four" : null };
        await using var section = await Driver.Registry.OpenSectionAsync("acme", Toml, services);
        await using var stores = await section.OpenTenantAsync(TenantId.System);

        Assert.Equal(["storage.toml:10:12: [storage.acme] password: the environment has no variable \"ACME_PASSWORD\"; set ACME_PASSWORD"], missing);
        Assert.EndsWith("secret 4", Driver.Events[^1]);
        Assert.Contains("Password = ***", Driver.Events[^1]);
        Assert.DoesNotContain("four", Driver.Events[^1]);
    }

    [Fact]
    public async Task What_the_section_leaves_out_keeps_its_default()
    {
        await using var section = await Driver.Registry.OpenSectionAsync("acme", "url = 'default'");
        await using var stores = await section.OpenTenantAsync(TenantId.System);

        var made = Assert.Single(Driver.Events, made => made.Contains("Url = default"));
        Assert.Contains("{ Endpoint = , Factor = 0.5, Hosts = ", made);
        Assert.Contains("Mode = FullSync, Password = , Paths = System.String[], PoolSize = 10, Price = 0, Quota = 18446744073709551615", made);
        Assert.EndsWith("Timeout = 00:00:30, Tls = , Url = default } hosts here paths  secret ", made);
    }

    [Fact]
    public async Task Every_value_reaches_its_property()
    {
        await using var section = await Driver.Registry.OpenSectionAsync("acme", """
            url = "v"
            pool_size = 255
            quota = 9223372036854775807
            price = 0.1
            factor = 3
            timeout = "250ms"
            endpoint = "redis://host:6379/0"
            mode = "off"
            hosts = ["a", "b"]
            paths = ["/c"]
            tls = { certificate = "pem" }
            """);
        await using var stores = await section.OpenTenantAsync(TenantId.System);

        var made = Assert.Single(Driver.Events, made => made.Contains("Url = v"));
        Assert.Contains("Endpoint = redis://host:6379/0, Factor = 3,", made);
        Assert.Contains("Mode = Off, Password = ,", made);
        Assert.Contains("PoolSize = 255, Price = 0.1, Quota = 9223372036854775807, Timeout = 00:00:00.2500000, Tls = Tls { Certificate = pem, Depth = 3 }", made);
        Assert.Contains("hosts a+b paths /c", made);
    }

    [Fact]
    public async Task A_driver_with_a_required_option_needs_its_section()
    {
        var errors = await Driver.ErrorsOfAsync("", header: "");

        Assert.Contains("has no [storage.acme] subsection", Assert.Single(errors));
    }
}
