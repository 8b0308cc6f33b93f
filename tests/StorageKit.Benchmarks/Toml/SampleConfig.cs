using System.Globalization;
using System.Text;
using StorageKit.Toml;

namespace StorageKit.Benchmarks.Toml;

/// <summary>A configuration with any number of sections of a driver, and the same data as JSON.</summary>
internal sealed class SampleConfig
{
    static readonly DriverRegistration s_driver =
        new Registry().AddSample().Drivers.Single(driver => driver.Name == "sample");

    static readonly string[] s_kinds =
    [
        "policy_store", "audit_sink", "session_store", "credential_store", "rate_limit_counter", "lifecycle_store",
    ];

    public SampleConfig(int sections)
    {
        Sections = sections;
        var toml = new StringBuilder("[storage]\n").AppendJoin("", s_kinds.Select(kind => $"{kind} = \"sample\"\n"));
        var json = new StringBuilder("{ ").AppendJoin(", ", s_kinds.Select(kind => $"\"{kind}\": \"sample\""))
            .Append(", \"sections\": {");
        for (var i = 0; i < sections; i++)
        {
            toml.Append(string.Create(CultureInfo.InvariantCulture, $"""

                # Shard {i:0000}
                [storage.sample{i:0000}]
                host = "db-{i:0000}.internal.example.org"
                port = 5432
                database = "agents"
                username = "storagekit_{i:0000}"
                password = "correct horse battery staple"
                max_pool_size = 20
                connect_timeout = "5s"
                command_timeout = "10s"
                session_ttl = "12h"     # as long as a day's work
                ssl = "verify_full"
                replicas = ["db-{i:0000}-a.example.org", "db-{i:0000}-b.example.org"]
                enforce_chain = true
                sample_rate = 0.25
                endpoint = "https://telemetry.example.org/{i:0000}"
                notes = "It moved in \"spring\"; the old one keeps its last backup until the next winter, ask before you delete it."

                """));
            json.Append(string.Create(CultureInfo.InvariantCulture, $$"""
                {{(i == 0 ? "" : ",")}}"sample{{i:0000}}": {
                "host": "db-{{i:0000}}.internal.example.org",
                "port": 5432,
                "database": "agents",
                "username": "storagekit_{{i:0000}}",
                "password": "correct horse battery staple",
                "max_pool_size": 20,
                "connect_timeout": "5s",
                "command_timeout": "10s",
                "session_ttl": "12h",
                "ssl": "verify_full",
                "replicas": ["db-{{i:0000}}-a.example.org", "db-{{i:0000}}-b.example.org"],
                "enforce_chain": true,
                "sample_rate": 0.25,
                "endpoint": "https://telemetry.example.org/{{i:0000}}",
                "notes": "It moved in \"spring\"; the old one keeps its last backup until the next winter, ask before you delete it." }
                """));
        }
        (Toml, Json) = (toml.ToString().ReplaceLineEndings("\n"), json.Append("}}").ToString());
    }

    public int Sections { get; }

    public string Toml { get; }

    public string Json { get; }

    /// <summary>Parses, and binds each section to its options, as opening a store does.</summary>
    public (StorageConfig Config, object[] Options) Read()
    {
        var config = StorageConfig.Parse(Toml);
        var options = new object[Sections];
        List<ConfigError> errors = [];
        var next = 0;
        foreach (var entry in config.Entries)
        {
            if (entry.Value is not TomlTable)
                continue;
            var section = new SelectedDriver(s_driver, entry, default);
            section.Bind(config.File, StorageServices.Default, errors);
            options[next++] = section.Options!;
        }
        return errors.Count == 0 ? (config, options) : throw new InvalidOperationException(errors[0].ToString());
    }
}
