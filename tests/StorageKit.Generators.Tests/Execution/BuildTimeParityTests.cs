extern alias analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using analyzers::StorageKit.Analyzers.Config;

namespace StorageKit.Generators.Tests;

/// <summary>
/// The same files, once held against the registry that the generators have written, once read by the analyzer that looks
/// at the project's source: both say the same, in the same words, of the same places.
/// </summary>
public sealed class BuildTimeParityTests
{
    const string Source = """
        using System.ComponentModel.DataAnnotations;
        using StorageKit;
        namespace Acme;

        [StorageDrivers] public static partial class Drivers;

        public enum Mode { Fast, [OptionKey("very-safe")] Safe }

        [StorageOptions]
        public sealed record Limits { [Range(1, 10)] public required byte Depth { get; init; } public Limits? Inner { get; init; } }

        [StorageOptions]
        public sealed partial record AcmeOptions
        {
            public required string Name { get; init; }
            [Secret] public string? Password { get; init; }
            [Range(1, 1000)] public int PoolSize { get; init; } = 10;
            [Range(0.5, 2.0)] public double Ratio { get; init; } = 1;
            public ulong Total { get; init; }
            public float Part { get; init; }
            public bool Tls { get; init; }
            public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);
            public Uri? Home { get; init; }
            public Mode Mode { get; init; }
            public IReadOnlyList<string> Tags { get; init; } = [];
            public string[] Others { get; init; } = [];
            public Limits? Limits { get; init; }
            public StoreReference<IAuditSink>? Behind { get; init; }
        }

        [StorageDriver("acme")]
        public sealed class AcmeSink(AcmeOptions options) : IAuditSink
        {
            public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                new(Task.FromException(new InvalidOperationException(options.Name)));
        }

        [StorageContract("shelf")] public interface IShelf;

        [StorageDriver("bare")]
        public sealed class Bare : IAuditSink, IShelf
        {
            public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => default;
        }
        """;

    static readonly CSharpCompilation Project = Kit.Build(
        "Parity", Source, MetadataReference.CreateFromFile(typeof(Memory.MemoryDriver).Assembly.Location));

    static readonly Registry Registry = (Registry)Kit.Load(Project).GetType("Acme.Drivers")!
        .GetMethod("CreateRegistry")!.Invoke(null, null)!;

    [Theory]
    [InlineData("", "name = 'x'")]
    [InlineData("", "")]
    [InlineData("", "name = 3\npool_size = 'abc'\nratio = 9\ntls = 'true'\ntimeout = 1\nhome = 'x'\nmode = 'fasst'")]
    [InlineData("", "name = []\npool_size = '12'\nratio = '1.5'\ntags = [1]\nothers = ['a', {}]\nlimits = 1\nbehind = 2")]
    [InlineData("", "name = 'x'\ntotal = -1\npart = 1e300\npool_size = 1001\nmode = 'Safe'\npassword = 12")]
    [InlineData("", "name = 'x'\npassword = '${1x}'\nHome = 1\nunknown = 1\n'a b' = 2\n\"postgres://u:p@h\" = 3\n'\u0301\u200b' = 1")]
    [InlineData("", "name = 'x'\nlimits = {}\n")]
    [InlineData("", "name = 'x'\nlimits = { depth = 300, inner = { dept = 2 } }\n")]
    [InlineData("", "name = 'x'\n[storage.acme.limits]\ndepth = 'x'\n[storage.acme.limits.inner]\n")]
    [InlineData("", "name = 'x'\nbehind = 'memry'")]
    [InlineData("", "name = 'x'\nbehind = 'acme'")]
    [InlineData("", "name = 'x'\nbehind = 'bare'\n[storage.bare]\nkey = 1")]
    [InlineData("", "# 日本語 \U0001F600\n\tname = \"\U0001F600\" ; tls = 1")]
    [InlineData("audit_sink = 'acem'", "name = 'x'")]
    [InlineData("audit_sink = 'bare'", "name = 3")]
    [InlineData("audit_sink = 'nobody'", null)]
    [InlineData("audit_sink = 'postgres://u:secret@h/db'", null)]
    [InlineData("audit_sink = 'acme'", null)]
    [InlineData("audit_sink = 'acme'\nacme = 'x'", null)]
    [InlineData("audit_sink = 3", null)]
    [InlineData("audit_sink = 'memory'\nshelf = 'memory'\nobject_store = 'acme'", null)]
    [InlineData("audit_sink = 'memory'\nshelf = 3", null)]
    [InlineData("audit_sink = 'memory'\nshelf = 'bare'\nobject_stor = 'memory'\nnumber = 1", null)]
    [InlineData("audit_sink = 'memory'", "name = 'x'\n[storage.encription]\n[storage.memroy]\n[storage.else.where]")]
    [InlineData("audit_snk = 'memory'", null)]
    [InlineData("= 'memory'", null)]
    public async Task The_build_says_what_the_registry_says(string audit, string? section)
    {
        var toml = $"""
            [storage]
            policy_store = "memory"
            session_store = "memory"
            credential_store = "memory"
            rate_limit_counter = "memory"
            lifecycle_store = "memory"
            {(audit.Length == 0 ? "audit_sink = 'acme'" : audit)}
            {(section is null ? "" : "[storage.acme]\n" + section)}
            """;

        var said = AtRunTime(toml);
        Assert.Equal(said.Count == 0, section == "name = 'x'" && audit.Length == 0);
        Assert.Equal(said, await AtBuildTimeAsync(toml));
    }

    [Theory]
    [InlineData("")]
    [InlineData("storage = 1")]
    [InlineData("[storag]")]
    [InlineData("[storage]")]
    [InlineData("[storage.memory]")]
    [InlineData("[[storage]]")]
    [InlineData("[storage\na = 'x")]
    public async Task The_build_says_what_loading_says(string toml) =>
        Assert.Equal(AtRunTime(toml), await AtBuildTimeAsync(toml));

    static List<string> AtRunTime(string toml)
    {
        try
        {
            var config = StorageConfig.Parse(toml);
            var errors = Registry.Validate(config, new() { Environment = _ => "secret" });
            var isKnown = errors.All(error => error.Kind != ConfigErrorKind.UnknownDriver);
            // The build does not know who else may register a driver, and then warns of nothing that is not read.
            return Sorted(errors.Concat(isKnown ? Registry.Warnings(config) : []).Select(Describe));
        }
        catch (StorageConfigException refused)
        {
            return Sorted(refused.Errors.Select(Describe));
        }
    }

    static async Task<List<string>> AtBuildTimeAsync(string toml)
    {
        var harness = new AnalyzerHarness(new StorageFileAnalyzer()).WithAdditionalFile("storage.toml", toml);
        var found = await harness.GetDiagnosticsAsync(Project);
        return Sorted(found.Where(diagnostic => diagnostic.Id != "SK4007").Select(Describe));
    }

    static List<string> Sorted(IEnumerable<string> said) => [.. said.Order(StringComparer.Ordinal)];

    static string Describe(ConfigError error) =>
        error.Position is null ? error.ToString().Replace("storage.toml:", "storage.toml:1:1:", StringComparison.Ordinal)
        : error.ToString();

    static string Describe(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return $"{place.Path}:{place.StartLinePosition.Line + 1}:{place.StartLinePosition.Character + 1}: "
            + diagnostic.GetMessage();
    }
}
