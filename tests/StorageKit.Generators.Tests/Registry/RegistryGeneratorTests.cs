namespace StorageKit.Generators.Tests;

public sealed class RegistryGeneratorTests
{
    [Fact]
    public void The_driver_of_the_design_is_registered_and_its_options_are_bound()
    {
        var run = Kit.Generators.Run(AcmeSource.Driver);

        run.AssertSound();
        Assert.Empty(run.Diagnostics);
        Snapshot.Match(run);
    }

    [Fact]
    public void Several_classes_share_a_name_a_resource_and_a_section()
    {
        var run = Kit.Generators.Run($$"""
            using Microsoft.Extensions.Logging;
            using StorageKit;

            namespace Acme;

            [StorageContract("quota_ledger")]
            public interface IQuotaLedger;

            [StorageOptions] public sealed class Options { public string Path { get; set; } = "data"; }

            [StorageResource]
            public sealed class Pool(Files files, Options options, TimeProvider time, KeyRing ring) { public object[] Parts => [files, options, time, ring]; }

            [StorageResource]
            public sealed class Files
            {
                Files() { }
                public static Task<Files> OpenAsync(ILoggerFactory loggers, Options options, CancellationToken token) => Task.FromResult(new Files());
            }

            [StorageDriver("my-driver")]
            public sealed class Ledger(Pool pool, int retries = 3, KeyRing? ring = null, ILogger<Ledger>? logger = null) : IQuotaLedger
            {
                public object?[] Parts => [pool, retries, ring, logger];
            }

            [StorageDriver("my-driver", ProcessLocal = true)]
            internal sealed class Both : IAuditSink, IRateLimitCounter
            {
                public Both() { }
                [StorageConstructor] internal Both(in TenantId tenant, Pool pool) { }
                {{AcmeSource.SinkBody}}
            {{AcmeSource.CounterBody}}
            }
            """);

        run.AssertSound();
        Snapshot.Match(run);
    }

    [Fact]
    public void The_order_of_members_and_files_changes_nothing()
    {
        var first = AcmeSource.Sink("acme");
        var second = AcmeSource.Driver.Replace(
            "namespace Acme.Storage;", "namespace Acme.Storage;\n[StorageDriver(\"acme\")] public sealed class Log : "
            + "IAuditSink { " + AcmeSource.SinkBody + " }");
        var shuffled = second.Replace("    public required string Url { get; init; }\n", "").Replace(
            "= 10;\n", "= 10;\n    public required string Url { get; init; }\n");
        Assert.NotEqual(second, shuffled);

        var forward = Texts(Kit.Generators.Run(first.Replace("acme", "other"), second));
        var backward = Texts(Kit.Generators.Run(shuffled, first.Replace("acme", "other")));

        Assert.Equal(3, forward.Count);
        Assert.Equal(forward, backward);
    }

    [Fact]
    public void Nothing_is_generated_for_a_driver_with_an_error()
    {
        var run = Kit.Generators.Run(
            AcmeSource.Sink("acme")
                + "[StorageDriver(\"acme\")] public sealed class Other(int port) : IObjectStore { }");

        Assert.Empty(run.Sources);
    }

    [Fact]
    public void A_project_without_the_run_time_library_gets_no_code_that_cannot_compile()
    {
        var harness = new GeneratorHarness(Kit.All).WithAssembly(typeof(IAuditSink).Assembly);

        Assert.Empty(harness.Run(AcmeSource.Driver).Sources);
    }

    static SortedDictionary<string, string> Texts(GeneratorRun run) =>
        new(
            run.AssertSound().Sources.ToDictionary(source => source.HintName, source => source.SourceText.ToString()),
            StringComparer.Ordinal);
}
