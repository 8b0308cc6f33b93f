using Microsoft.CodeAnalysis;

namespace StorageKit.Generators.Tests;

public sealed class OptionsGeneratorTests
{
    [Fact]
    public void Every_type_of_option_is_bound()
    {
        var run = Kit.Generators.Run("""
            using System.ComponentModel.DataAnnotations;
            using StorageKit;

            namespace Acme;

            public enum SyncMode { Off, FullSync, WALOnly }

            [StorageOptions] public sealed record Tls { public required string Certificate { get; init; } }

            [StorageOptions]
            public sealed partial record AllOptions
            {
                public required string Text { get; init; }
                [Required] public bool? Flag { get; init; }
                public sbyte Tiny { get; init; }
                [Range(10, 1000)] public byte Byte { get; init; }
                public short Short { get; init; }
                public ushort Port { get; init; } = 5432;
                [Range(-1.5, 7.5)] public int Number { get; init; }
                public uint Unsigned { get; init; }
                public long? Long { get; init; }
                public ulong Huge { get; init; }
                [Range(0.0, double.PositiveInfinity)] public double Double { get; init; }
                public float Float { get; init; }
                public decimal? Price { get; init; }
                public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
                public Uri? Endpoint { get; init; }
                public SyncMode? Mode { get; init; }
                public IReadOnlyList<string> Hosts { get; init; } = [];
                public string[] Array { get; set; } = [];
                public List<string> List { get; init; } = [];
                public Tls? Tls { get; init; }
                public StoreReference<IPolicyStore>? Source { get; init; }
                [OptionKey("user-name")] public string User { get; init; } = "";
                [Secret] public string? Password { get; init; }
                public string URLPath2 { get; init; } = "";
                public string? @class { get; init; }
                public bool IsRemote => Endpoint is not null;
                internal int Internal { get; init; }
                public int Counted { get; private set; }
            }
            """);

        run.AssertSound();
        Snapshot.Match(run);
    }

    [Theory]
    [InlineData("class with settable options",
        "public sealed class O { public int A { get; set; } = 1; public required string B { get; init; } }")]
    [InlineData("record that is not sealed", "public record O { public int A { get; init; } }")]
    [InlineData(
        "derived record",
        "public abstract record Base { public int A { get; init; } public virtual int V { get; init; } "
        + "} [StorageOptions] public sealed record D : Base { public override int V { get; init; } "
        + "[Secret] public string? S { get; init; } }")]
    [InlineData("no option at all", "public sealed record O;")]
    [InlineData("internal", "internal sealed record O { public int A { get; init; } }")]
    [InlineData("options within themselves",
        "public sealed record O { public O? Inner { get; init; } public string Name { get; init; } = \"\"; }")]
    [InlineData(
        "keyword name", "public sealed partial record @event { [Secret] public string? @class { get; init; } }")]
    [InlineData(
        "names that differ in capitals only", "public sealed record Abc { public int A { get; init; } "
        + "} [StorageOptions] public sealed record ABC { public int A { get; init; } }")]
    [InlineData("obsolete option", "public sealed record O { [Obsolete] public int A { get; init; } }")]
    public void Options_may_be_a(string shape, string source)
    {
        var attribute = shape == "derived record" ? "" : "[StorageOptions] ";

        var run = Kit.Generators.Run($"using StorageKit; namespace N; {attribute}{source}").AssertSound();

        Assert.NotEmpty(run.Sources);
    }

    [Fact]
    public void A_choice_is_named_by_its_option_key()
    {
        var run = Kit.Generators.Run("""
            using StorageKit;
            namespace N;
            public enum Layout { Native, [OptionKey("agent-assembly")] AgentAssembly }
            [StorageOptions] public sealed record O { public Layout Layout { get; init; } }
            """).AssertSound();

        Assert.Contains(
            "[(\"native\", global::N.Layout.Native), (\"agent-assembly\", global::N.Layout.AgentAssembly)]",
            Assert.Single(run.Sources, one => one.HintName.Contains("OBinder", StringComparison.Ordinal))
                .SourceText.ToString());
    }

    [Fact]
    public void A_nested_options_class_carries_the_outer_name()
    {
        var run = Kit.Generators.Run("using StorageKit; public class Store { [StorageOptions] public "
            + "sealed record Options { public int A { get; init; } } }").AssertSound();

        Assert.NotNull(run.Output.GetTypeByMetadataName("Store_OptionsBinder"));
    }

    [Fact]
    public void Options_of_a_referenced_assembly_are_bound_by_its_binder()
    {
        var shared = Kit.AsReference(
            Kit.Build(
                "Shared", "using StorageKit; namespace S; [StorageOptions] public sealed record Options "
                + "{ public required string Url { get; init; } } [StorageResource] public sealed class "
                + "Pool(Options options) { public Options Options => options; }"));

        var app = Kit.Build(
            "App", AcmeSource.Sink("acme").Replace("class Sink", "class Sink(S.Pool pool)")
                .Replace("=> default;", "=> new(Task.FromResult(pool));"), shared);

        var generated = app.SyntaxTrees.Single(
            tree => tree.FilePath.EndsWith("acme.Driver.g.cs", StringComparison.Ordinal)).ToString();
        Assert.Contains("BindOptions = static section => global::S.OptionsBinder.Bind(section),", generated);
        Assert.Contains("RequiresSection = true,", generated);
    }

    [Fact]
    public void An_unrelated_edit_is_not_seen()
    {
        const string Options =
            "using StorageKit; [StorageOptions] public sealed record O { public int A { get; init; } = 1; }";

        Kit.Generators.RunEdit([Options, "class A;"], [Options.Replace("= 1;", "= 2;"), "class B;"]).AssertCached();
    }
}
