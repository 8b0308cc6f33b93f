using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StorageKit.Analyzers.Tests.Harness;

public sealed class GeneratorHarnessTests
{
    const string Marked = "[System.Obsolete] public class A { }";

    [Fact]
    public void A_generator_with_equatable_models_is_sound()
    {
        var harness = new GeneratorHarness(() => new NameGenerator());

        var run = harness.Run(Marked).AssertSound();

        Assert.Equal("// A\n", run.Source("A.g.cs"));
        harness.AssertKeepsNoCompilation(Marked);
    }

    [Fact]
    public void A_generator_that_hands_on_symbols_is_found() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() =>
            new GeneratorHarness(() => new SymbolGenerator()).Run(Marked).AssertModelsHoldNoSymbols());

    [Fact]
    public void A_generator_that_keeps_compilations_alive_is_found()
    {
        var kept = new List<Compilation>();

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() =>
            new GeneratorHarness(() => new SymbolGenerator(kept)).AssertKeepsNoCompilation(Marked));
    }

    [Fact]
    public void A_generator_whose_models_differ_each_time_is_found() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() =>
            new GeneratorHarness(() => new SymbolGenerator()).Run(Marked).AssertCached());

    [Fact]
    public void Generated_code_with_a_warning_is_found() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() =>
            new GeneratorHarness(() => new NameGenerator("#warning no\n")).Run(Marked).AssertCompiles());

    [Fact]
    public void An_unrelated_edit_leaves_the_step_unchanged()
    {
        var run = new GeneratorHarness(() => new NameGenerator())
            .RunEdit([Marked, "class B;"], [Marked, "class B { int x; }"]);

        Assert.All(run.Reasons("names"), reason => Assert.NotEqual(IncrementalStepRunReason.New, reason));
        Assert.NotEmpty(run.Reasons("names"));
    }

    sealed class NameGenerator(string text = "") : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var names = context.SyntaxProvider
                .ForAttributeWithMetadataName(
                    "System.ObsoleteAttribute", static (_, _) => true, static (c, _) => c.TargetSymbol.Name)
                .WithTrackingName("names");
            context.RegisterSourceOutput(names, (c, name) => c.AddSource(name + ".g.cs", $"// {name}\n{text}"));
        }
    }

    sealed class SymbolGenerator(List<Compilation>? kept = null) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var types = context.CompilationProvider
                .Select((compilation, _) =>
                {
                    kept?.Add(compilation);
                    return new List<ISymbol?> { compilation.GetTypeByMetadataName("A") };
                })
                .WithTrackingName("types");
            context.RegisterSourceOutput(types, static (_, _) => { });
        }
    }
}
