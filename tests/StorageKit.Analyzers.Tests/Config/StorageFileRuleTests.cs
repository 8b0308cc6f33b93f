using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Logging;
using StorageKit.Analyzers.Config;

namespace StorageKit.Analyzers.Tests.Config;

/// <summary>Tests of one rule about <c>storage.toml</c>, in a project with a driver that has options of every
/// type.</summary>
public abstract class StorageFileRuleTests
{
    /// <summary>The project: <c>acme</c> is its own, <c>memory</c> and the others are of referenced assemblies.</summary>
    protected const string Project = """
        using System.ComponentModel.DataAnnotations;
        using StorageKit;
        namespace Acme;

        [StorageDrivers] static partial class Drivers;

        public enum AcmeMode { Fast, [OptionKey("very-safe")] Safe }

        [StorageOptions]
        public sealed record AcmeLimits
        {
            [Range(1, 10)] public required int Depth { get; init; }
            public AcmeLimits? Inner { get; init; }
        }

        [StorageOptions]
        public sealed record AcmeOptions
        {
            public required string Name { get; init; }
            [Secret] public string? Password { get; init; }
            [Range(1, 1000)] public int PoolSize { get; init; } = 10;
            [Range(0.5, 2.0)] public double Ratio { get; init; } = 1;
            public bool Tls { get; init; }
            public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);
            public Uri? Home { get; init; }
            public AcmeMode Mode { get; init; }
            public IReadOnlyList<string> Tags { get; init; } = [];
            public AcmeLimits? Limits { get; init; }
            public StoreReference<IAuditSink>? Behind { get; init; }
        }

        [StorageDriver("acme")]
        public sealed class AcmeSink(AcmeOptions options) : IAuditSink
        {
            public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                new(Task.FromException(new InvalidOperationException(options.Name)));
        }
        """;

    /// <summary>The file up to its sections.</summary>
    protected const string Selection = """
        [storage]
        policy_store = "memory"
        audit_sink = "acme"
        session_store = "memory"
        credential_store = "memory"
        rate_limit_counter = "memory"
        lifecycle_store = "memory"

        """;

    private protected static AnalyzerHarness Analyzer { get; } = new AnalyzerHarness(new StorageFileAnalyzer())
        .WithAssembly(
            typeof(IAuditSink).Assembly, typeof(Registry).Assembly, typeof(ILogger).Assembly,
            typeof(Memory.MemoryDriver).Assembly, typeof(Sqlite.SqliteDriver).Assembly);

    /// <summary>Asserts exactly the marked diagnostics of a whole file, and the message of the first.</summary>
    protected static async Task Flags(string toml, string? message = null, string project = Project)
    {
        Assert.Matches(@"\{\|SK4", toml);
        var found = await Check(toml, project);
        if (message is not null) Assert.Equal(message, found[0].GetMessage());
    }

    /// <summary>Asserts that nothing is reported of a whole file.</summary>
    protected static Task Accepts(string toml, string project = Project, string file = "/app/storage.toml")
    {
        Assert.DoesNotMatch(@"\{\|SK4", toml);
        return Check(toml, project, file);
    }

    /// <summary>As <see cref="Flags"/>, of a file with this section of the driver <c>acme</c>.</summary>
    protected static Task FlagsSection(string section, string? message = null) =>
        Flags($"{Selection}[storage.acme]\n{section}\n", message);

    /// <summary>As <see cref="Accepts"/>, of a file with this section of the driver <c>acme</c>.</summary>
    protected static Task AcceptsSection(string section) => Accepts($"{Selection}[storage.acme]\n{section}\n");

    static async Task<IReadOnlyList<Diagnostic>> Check(
        string toml, string project, string file = "/app/storage.toml")
    {
        var marked = MarkedSource.Parse(toml, "");
        var harness = Analyzer.WithAdditionalFile(file, marked.Text);
        var compilation = harness.Compile(project);
        TestCompilation.AssertNoDiagnostics(compilation);
        var found = await harness.GetDiagnosticsAsync(compilation);
        Assert.All(found, diagnostic => Assert.Equal(file, diagnostic.Location.GetLineSpan().Path));
        marked.AssertAre(found);
        return found;
    }
}
